using System.Collections.Concurrent;

namespace StructIndex;

/// <summary>
/// The order in which files are bound: project by project, those that reference others before what they reference, so that the compilation
/// and the trees of a project can be released as soon as the last of these files is bound.
/// </summary>
internal sealed class BindingOrder
{
    /// <summary>Characters of source whose trees and symbols are worth a collection: some 30 MB.</summary>
    private const int WorthCollecting = 2_000_000;

    private readonly Lock _gate = new();
    private readonly IReadOnlyDictionary<string, CSharpFile> _files;
    private readonly Dictionary<CSharpProject, ConcurrentBag<BindingScope>> _scopes;

    // For each project how many files are still to be bound of it and of those that reference it.
    private readonly Dictionary<CSharpProject, int> _waiting = [];

    private readonly long _enough;
    private long _released;

    /// <summary>Orders files.</summary>
    /// <param name="unbound">The files to be bound.</param>
    /// <param name="files">All files that have a tree, by path.</param>
    public BindingOrder(IReadOnlyList<CSharpFile> unbound, IReadOnlyDictionary<string, CSharpFile> files)
    {
        _files = files;
        _enough = Math.Max(WorthCollecting, files.Values.Sum(file => (long)file.Text.Length) / 4);
        _scopes = unbound.Select(file => file.Owner!).Distinct().ToDictionary(project => project, _ => new ConcurrentBag<BindingScope>());
        foreach (CSharpFile file in unbound)
        {
            foreach (CSharpProject project in file.Owner!.References.Prepend(file.Owner))
            {
                _waiting[project] = _waiting.GetValueOrDefault(project) + 1;
            }
        }

        // References are those through others too, so a project has more of them than each of the projects it references.
        Files = [.. Enumerable.Range(0, unbound.Count)
            .OrderByDescending(i => unbound[i].Owner!.References.Count)
            .ThenBy(i => unbound[i].Owner!.File.Path, StringComparer.Ordinal)
            .ThenByDescending(i => unbound[i].Source.Text.Length)];
    }

    /// <summary>Places of the files in the order in which they are bound.</summary>
    public int[] Files { get; }

    /// <summary>Takes what knows the declarations that a project sees: it caches per symbol, and is no use to two threads at once.</summary>
    public BindingScope TakeScope(CSharpProject project) => _scopes[project].TryTake(out BindingScope? free) ? free : new BindingScope(_files);

    /// <summary>Gives it back.</summary>
    public void Return(BindingScope scope, CSharpProject project) => _scopes[project].Add(scope);

    /// <summary>Notes that a file is bound.</summary>
    /// <param name="file">The file.</param>
    /// <param name="release">Whether the projects that nothing waits for any more are released; nothing can be bound in them afterwards.</param>
    public void Done(CSharpFile file, bool release)
    {
        bool isEnough = false;
        lock (_gate)
        {
            foreach (CSharpProject project in file.Owner!.References.Prepend(file.Owner))
            {
                if (--_waiting[project] == 0 && release)
                {
                    _scopes.GetValueOrDefault(project)?.Clear();
                    project.Release();
                    _released += project.Files.Sum(own => (long)own.Text.Length);
                }
            }

            isEnough = _released >= _enough;
            _released = isEnough ? 0 : _released;
        }

        if (isEnough)
        {
            // The collector knows nothing of it, and would look at what is so old only after the heap has grown by as much again.
            GC.Collect(GC.MaxGeneration, GCCollectionMode.Forced, blocking: false);
        }
    }
}
