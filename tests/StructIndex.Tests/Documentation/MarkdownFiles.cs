using System.Text.RegularExpressions;

namespace StructIndex.Tests;

/// <summary>The Markdown documents of the checkout that users and contributors read, and what they contain.</summary>
internal static partial class MarkdownFiles
{
    /// <summary>Paths relative to the root of the checkout, in order. Measured reports are left out: they keep the words of their day.</summary>
    public static IReadOnlyList<string> Paths { get; } =
    [
        .. new[] { Repository.Root }
            .SelectMany(root => Directory.EnumerateFiles(root, "*.md")
                .Concat(Directory.EnumerateFiles(Path.Combine(root, ".github"), "*.md"))
                .Concat(Directory.EnumerateFiles(Path.Combine(root, "src"), "*.md"))
                .Concat(Directory.EnumerateDirectories(Path.Combine(root, "src")).SelectMany(project => Directory.EnumerateFiles(project, "*.md"))))
            .Select(path => Path.GetRelativePath(Repository.Root, path).Replace('\\', '/'))
            .Order(StringComparer.Ordinal),
    ];

    /// <summary>The C# code blocks of a document.</summary>
    public static IReadOnlyList<string> Snippets(string path) =>
        [.. Fence().Matches(File.ReadAllText(Path.Combine(Repository.Root, path))).Select(match => match.Groups["code"].Value)];

    /// <summary>The paths into the checkout that a document names as code: those that begin with a folder at its root.</summary>
    public static IReadOnlyList<string> NamedPaths(string path) =>
        [.. CodePath().Matches(File.ReadAllText(Path.Combine(Repository.Root, path))).Select(match => match.Groups["path"].Value.TrimEnd('.', ':')).Distinct(StringComparer.Ordinal)];

    [GeneratedRegex(@"^```csharp\r?\n(?<code>.*?)^```", RegexOptions.Multiline | RegexOptions.Singleline | RegexOptions.ExplicitCapture, 10_000)]
    private static partial Regex Fence();

    [GeneratedRegex(@"(?<=[\s`(])(?<path>(src|tests|benchmarks|samples)/[\w./-]*\w)", RegexOptions.ExplicitCapture, 10_000)]
    private static partial Regex CodePath();
}
