using System.Collections.Concurrent;
using System.Collections.Frozen;
using Microsoft.CodeAnalysis;

namespace StructIndex;

/// <summary>Binds the call sites of C# sources with the compiler and gives the edges between their declarations.</summary>
internal sealed class CSharpEdgeBinder : IEdgeBinder
{
    private readonly ProjectModel _model;

    internal CSharpEdgeBinder(ProjectModel model) => _model = model;

    /// <summary>What became of the call sites; zeros before <see cref="Bind(Action{SourceFile}?, CancellationToken)"/> has run.</summary>
    public CSharpBindingStatistics Statistics { get; private set; }

    /// <inheritdoc/>
    public IReadOnlyList<FileFailure> Failures { get; private set; } = [];

    /// <inheritdoc/>
    public IReadOnlyList<BoundReference> Bind(Action<SourceFile>? onBound, CancellationToken cancellationToken = default)
    {
        FrozenDictionary<string, CSharpFile> files = _model.Files.Where(file => file.Tree is not null).ToFrozenDictionary(file => file.Source.Path, StringComparer.Ordinal);
        FrozenSet<string> names = MemberNames.Of(_model);
        FrozenSet<string> deepTypes = InheritanceDepth.TooDeep(_model.Files, cancellationToken);
        ConcurrentBag<BindingScope> scopes = [];
        int[] order = CSharpParser.LargestFirst(_model.Files);
        FileEdges[] found = DeepWorkers.Map(
            order,
            (i, token) => Bind(_model.Files[i], scopes, files, names, deepTypes, token, cancellationToken),
            i => SiteWalker.LimitFor(_model.Files[i].Source),
            i => new FileEdges([], default, SiteWalker.TimedOut(_model.Files[i].Source)),
            i => onBound?.Invoke(_model.Files[i].Source),
            cancellationToken);

        FileEdges[] ordered = new FileEdges[order.Length];
        for (int k = 0; k < order.Length; k++)
        {
            ordered[order[k]] = found[k];
        }

        Statistics = ordered.Aggregate(default(CSharpBindingStatistics), static (sum, file) => sum + file.Statistics);
        Failures = [.. ordered.Select(file => file.Failure).OfType<FileFailure>()];
        if (_model.Files.Count > 0 && SharedFrameworks.Assemblies(SharedFrameworks.Base).Count == 0)
        {
            Failures = [.. Failures, new FileFailure(_model.Files[0].Source.Path, FileFailureKind.EdgesIncomplete, "No installation of .NET was found, so calls of this and all other C# files that need its types are not bound: install the .NET SDK, or let DOTNET_ROOT name its folder.")];
        }

        return [.. ordered.SelectMany(static file => file.Edges)];
    }

    private static FileEdges Bind(
        CSharpFile file, ConcurrentBag<BindingScope> scopes, FrozenDictionary<string, CSharpFile> files, FrozenSet<string> names, FrozenSet<string> deepTypes, CancellationToken time, CancellationToken cancellationToken)
    {
        if (file.Tree is null)
        {
            return new FileEdges([], default, null);
        }

        // A scope caches per symbol and is no use to two threads at once.
        BindingScope scope = scopes.TryTake(out BindingScope? free) ? free : new BindingScope(files);
        SiteWalker walker = new(file, scope, names, deepTypes, time, cancellationToken);
        List<BoundReference> edges = walker.Walk();
        scopes.Add(scope);
        return new FileEdges(edges, walker.Statistics, walker.Failure);
    }

    private readonly record struct FileEdges(List<BoundReference> Edges, CSharpBindingStatistics Statistics, FileFailure? Failure);
}
