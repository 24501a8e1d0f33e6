using System.Globalization;

namespace StructIndex;

/// <summary>Short names of target frameworks: which is newer, what each defines, and what each may use.</summary>
internal static class TargetFrameworkName
{
    private static readonly int[] s_classic = [20, 35, 40, 45, 451, 452, 46, 461, 462, 47, 471, 472, 48, 481];

    /// <summary>Versions beyond this are none: the symbols of a framework name all versions before it.</summary>
    private const double MaxVersion = 99;

    /// <summary>Longer names are none.</summary>
    private const int MaxLength = 64;

    /// <summary>The framework taken when a project names none.</summary>
    public const string Default = "net10.0";

    /// <summary>The newest of the frameworks: modern .NET before .NET Standard before .NET Framework, then by version.</summary>
    public static string Newest(IEnumerable<string> names)
        => names.Where(name => name.Length > 0).OrderByDescending(Rank).ThenBy(name => name.Length).ThenBy(name => name, StringComparer.Ordinal).FirstOrDefault() ?? "";

    /// <summary>A number that orders frameworks by newness; 0 for an unknown name.</summary>
    public static double Rank(string name) => Parse(name) switch
    {
        (Family.Net, var version) => 3000 + version,
        (Family.Core, var version) => 2500 + version,
        (Family.Standard, var version) => 2000 + version,
        (Family.Classic, var version) => 1000 + version,
        _ => 0,
    };

    /// <summary>Whether code for <paramref name="target"/> may use a library built for <paramref name="library"/>.</summary>
    public static bool IsCompatible(string target, string library)
    {
        (Family family, double version) = Parse(target);
        (Family other, double needed) = Parse(library);
        return other switch
        {
            Family.Net => family == Family.Net && needed <= version,
            Family.Core => family == Family.Net || (family == Family.Core && needed <= version),
            Family.Standard => family is Family.Net or Family.Core || (family == Family.Standard && needed <= version) || (family == Family.Classic && needed <= 2.0),
            Family.Classic => family == Family.Classic && needed <= version,
            _ => false,
        };
    }

    /// <summary>The family as <c>$(TargetFrameworkIdentifier)</c> names it; empty when unknown.</summary>
    public static string Identifier(string name) => Parse(name).Family switch
    {
        Family.Net or Family.Core => ".NETCoreApp",
        Family.Standard => ".NETStandard",
        Family.Classic => ".NETFramework",
        _ => "",
    };

    /// <summary>Whether the name is that of a framework.</summary>
    public static bool IsKnown(string name) => Parse(name).Family != Family.Unknown;

    /// <summary>The symbols the SDK defines for the framework.</summary>
    public static IEnumerable<string> Constants(string name)
    {
        (Family family, double version) = Parse(name.Length == 0 ? Default : name);
        switch (family)
        {
            case Family.Net:
                yield return "NET";
                yield return "NETCOREAPP";
                yield return string.Create(CultureInfo.InvariantCulture, $"NET{(int)version}_0");
                for (int major = 5; major <= version; major++)
                {
                    yield return string.Create(CultureInfo.InvariantCulture, $"NET{major}_0_OR_GREATER");
                }

                foreach (string old in (string[])["1_0", "1_1", "2_0", "2_1", "2_2", "3_0", "3_1"])
                {
                    yield return $"NETCOREAPP{old}_OR_GREATER";
                }

                break;
            case Family.Core:
                yield return "NETCOREAPP";
                yield return "NETCOREAPP" + Underscored(version);
                break;
            case Family.Standard:
                yield return "NETSTANDARD";
                yield return "NETSTANDARD" + Underscored(version);
                foreach (double old in (double[])[1.0, 1.1, 1.2, 1.3, 1.4, 1.5, 1.6, 2.0, 2.1])
                {
                    if (old <= version)
                    {
                        yield return $"NETSTANDARD{Underscored(old)}_OR_GREATER";
                    }
                }

                break;
            case Family.Classic:
                yield return "NETFRAMEWORK";
                foreach (int old in s_classic)
                {
                    double value = ClassicVersion(old.ToString(CultureInfo.InvariantCulture));
                    if (value == version)
                    {
                        yield return string.Create(CultureInfo.InvariantCulture, $"NET{old}");
                    }

                    if (value <= version)
                    {
                        yield return string.Create(CultureInfo.InvariantCulture, $"NET{old}_OR_GREATER");
                    }
                }

                break;
        }
    }

    private static string Underscored(double version) => version.ToString("0.0", CultureInfo.InvariantCulture).Replace('.', '_');

    private static (Family Family, double Version) Parse(string name)
    {
        if (name.Length > MaxLength)
        {
            return (Family.Unknown, 0);
        }

        name = name.Trim().ToLowerInvariant();
        int platform = name.IndexOf('-', StringComparison.Ordinal);
        name = platform < 0 ? name : name[..platform];
        if (TryVersion(name, "netstandard", out double version))
        {
            return (Family.Standard, version);
        }

        if (TryVersion(name, "netcoreapp", out version))
        {
            return (version >= 5 ? Family.Net : Family.Core, version);
        }

        if (name.Contains('.', StringComparison.Ordinal) && TryVersion(name, "net", out version) && version >= 5)
        {
            return (Family.Net, version);
        }

        return name.StartsWith("net", StringComparison.Ordinal) && name.Length > 4 && name.AsSpan(3).IndexOfAnyExceptInRange('0', '9') < 0
            ? (Family.Classic, ClassicVersion(name[3..]))
            : (Family.Unknown, 0);
    }

    /// <summary>461 is 4.61 here, so that 4.6 &lt; 4.61 &lt; 4.7.</summary>
    private static double ClassicVersion(string digits)
        => double.Parse(digits[..1] + "." + digits[1..], CultureInfo.InvariantCulture);

    private static bool TryVersion(string name, string prefix, out double version)
    {
        version = 0;
        return name.StartsWith(prefix, StringComparison.Ordinal)
            && double.TryParse(name.AsSpan(prefix.Length), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out version)
            && version <= MaxVersion;
    }

    private enum Family
    {
        Unknown,
        Net,
        Core,
        Standard,
        Classic,
    }
}
