using ModelContextProtocol;

namespace StructIndex;

/// <summary>What calls may ask for.</summary>
internal static class Limits
{
    public const int DefaultTokens = 2000;
    public const int DefaultTokensOfCode = 4000;
    public const int MinTokens = 200;
    public const int MaxTokens = 100_000;

    /// <summary>Tokens kept for what stands around the entries of an answer.</summary>
    public const int Envelope = 40;

    public const string TokensDescription = "Most tokens of the answer, 200 to 100000, by an estimate that errs upwards.";
    public const string SymbolDescription = "A name or its end (Save, Store.Save, Shop.Store.Save), an id from another answer, or path:line.";

    /// <summary>Checks what tools that page have in common.</summary>
    /// <exception cref="McpException">A value is out of its range; the message is for the model.</exception>
    public static void Check(int maxTokens, int offset = 0)
    {
        CheckRange(nameof(maxTokens), maxTokens, MinTokens, MaxTokens);
        CheckRange(nameof(offset), offset, 0, int.MaxValue);
    }

    /// <exception cref="McpException">The value is out of its range.</exception>
    public static void CheckRange(string name, double value, double least, double most)
    {
        if (!(value >= least && value <= most))
        {
            string range = most == int.MaxValue ? FormattableString.Invariant($"{least} or more") : FormattableString.Invariant($"from {least} to {most}");
            throw new McpException(FormattableString.Invariant($"{name} is {value}; it must be {range}."));
        }
    }
}
