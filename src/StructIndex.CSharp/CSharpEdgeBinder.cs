using System.Collections.Concurrent;
using System.Collections.Frozen;
using Microsoft.CodeAnalysis;

namespace StructIndex;

/// <summary>Binds the call sites of C# sources with the compiler and gives the edges between their declarations.</summary>
public sealed class CSharpEdgeBinder : IEdgeBinder
{
    private readonly ProjectModel _model;

    internal CSharpEdgeBinder(ProjectModel model) => _model = model;

    /// <summary>What became of the call sites; zeros before <see cref="Bind"/> has run.</summary>
    public CSharpBindingStatistics Statistics { get; private set; }

    /// <inheritdoc/>
    public IReadOnlyList<BoundReference> Bind(Action<SourceFile>? onBound, CancellationToken cancellationToken = default)
    {
        FrozenDictionary<string, CSharpFile> files = _model.Files.Where(file => file.Tree is not null).ToFrozenDictionary(file => file.Source.Path, StringComparer.Ordinal);
        FrozenSet<string> names = MemberNames.Of(_model);
        List<BoundReference>?[] found = new List<BoundReference>?[_model.Files.Count];
        CSharpBindingStatistics[] statistics = new CSharpBindingStatistics[found.Length];
        ConcurrentBag<BindingScope> scopes = [];
        DeepWorkers.ForEach([.. Enumerable.Range(0, found.Length)], i =>
        {
            CSharpFile file = _model.Files[i];
            if (file.Tree is not null)
            {
                // A scope caches per symbol and is no use to two threads at once.
                BindingScope scope = scopes.TryTake(out BindingScope? free) ? free : new BindingScope(files);
                SiteWalker walker = new(file, scope, names, cancellationToken);
                found[i] = walker.Walk();
                statistics[i] = walker.Statistics;
                scopes.Add(scope);
            }

            onBound?.Invoke(file.Source);
        }, cancellationToken);

        Statistics = statistics.Aggregate(default(CSharpBindingStatistics), static (sum, one) => sum + one);
        return [.. found.OfType<List<BoundReference>>().SelectMany(static edges => edges)];
    }
}
