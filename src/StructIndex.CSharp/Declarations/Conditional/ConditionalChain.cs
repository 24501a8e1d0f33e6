namespace StructIndex;

/// <summary>An <c>#if</c> with its <c>#elif</c> and <c>#else</c> branches.</summary>
/// <param name="around">The branch that holds it; null at the top.</param>
internal sealed class ConditionalChain(ConditionalBranch? around)
{
    /// <summary>The branch that holds the chain; null at the top.</summary>
    public ConditionalBranch? Around { get; } = around;

    /// <summary>The branches, in the order of the text.</summary>
    public List<ConditionalBranch> Branches { get; } = [];

    /// <summary>The branch the current pass reads.</summary>
    public ConditionalBranch? Chosen { get; private set; }

    /// <summary>Takes the first branch that has something unseen in it, the first of all when none has.</summary>
    public void Choose() => Chosen = Branches.Find(branch => branch.HasUnseen) ?? Branches[0];
}
