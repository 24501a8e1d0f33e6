using System.Globalization;

namespace StructIndex;

/// <summary>A NuGet version, as far as ordering needs it: four numbers, and a pre-release before its release.</summary>
internal readonly record struct PackageVersion(Version Number, string PreRelease)
{
    /// <summary>Reads a version, or the lower end of a range; zero when it is neither.</summary>
    public static PackageVersion Parse(string? text)
    {
        ReadOnlySpan<char> rest = text.AsSpan().Trim().TrimStart("[(").Trim();
        int end = rest.IndexOfAny(",])+");
        rest = end < 0 ? rest : rest[..end];
        int dash = rest.IndexOf('-');
        string preRelease = dash < 0 ? "" : rest[(dash + 1)..].ToString();
        ReadOnlySpan<char> numbers = dash < 0 ? rest : rest[..dash];
        Span<int> parts = stackalloc int[4];
        int count = 0;
        foreach (Range range in numbers.Split('.'))
        {
            if (count == 4 || !int.TryParse(numbers[range], NumberStyles.None, CultureInfo.InvariantCulture, out parts[count]))
            {
                break;
            }

            count++;
        }

        return new PackageVersion(new Version(parts[0], parts[1], parts[2], parts[3]), preRelease);
    }

    /// <summary>Orders versions from old to new.</summary>
    public static IComparer<PackageVersion> ByAge { get; } = Comparer<PackageVersion>.Create(static (left, right) => left.OrderTo(right));

    /// <summary>Less than zero when this version is older.</summary>
    public int OrderTo(PackageVersion other)
    {
        int order = (Number ?? new Version()).CompareTo(other.Number ?? new Version());
        return order != 0 ? order
            : PreRelease.Length == 0 || other.PreRelease.Length == 0 ? other.PreRelease.Length.CompareTo(PreRelease.Length)
            : string.CompareOrdinal(PreRelease, other.PreRelease);
    }
}
