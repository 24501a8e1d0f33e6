using System.Globalization;

namespace StructIndex;

/// <summary>Folders that keep several versions of the same code side by side: <c>v3</c> and <c>v4</c>.</summary>
internal static class VersionFolders
{
    private const int MaxNameLength = 5;

    /// <summary>
    /// The version folders that a file is in, each with the folder around it: <c>src/v4/core/a.ts</c> is version 4 of <c>src</c>.
    /// </summary>
    public static IEnumerable<(string Place, int Version)> Of(string path)
    {
        string[] segments = path.Split('/');
        for (int i = 0; i + 1 < segments.Length; i++)
        {
            if (VersionOf(segments[i]) is { } version)
            {
                yield return (string.Join('/', segments[..i]), version);
            }
        }
    }

    /// <summary>Whether a file is in a newer version of a folder than another.</summary>
    public static bool IsNewer(string path, string than) => Of(path).Any(entry => Of(than).Any(other => other.Place == entry.Place && other.Version < entry.Version));

    /// <summary>The versions that a query names: v3.</summary>
    public static int[] NamedIn(string query)
    {
        List<int> named = [];
        ReadOnlySpan<char> text = query;
        foreach (Range piece in text.SplitAny(' ', '\t', '\r', '\n', '/', ','))
        {
            if (VersionOf(text[piece].Trim(".?!:;()\"'`")) is { } version)
            {
                named.Add(version);
            }
        }

        return [.. named];
    }

    private static int? VersionOf(ReadOnlySpan<char> name) =>
        name.Length is > 1 and <= MaxNameLength && name[0] is 'v' or 'V' && int.TryParse(name[1..], NumberStyles.None, CultureInfo.InvariantCulture, out int version) ? version : null;
}
