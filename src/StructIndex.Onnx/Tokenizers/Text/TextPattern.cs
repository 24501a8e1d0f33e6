using System.Diagnostics;
using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace StructIndex;

/// <summary>
/// A pattern of a tokenizer: a literal text, or a regular expression that is matched by code points, as in the engines it was written for.
/// </summary>
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

    // Expressions come with models. Those in use take a millisecond for a text of usual length, a hostile one takes for ever.
    private static readonly TimeSpan s_deadline = TimeSpan.FromSeconds(5);
    private readonly string? _literal;
    private readonly Regex? _expression;

    private TextPattern(string? literal, Regex? expression) => (_literal, _expression) = (literal, expression);

    /// <summary>The characters that stand in for others, with the category of those others.</summary>
    internal static IReadOnlyDictionary<UnicodeCategory, char> StandIns => s_standIns;

    public static TextPattern Literal(string text) => new(text, null);

    /// <summary>A regular expression.</summary>
    /// <param name="expression">The expression.</param>
    /// <param name="deadline">The time for one match, and for all matches of a text; null for 5 seconds.</param>
    /// <exception cref="TokenizerFormatException">The expression is not supported by .NET's engine.</exception>
    public static TextPattern Expression(string expression, TimeSpan? deadline = null)
    {
        try
        {
            return new TextPattern(null, new Regex(expression, RegexOptions.CultureInvariant | RegexOptions.Compiled, deadline ?? s_deadline));
        }
        catch (ArgumentException e)
        {
            throw new TokenizerFormatException($"regular expression {expression}", $"The regular expression {expression} of the tokenizer is not supported: {e.Message}", innerException: e);
        }
    }

    /// <summary>The places where the pattern matches, in order, without overlap.</summary>
    /// <exception cref="TokenizerFormatException">The regular expression took longer than its deadline.</exception>
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
        long started = Stopwatch.GetTimestamp();
        try
        {
            foreach (ValueMatch match in _expression!.EnumerateMatches(read))
            {
                if (match.Length > 0)
                {
                    int start = offsets?[match.Index] ?? match.Index, end = offsets?[match.Index + match.Length] ?? (match.Index + match.Length);
                    found.Add((start, end - start));
                }

                // The engine's own limit is for one match.
                if (Stopwatch.GetElapsedTime(started) > _expression.MatchTimeout)
                {
                    throw new RegexMatchTimeoutException(read, _expression.ToString(), _expression.MatchTimeout);
                }
            }
        }
        catch (RegexMatchTimeoutException e)
        {
            throw new TokenizerFormatException(
                $"regular expression {_expression}", $"The regular expression {_expression} of the tokenizer took more than {e.MatchTimeout.TotalSeconds} s on a text of {text.Length} characters.", innerException: e);
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
