using System.Globalization;
using System.Text;

namespace StructIndex;

/// <summary>
/// Puts a unit into words for embedding models that read plain text: labelled facts first, code last, so that a limit cuts code and never
/// facts. The static code model reads a unit's fields instead.
/// </summary>
public static class EnrichmentTemplate
{
    /// <summary>Version of the text. It changes whenever the same unit would read differently, and a vector knows it.</summary>
    public const int Version = 1;

    /// <summary>
    /// Most UTF-16 units of a text: about 512 tokens of code at 4 characters a token, which is where most encoders stop reading.
    /// </summary>
    public const int DefaultMaxCharacters = 2048;

    /// <summary>Most callers, and most callees, that are named.</summary>
    internal const int MaxNames = 8;

    // No single fact may push the others out: long documentation says the most in its first sentences.
    private const int MaxFact = 600;

    /// <summary>Renders a unit.</summary>
    /// <param name="unit">The unit.</param>
    /// <param name="callers">Names of what calls it, the most informative first; the first 8 are used.</param>
    /// <param name="callees">Names of what it calls, the most informative first; the first 8 are used.</param>
    /// <param name="body">The code to show; null for <see cref="CodeUnit.Body"/>.</param>
    /// <param name="maxCharacters">Most UTF-16 units of the text. Facts longer than that are kept all the same, without code.</param>
    /// <exception cref="ArgumentNullException">An argument other than <paramref name="body"/> is null.</exception>
    public static string Render(
        CodeUnit unit, IReadOnlyList<string> callers, IReadOnlyList<string> callees, string? body = null, int maxCharacters = DefaultMaxCharacters)
    {
        ArgumentNullException.ThrowIfNull(unit);
        ArgumentNullException.ThrowIfNull(callers);
        ArgumentNullException.ThrowIfNull(callees);
        ArgumentOutOfRangeException.ThrowIfNegative(maxCharacters);
        StringBuilder text = new();
        Fact(text, unit.Kind.ToString().ToLowerInvariant(), NameAndWords(unit.Name));
        Fact(text, "in", unit.Container);
        Fact(text, "file", unit.Path);
        Fact(text, "language", unit.Language);
        Fact(text, "signature", unit.Signature);
        Fact(text, "attributes", string.Join(", ", unit.Attributes));
        Fact(text, "documentation", unit.Documentation);
        Fact(text, "calls", string.Join(", ", callees.Take(MaxNames)));
        Fact(text, "called by", string.Join(", ", callers.Take(MaxNames)));
        ReadOnlySpan<char> code = body ?? unit.Body;
        const string Label = "code:\n";
        int room = maxCharacters - text.Length - Label.Length;
        if (!code.IsEmpty && room > 0)
        {
            text.Append(Label).Append(Cut(code, room));
        }

        return text.ToString();
    }

    private static string NameAndWords(string name)
    {
        string words = string.Join(' ', IdentifierWords.ToLowerWords(name));
        return words.Length == 0 || words.Equals(name, StringComparison.OrdinalIgnoreCase) ? name : string.Create(CultureInfo.InvariantCulture, $"{name} ({words})");
    }

    private static void Fact(StringBuilder text, string label, ReadOnlySpan<char> value)
    {
        value = value.Trim();
        if (value.IsEmpty)
        {
            return;
        }

        text.Append(label).Append(": ");
        bool space = false;
        foreach (char c in Cut(value, MaxFact))
        {
            // One fact a line.
            if (char.IsWhiteSpace(c))
            {
                space = true;
                continue;
            }

            if (space)
            {
                text.Append(' ');
                space = false;
            }

            text.Append(c);
        }

        text.Append('\n');
    }

    private static ReadOnlySpan<char> Cut(ReadOnlySpan<char> text, int length) =>
        text.Length <= length ? text : text[..(char.IsHighSurrogate(text[length - 1]) ? length - 1 : length)];
}
