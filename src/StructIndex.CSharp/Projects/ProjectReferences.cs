namespace StructIndex;

/// <summary>Which projects see which: references flow through projects.</summary>
internal sealed class ProjectReferences
{
    /// <summary>Projects that one project sees. Far more than the largest solutions have.</summary>
    private const int MaxReferences = 2_000;

    private readonly Dictionary<string, CSharpProject> _byPath = new(StringComparer.Ordinal);
    private readonly Dictionary<string, CSharpProject> _byPathOfAnyCase = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>Enters the projects. Where two differ in case alone, a reference of another case means the first.</summary>
    public ProjectReferences(IEnumerable<CSharpProject> projects)
    {
        foreach (CSharpProject project in projects)
        {
            _byPath.TryAdd(project.File.Path, project);
            _byPathOfAnyCase.TryAdd(project.File.Path, project);
        }
    }

    /// <summary>The projects a project references, directly or through others, the nearest first.</summary>
    public IReadOnlyList<CSharpProject> Of(CSharpProject project, ProjectAccess access)
    {
        List<CSharpProject> found = [];
        HashSet<CSharpProject> seen = [project];
        Queue<CSharpProject> open = new([project]);
        try
        {
            while (open.TryDequeue(out CSharpProject? next))
            {
                foreach (string path in next.File.ProjectReferences)
                {
                    access.Budget.Spend(1);
                    if ((_byPath.TryGetValue(path, out CSharpProject? reference) || _byPathOfAnyCase.TryGetValue(path, out reference)) && seen.Add(reference))
                    {
                        if (found.Count == MaxReferences)
                        {
                            throw new ProjectLimitException(FormattableString.Invariant($"It references more than {MaxReferences:N0} projects."));
                        }

                        found.Add(reference);
                        open.Enqueue(reference);
                    }
                }
            }
        }
        catch (ProjectLimitException e)
        {
            access.Fail(project.File.Path, $"Not all its references were followed: {e.Message}");
        }

        return found;
    }
}
