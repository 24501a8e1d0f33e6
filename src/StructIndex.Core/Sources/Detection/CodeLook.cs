using System.Collections.Frozen;

namespace StructIndex;

/// <summary>
/// Tells whether text of an unknown language looks like a program: by words that begin statements in most languages, and by how lines end.
/// </summary>
internal static class CodeLook
{
    /// <summary>Names of files that hold data, pictures or text whatever their content looks like; they are not opened.</summary>
    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> s_data = FrozenSet.Create(
        StringComparer.OrdinalIgnoreCase,
        ("png jpg jpeg gif svg ico bmp webp tif tiff psd eps ai pdf woff woff2 ttf otf eot mp3 mp4 ogg wav flac avi mov webm zip gz tgz bz2 xz zst 7z rar tar jar war apk nupkg whl egg "
            + "exe dll so dylib a o obj lib pdb class pyc wasm bin dat db sqlite docx xlsx pptx odt rtf csv tsv parquet npy npz h5 pkl pem key crt cer der pub md5 sha256 sum lock map log out err "
            + "snap patch diff po pot mo uu eml ics lst dict afm bib sln xcscheme pbxproj").Split(' '))
        .GetAlternateLookup<ReadOnlySpan<char>>();

    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> s_modifiers = Words(
        "export public private protected internal static abstract final async override pub local inline open");

    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> s_keywords = Words(
        "def defp defmodule function func fun fn proc sub class struct interface trait enum impl module namespace package import from using use require include let var val const return "
            + "if elif elsif else for foreach while switch case match try catch type newtype procedure");

    /// <summary>Lines with a keyword that a program has, at least: alone, and for each line.</summary>
    private const int MinKeywords = 2;

    /// <inheritdoc cref="MinKeywords"/>
    private const double MinKeywordShare = 0.1;

    /// <summary>
    /// Lines that begin with a keyword or end as statements do, for each line. Of text in known languages of prose and data, one file in a
    /// hundred reaches it; of programs, half.
    /// </summary>
    private const double MinCodeShare = 0.3;

    /// <summary>Whether a file of a name that no language has may hold code.</summary>
    public static bool IsPossible(ReadOnlySpan<char> name)
    {
        int dot = name.LastIndexOf('.');
        return dot > 0 && dot + 1 < name.Length && !s_data.Contains(name[(dot + 1)..]);
    }

    /// <summary>Whether the beginning of a text looks like a program.</summary>
    public static bool IsCode(ReadOnlySpan<char> text)
    {
        int lines = 0, code = 0, keywords = 0;
        foreach (ReadOnlySpan<char> raw in text.EnumerateLines())
        {
            ReadOnlySpan<char> line = raw.Trim();
            if (line.IsEmpty || line[0] is '#' or '"' or '\'' or '|' or '-' or '<' or '>' or '[' or '*')
            {
                continue;
            }

            bool hasKeyword = BeginsWithKeyword(line);
            lines++;
            keywords += hasKeyword ? 1 : 0;
            code += hasKeyword || line[^1] is ';' or '{' or '}' ? 1 : 0;
        }

        return keywords >= MinKeywords && keywords >= MinKeywordShare * lines && code >= MinCodeShare * lines;
    }

    private static bool BeginsWithKeyword(ReadOnlySpan<char> line)
    {
        while (true)
        {
            int length = 0;
            while (length < line.Length && char.IsAsciiLetter(line[length]))
            {
                length++;
            }

            ReadOnlySpan<char> word = line[..length];
            if (!s_modifiers.Contains(word))
            {
                return s_keywords.Contains(word) && (length == line.Length || line[length] != ':');
            }

            line = line[length..].TrimStart();
        }
    }

    private static FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Words(string words) =>
        words.Split(' ').ToFrozenSet(StringComparer.Ordinal).GetAlternateLookup<ReadOnlySpan<char>>();
}
