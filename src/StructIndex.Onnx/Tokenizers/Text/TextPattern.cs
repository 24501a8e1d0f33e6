using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace StructIndex;

/// <summary>What a tokenizer splits or replaces by: a literal text, or a regular expression read as its authors' engines read it, by code points.</summary>
internal sealed class TextPattern
{
    // .NET matches UTF-16 units. A character beyond the first plane is matched as one unit of its category that no tokenizer names.
    private static readonly Dictionary<UnicodeCategory, char> s_standIns = new()
    {
        [UnicodeCategory.UppercaseLetter] = '\uA779',
        [UnicodeCategory.LowercaseLetter] = '\uA77A',
        [UnicodeCategory.TitlecaseLetter] = '\u1F88',
        [UnicodeCategory.ModifierLetter] = '\uA788',
        [UnicodeCategory.OtherLetter] = '\uA78F',
        [UnicodeCategory.NonSpacingMark] = '\uA66F',
        [UnicodeCategory.SpacingCombiningMark] = '\uA823',
        [UnicodeCategory.EnclosingMark] = '\uA670',
        [UnicodeCategory.DecimalDigitNumber] = '\uA620',
        [UnicodeCategory.LetterNumber] = '\uA6E6',
        [UnicodeCategory.OtherNumber] = '\uA830',
        [UnicodeCategory.DashPunctuation] = '\uFE31',
        [UnicodeCategory.ConnectorPunctuation] = '\uFE33',
        [UnicodeCategory.OtherPunctuation] = '\uA874',
        [UnicodeCategory.MathSymbol] = '\uFE62',
        [UnicodeCategory.CurrencySymbol] = '\uA838',
        [UnicodeCategory.ModifierSymbol] = '\uA700',
        [UnicodeCategory.OtherSymbol] = '\uA828',
        [UnicodeCategory.Format] = '\uFFF9',
        [UnicodeCategory.PrivateUse] = '\uE000',
        [UnicodeCategory.OtherNotAssigned] = '\uFFFF',
    };

    // Expressions come with models; none that is in use takes a millisecond on a text of usual length.
    private static readonly TimeSpan s_patience = TimeSpan.FromSeconds(30);
    private readonly string? _literal;
    private readonly Regex? _expression;

    private TextPattern(string? literal, Regex? expression) => (_literal, _expression) = (literal, expression);

    /// <summary>The characters that stand in for others, with the category of those others.</summary>
    internal static IReadOnlyDictionary<UnicodeCategory, char> StandIns => s_standIns;

    public static TextPattern Literal(string text) => new(text, null);

    /// <exception cref="TokenizerFormatException">The expression uses what this engine lacks.</exception>
    public static TextPattern Expression(string expression)
    {
        try
        {
            return new TextPattern(null, new Regex(expression, RegexOptions.CultureInvariant | RegexOptions.Compiled, s_patience));
        }
        catch (ArgumentException e)
        {
            throw new TokenizerFormatException($"regular expression {expression}", $"The regular expression {expression} of the tokenizer is not supported: {e.Message}", e);
        }
    }

    /// <summary>Where the pattern stands, in order, without overlap.</summary>
    public List<(int Start, int Length)> Matches(string text)
    {
        List<(int, int)> found = [];
        if (_literal is not null)
        {
            for (int at = 0; _literal.Length > 0 && (at = text.IndexOf(_literal, at, StringComparison.Ordinal)) >= 0; at += _literal.Length)
            {
                found.Add((at, _literal.Length));
            }

            return found;
        }

        (string read, int[]? offsets) = ByCodePoint(text);
        foreach (ValueMatch match in _expression!.EnumerateMatches(read))
        {
            if (match.Length > 0)
            {
                int start = offsets?[match.Index] ?? match.Index, end = offsets?[match.Index + match.Length] ?? (match.Index + match.Length);
                found.Add((start, end - start));
            }
        }

        return found;
    }

    private static (string Read, int[]? Offsets) ByCodePoint(string text)
    {
        if (!text.AsSpan().ContainsAnyInRange('\uD800', '\uDFFF'))
        {
            return (text, null);
        }

        StringBuilder read = new(text.Length);
        List<int> offsets = new(text.Length + 1);
        for (int i = 0; i < text.Length;)
        {
            Rune rune = Characters.At(text, i, out int length);
            offsets.Add(i);
            read.Append(rune.IsBmp ? (char)rune.Value : s_standIns[Rune.GetUnicodeCategory(rune)]);
            i += length;
        }

        offsets.Add(text.Length);
        return (read.ToString(), [.. offsets]);
    }
}
