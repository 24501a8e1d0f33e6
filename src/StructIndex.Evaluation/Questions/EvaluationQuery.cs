namespace StructIndex;

/// <summary>A question with the answers that count as right.</summary>
/// <param name="Id">Id, unique in its set.</param>
/// <param name="Text">The question, symbol or code.</param>
/// <param name="Category">Group that it is reported under; empty for none.</param>
/// <param name="Targets">What answers it; empty for a question that should get no answer. A target that is given twice counts once.</param>
public sealed record EvaluationQuery(string Id, string Text, string Category, IReadOnlyList<RelevanceTarget> Targets)
{
    /// <summary>What answers the question, each target once; empty for a question that should get no answer.</summary>
    public IReadOnlyList<RelevanceTarget> Targets { get; init; } = [.. Targets.Distinct()];

    /// <summary>Whether the right answer is none.</summary>
    public bool ExpectsNothing => Targets.Count == 0;

    /// <summary>
    /// Whether the text names an answer: the name of a target's file without its extension, or the last part of its symbol, as a whole word
    /// in any letter case. Such questions are far easier, so that a mean over both kinds says little about either.
    /// </summary>
    public bool NamesTarget => Targets.Any(target => Holds(FileNameOf(target.Path)) || Holds(LastPartOf(target.Symbol)));

    private static string FileNameOf(string? path) => path is null ? "" : path[(path.LastIndexOf('/') + 1)..].Split('.')[0];

    private static string LastPartOf(string? symbol) => symbol?.Split('.', ':', '#', '/', '\\', '>')[^1] ?? "";

    private bool Holds(string name)
    {
        for (int at = 0; name.Length > 1 && (at = Text.IndexOf(name, at, StringComparison.OrdinalIgnoreCase)) >= 0; at++)
        {
            if ((at == 0 || !IsNameCharacter(Text[at - 1])) && (at + name.Length == Text.Length || !IsNameCharacter(Text[at + name.Length])))
            {
                return true;
            }
        }

        return false;
    }

    private static bool IsNameCharacter(char c) => char.IsLetterOrDigit(c) || c == '_';
}
