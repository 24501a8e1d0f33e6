using System.CommandLine;

namespace StructIndex;

/// <summary><c>structindex impact DIR|FILE SYMBOL</c>, or <c>DIR --diff REV</c>: what a change reaches, and the tests to run.</summary>
internal static class ImpactCommand
{
    private const int DefaultDepth = 3;

    public static Command Create(ToolConsole console)
    {
        Command command = new(
            "impact",
            """
            What a change reaches: the tests to run, then all users, nearest and surest first.

              structindex impact code.index Store.Save          the symbol changes; a type changes with all its members
              structindex impact . --diff main                  what this branch and the working tree changed since main
              structindex impact . --diff --format mermaid      what the working tree changed since the last commit

            --diff runs git, which has to be installed; nothing of the repository (hooks, filters) is run.
            """);
        IndexInput input = IndexInput.AddTo(command);
        Argument<string?> symbol = new("SYMBOL") { Description = "What changes: a name, a qualified name or its end, or a unit id.", Arity = ArgumentArity.ZeroOrOne };
        Option<string> diff = new("--diff") { Description = "The units that differ from this commit, branch or tag; HEAD where none is named.", HelpName = "REV", Arity = ArgumentArity.ZeroOrOne };
        Option<int> depth = new("--depth", "-d") { Description = "How many uses to follow.", DefaultValueFactory = _ => DefaultDepth, CustomParser = OptionValues.Count, HelpName = "N" };
        Option<ImpactFormat> format = new("--format", "-f") { Description = "text, json (lines: is id symbol path start end depth certainty kind to through line), dot or mermaid.", HelpName = "FORMAT" };
        command.Add(symbol);
        command.Add(diff);
        command.Add(depth);
        command.Add(format);
        command.SetAction(async (arguments, cancellationToken) =>
        {
            string? named = arguments.GetValue(symbol);
            bool isDiff = arguments.GetResult(diff) is not null;
            if (isDiff == (named is not null))
            {
                throw new ArgumentException("name a SYMBOL, or --diff with or without a revision, and not both");
            }

            GitChanges? changes = isDiff ? await ChangesAsync(input.PathOf(arguments), arguments.GetValue(diff) ?? "HEAD", console, cancellationToken).ConfigureAwait(false) : null;
            CodeIndex index = await input.OpenAsync(arguments, console, IndexNeeds.Edges, cancellationToken).ConfigureAwait(false);
            MissingEdges.Warn(index, console);
            IReadOnlyList<CodeUnit> changed = changes is null ? WithMembers(index.Graph, SymbolArgument.Find(index, named!, console)) : index.Graph.UnitsAt(changes.Files);
            if (changed.Count == 0)
            {
                if (changes is not null)
                {
                    console.Error.WriteLine("structindex: no unit changed");
                }

                return ExitCode.Nothing;
            }

            ImpactWriter.Write(index.Graph.Impact(changed, arguments.GetValue(depth)), arguments.GetValue(format), console.Output);
            return ExitCode.Found;
        });
        return command;
    }

    private static async Task<GitChanges> ChangesAsync(string folder, string revision, ToolConsole console, CancellationToken cancellationToken)
    {
        if (!Directory.Exists(folder))
        {
            throw new ArgumentException($"--diff is about a folder in a git repository, and {folder} is none");
        }

        GitChanges changes = await GitChanges.ReadAsync(folder, revision, cancellationToken).ConfigureAwait(false);
        if (changes.Deleted.Count > 0)
        {
            console.Error.WriteLine($"structindex: who used what {changes.Deleted[0]}{(changes.Deleted.Count > 1 ? $" and {changes.Deleted.Count - 1} more deleted files" : "")} held is not known; name it as SYMBOL in an index made before");
        }

        return changes;
    }

    private static List<CodeUnit> WithMembers(CodeGraph graph, IEnumerable<CodeUnit> units)
    {
        List<CodeUnit> all = [.. units];
        HashSet<CodeUnit> seen = [.. all];
        for (int at = 0; at < all.Count; at++)
        {
            all.AddRange(all[at].Kind.IsType() ? graph.MembersOf(all[at]).Where(seen.Add) : []);
        }

        return all;
    }
}
