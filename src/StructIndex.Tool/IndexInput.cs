using System.CommandLine;

namespace StructIndex;

/// <summary>The argument and options that name what is asked: a folder of source, or an index file.</summary>
internal sealed class IndexInput
{
    private readonly Argument<string> _path;
    private readonly Option<string[]> _include = new("--include") { Description = "Take only files that match the glob; may be repeated. Folders only.", HelpName = "GLOB" };
    private readonly Option<string[]> _exclude = new("--exclude") { Description = "Leave out files that match the glob; may be repeated. Folders only.", HelpName = "GLOB" };
    private readonly bool _folderOnly;

    private IndexInput(bool folderOnly)
    {
        _folderOnly = folderOnly;
        _path = new Argument<string>(folderOnly ? "DIR" : "DIR|FILE")
        {
            Description = folderOnly ? "A folder of source." : "A folder of source, or an index file made by 'structindex index'.",
        };
    }

    /// <summary>Adds the argument and options to a command.</summary>
    /// <param name="command">The command; the argument comes before those added later.</param>
    /// <param name="folderOnly">Whether an index file is no good here.</param>
    public static IndexInput AddTo(Command command, bool folderOnly = false)
    {
        IndexInput input = new(folderOnly);
        command.Add(input._path);
        command.Add(input._include);
        command.Add(input._exclude);
        return input;
    }

    /// <summary>Builds or loads the index, with progress.</summary>
    /// <param name="arguments">The parsed command line.</param>
    /// <param name="console">Where progress goes.</param>
    /// <param name="needs">What the command will ask of the index.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    public async Task<CodeIndex> OpenAsync(System.CommandLine.ParseResult arguments, ToolConsole console, IndexNeeds needs, CancellationToken cancellationToken)
    {
        string path = arguments.GetRequiredValue(_path);
        string[] include = arguments.GetValue(_include) ?? [], exclude = arguments.GetValue(_exclude) ?? [];
        if (Directory.Exists(path))
        {
            DirectorySource source = new(path, new SourceOptions { Include = include, Exclude = exclude });
            CodeIndexOptions options = new()
            {
                Parsers = CodeIndexer.DefaultParsers,
                EmbeddingGenerator = needs == IndexNeeds.Search ? CodeIndexer.DefaultEmbeddingGenerator : null,
                BindEdges = needs != IndexNeeds.Units,
            };
            using ProgressReporter progress = ProgressReporter.For(console);
            return await new CodeIndexBuilder(options).BuildAsync(source, progress, cancellationToken).ConfigureAwait(false);
        }

        if (_folderOnly || !File.Exists(path))
        {
            throw new IOException($"there is no folder{(_folderOnly ? "" : " or index file")} at {path}");
        }

        if (include.Length + exclude.Length > 0)
        {
            throw new ArgumentException($"--include and --exclude choose files of a folder, and {path} is an index file; use --path to filter results");
        }

        return await CodeIndexer.LoadAsync(path, cancellationToken: cancellationToken).ConfigureAwait(false);
    }
}
