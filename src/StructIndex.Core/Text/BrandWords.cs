namespace StructIndex;

/// <summary>Words that are spelt against the rules, from the resource <c>brands.tsv</c>.</summary>
internal static class BrandWords
{
    private const int MinLength = 3;

    private static readonly string[][] s_byInitial = Load();

    /// <summary>The length of the brand word that begins at an offset where a word may begin; 0 when there is none.</summary>
    /// <param name="text">The text.</param>
    /// <param name="at">The offset.</param>
    public static int LengthAt(ReadOnlySpan<char> text, int at)
    {
        char initial = (char)(text[at] | 0x20);
        if (!char.IsAsciiLetterLower(initial))
        {
            return 0;
        }

        ReadOnlySpan<char> rest = text[at..];
        if (rest.Length < MinLength)
        {
            return 0;
        }

        char second = char.ToLowerInvariant(rest[1]);
        foreach (string brand in s_byInitial[initial - 'a'])
        {
            if (char.ToLowerInvariant(brand[1]) == second && rest.StartsWith(brand, StringComparison.OrdinalIgnoreCase) && IsEnd(rest, brand.Length, isExact: rest.StartsWith(brand)))
            {
                return brand.Length;
            }
        }

        return 0;
    }

    /// <summary>Whether a word may end here. <c>IOSDevice</c> ends after IOS, <c>IPADDRESS</c> not after IPAD.</summary>
    private static bool IsEnd(ReadOnlySpan<char> text, int at, bool isExact)
    {
        LetterClass last = LetterClasses.At(text, at - 1, out _);
        LetterClass next = LetterClasses.At(text, at, out int length);
        return next switch
        {
            LetterClass.Lower or LetterClass.Mark => false,
            LetterClass.Digit => last != LetterClass.Digit,
            LetterClass.Upper when last == LetterClass.Upper && !isExact => LetterClasses.At(text, LetterClasses.After(text, at, length), out _) == LetterClass.Lower,
            _ => true,
        };
    }

    private static string[][] Load()
    {
        ILookup<char, string> brands = DataTable.Rows("brands.tsv").Select(row => row[0]).ToLookup(brand => char.ToLowerInvariant(brand[0]));
        return [.. Enumerable.Range('a', 26).Select(initial => brands[(char)initial].OrderByDescending(brand => brand.Length).ToArray())];
    }
}
