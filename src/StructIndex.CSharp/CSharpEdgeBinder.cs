using System.Collections.Frozen;
using Microsoft.CodeAnalysis;

namespace StructIndex;

/// <summary>Binds the call sites of C# sources with the compiler and gives the edges between their declarations.</summary>
internal sealed class CSharpEdgeBinder : IEdgeBinder
{
    internal CSharpEdgeBinder(ModelMemory memory) => Memory = memory;

    /// <summary>The files, with what is known of each.</summary>
    internal ModelMemory Memory { get; }

    /// <summary>What became of the call sites; zeros before <see cref="Bind(Action{SourceFile}?, CancellationToken)"/> has run.</summary>
    public CSharpBindingStatistics Statistics { get; private set; }

    /// <inheritdoc/>
    public IReadOnlyList<FileFailure> Failures { get; private set; } = [];

    /// <inheritdoc/>
    public IReadOnlyList<BoundReference> Bind(Action<SourceFile>? onBound, CancellationToken cancellationToken = default) => Bind(onBound, once: false, cancellationToken);

    /// <inheritdoc/>
    public IReadOnlyList<BoundReference> BindOnce(Action<SourceFile>? onBound, CancellationToken cancellationToken = default) => Bind(onBound, once: true, cancellationToken);

    /// <inheritdoc/>
    public byte[] Keep() => KeptModel.Write(Memory);

    private List<BoundReference> Bind(Action<SourceFile>? onBound, bool once, CancellationToken cancellationToken)
    {
        CSharpFile[] unbound = [.. Memory.Files.Where(file => file.Bound is null)];
        if (unbound.Length > 0)
        {
            Bind(unbound, onBound, once, cancellationToken);
        }

        BoundFile[] bound = [.. Memory.Files.Select(file => file.Bound!)];
        Statistics = bound.Aggregate(default(CSharpBindingStatistics), static (sum, file) => sum + file.Statistics);
        Failures = [.. bound.Select(file => file.Failure).OfType<FileFailure>()];
        if (Memory.Files.Count > 0 && SharedFrameworks.Assemblies(SharedFrameworks.Base).Count == 0)
        {
            Failures = [.. Failures, new FileFailure(Memory.Files[0].Source.Path, FileFailureKind.EdgesIncomplete, "No installation of .NET was found, so calls of this and all other C# files that need its types are not bound: install the .NET SDK, or let DOTNET_ROOT name its folder.")];
        }

        return Edges();
    }

    private List<BoundReference> Edges()
    {
        Dictionary<string, CSharpFile> byPath = Memory.Files.ToDictionary(file => file.Source.Path, StringComparer.Ordinal);
        List<BoundReference> edges = new(Memory.Files.Sum(file => file.Bound!.Edges.Length));
        foreach (CSharpFile file in Memory.Files)
        {
            foreach (KeptEdge edge in file.Bound!.Edges)
            {
                CSharpFile user = byPath[edge.FromPath];
                CodeDeclaration? from = user.Numbers[edge.From];
                (SourceFile source, int offset) = edge.Offset == KeptEdge.AtName ? (user.Source, from!.NameSpan.Start) : (file.Source, edge.Offset);
                edges.Add(new BoundReference(from, byPath[edge.ToPath].Numbers[edge.To]!, edge.Kind, edge.Certainty, source, offset));
            }
        }

        return edges;
    }

    private void Bind(CSharpFile[] unbound, Action<SourceFile>? onBound, bool once, CancellationToken cancellationToken)
    {
        FrozenDictionary<string, CSharpFile> files = Memory.Files.Where(file => file.Tree is not null).ToFrozenDictionary(file => file.Source.Path, StringComparer.Ordinal);
        FrozenSet<string> names = MemberNames.Of(Memory.Files);
        InheritanceDepth depth = new(Memory.Files, cancellationToken);
        BindingOrder binding = new(unbound, files);
        int[] order = binding.Files;
        FileEdges[] found = DeepWorkers.Map(
            order,
            (i, token) => Bind(unbound[i], binding, names, depth.TooDeepIn(unbound[i].Owner!), token, cancellationToken),
            i => SiteWalker.LimitFor(unbound[i].Source),
            i => new FileEdges([], default, SiteWalker.TimedOut(unbound[i].Source), IsTimedOut: true),
            i =>
            {
                binding.Done(unbound[i], release: once);
                onBound?.Invoke(unbound[i].Source);
            },
            cancellationToken);

        Dictionary<CodeDeclaration, (string Path, int Number)> places = new(ReferenceEqualityComparer.Instance);
        foreach (CSharpFile file in Memory.Files)
        {
            foreach ((CodeDeclaration declaration, int number) in file.Numbers.All)
            {
                places[declaration] = (file.Source.Path, number);
            }
        }

        for (int k = 0; k < order.Length; k++)
        {
            CSharpFile file = unbound[order[k]];
            FileEdges edges = found[k];
            file.Bound = new BoundFile([.. edges.Edges.Select(edge => Keep(edge, file.Source))], edges.Statistics, edges.Failure, edges.IsTimedOut);
        }

        KeptEdge Keep(BoundReference edge, SourceFile bound)
        {
            (string fromPath, int from) = edge.From is null ? (bound.Path, DeclarationNumbers.None) : places[edge.From];
            return new KeptEdge(fromPath, from, places[edge.To].Path, places[edge.To].Number, edge.Kind, edge.Certainty, ReferenceEquals(edge.Source, bound) ? edge.Offset : KeptEdge.AtName);
        }
    }

    private static FileEdges Bind(
        CSharpFile file, BindingOrder binding, FrozenSet<string> names, FrozenSet<string> deepTypes, CancellationToken time, CancellationToken cancellationToken)
    {
        if (file.Tree is null)
        {
            return new FileEdges([], default, null, IsTimedOut: false);
        }

        BindingScope scope = binding.TakeScope(file.Owner!);
        SiteWalker walker = new(file, scope, names, deepTypes, time, cancellationToken);
        List<BoundReference> edges = walker.Walk();
        binding.Return(scope, file.Owner!);
        return new FileEdges([.. edges], walker.Statistics, walker.Failure, walker.IsTimedOut);
    }

    private readonly record struct FileEdges(BoundReference[] Edges, CSharpBindingStatistics Statistics, FileFailure? Failure, bool IsTimedOut);
}
