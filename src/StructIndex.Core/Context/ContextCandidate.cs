namespace StructIndex;

/// <summary>A unit that may go into a context pack.</summary>
/// <param name="Unit">The unit.</param>
/// <param name="Worth">What it gives when shown whole.</param>
/// <param name="Why">Why it is offered.</param>
/// <param name="IsMinor">Whether its file is hardly relevant, so that it shares a small part of the budget with others of its kind.</param>
/// <param name="Language">How comments are written in its language.</param>
/// <param name="Host">The candidate that it is a neighbour of, which must be in the pack first; null for a hit.</param>
internal sealed record ContextCandidate(CodeUnit Unit, double Worth, string Why, bool IsMinor, LanguageFacts Language, ContextCandidate? Host = null)
{
    /// <summary>The forms it may take, the least first. A neighbour is there to say what it is, so its signature is enough.</summary>
    public IReadOnlyList<ContextForm> Forms { get; } = Host is not null
        ? [ContextForm.Signature]
        : LeadingSentence.Of(Unit.Documentation).Length == Unit.Documentation.Trim().Length
            ? [ContextForm.Signature, ContextForm.Whole]
            : [ContextForm.Signature, ContextForm.Documented, ContextForm.Whole];
}
