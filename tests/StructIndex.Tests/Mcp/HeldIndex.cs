namespace StructIndex.Tests;

/// <summary>An index that a test brings on when it wants to.</summary>
internal sealed class HeldIndex : ICodeIndexAccessor
{
    private readonly TaskCompletionSource<CodeIndex> _first = new();
    private readonly TaskCompletionSource<CodeIndex> _whole = new();

    public CodeIndex? Current { get; private set; }

    public CodeIndexState State { get; private set; } = new(CodeIndexPhase.Building, new IndexProgress(IndexStage.Parsing, 3, 12));

    public static HeldIndex Of(CodeIndex index)
    {
        HeldIndex held = new();
        held.Bring(index, isWhole: true);
        return held;
    }

    public Task<CodeIndex> WaitAsync(bool withEdges = false, CancellationToken cancellationToken = default) => (withEdges ? _whole : _first).Task.WaitAsync(cancellationToken);

    public void Bring(CodeIndex index, bool isWhole)
    {
        Current = index;
        State = new CodeIndexState(isWhole ? CodeIndexPhase.Ready : CodeIndexPhase.Binding);
        _first.TrySetResult(index);
        if (isWhole)
        {
            _whole.TrySetResult(index);
        }
    }

    public void Fail(string message)
    {
        State = new CodeIndexState(CodeIndexPhase.Failed, Failure: message);
        _first.TrySetException(new StructIndexException(message));
        _whole.TrySetException(new StructIndexException(message));
    }
}
