using System.Text.RegularExpressions;

namespace StructIndex;

/// <summary>Makes the views of Razor files, with what the files of imports above them say and the namespace that their folder gives.</summary>
internal sealed partial class RazorViews
{
    private readonly Dictionary<string, (SourceFile File, RazorParts Parts)> _imports = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> _namespaces = new(StringComparer.Ordinal);

    /// <summary>Reads the files of imports, and the namespaces of folders that no project has.</summary>
    public RazorViews(IReadOnlyList<CSharpFile> files)
    {
        foreach (CSharpFile file in files)
        {
            if (IsImports(file.Source.Path))
            {
                _imports[file.Source.Path] = (file.Source, RazorReader.Read(file.Source.Text));
            }
            else if (!IsRazor(file.Source) && file.Owner!.File.Path.Length == 0 && Namespace().Match(file.Source.Text) is { Success: true } match)
            {
                _namespaces.TryAdd(CodeFiles.Folder(file.Source.Path), match.Groups["name"].Value);
            }
        }
    }

    /// <summary>Whether a file is Razor.</summary>
    public static bool IsRazor(SourceFile file) => file.Language == "razor";

    /// <summary>The view of a file.</summary>
    public RazorView Of(CSharpFile file)
    {
        SourceFile source = file.Source;
        if (IsImports(source.Path))
        {
            return new RazorView();
        }

        RazorParts parts = RazorReader.Read(source.Text);
        (SourceFile File, RazorParts Parts)[] above = [.. Above(source.Path)];
        string space = NamespaceOf(file, parts, above);
        bool isPage = source.Path.EndsWith(".cshtml", StringComparison.OrdinalIgnoreCase);
        string name = Identifier(isPage ? Path.ChangeExtension(source.Path, null).Replace('/', '_') : CodeFiles.Stem(source.Path));
        RazorView view = new() { ClassName = name };
        view.Add(space.Length > 0 ? $"namespace {space} {{\n" : "");
        foreach ((SourceFile imports, RazorParts said) in above)
        {
            said.Usings.ForEach(span => view.Add($"using {Of(imports, span)};\n"));
        }

        parts.Usings.ForEach(span => AddTo(view, source.Text, ["using ", span, ";\n"]));
        view.Add($"public partial class {name}");
        AddTo(view, source.Text, Head(parts, isPage, above.Select(one => one.Parts.Inherits is { } span ? Of(one.File, span) : null).LastOrDefault(said => said is not null)));
        view.Add("{\n");
        foreach ((SourceFile imports, RazorParts said) in above)
        {
            view.Add(string.Concat(said.Members.Select(piece => piece.Generated ?? Of(imports, piece.Span))));
        }

        AddTo(view, source.Text, parts.Model is { } model ? ["public ", model, " Model => default!;\n"] : []);
        AddTo(view, source.Text, parts.Members);
        view.Add("private async System.Threading.Tasks.Task Render__() {\n");
        AddTo(view, source.Text, parts.Markup);
        view.Add(space.Length > 0 ? "}}}\n" : "}}\n");
        return view;
    }

    private static IEnumerable<RazorPiece> Head(RazorParts parts, bool isPage, string? inherited)
    {
        if (parts.TypeParameters.Count > 0)
        {
            yield return "<";
            for (int i = 0; i < parts.TypeParameters.Count; i++)
            {
                yield return i > 0 ? ", " : "";
                yield return parts.TypeParameters[i];
            }

            yield return ">";
        }

        yield return " : ";
        yield return parts.Inherits is { } own ? own : inherited ?? (isPage ? "Microsoft.AspNetCore.Mvc.Razor.RazorPage" : "Microsoft.AspNetCore.Components.ComponentBase");
        foreach (SourceSpan @interface in parts.Implements)
        {
            yield return ", ";
            yield return @interface;
        }

        yield return " ";
    }

    private static void AddTo(RazorView view, string text, IEnumerable<RazorPiece> pieces)
    {
        foreach (RazorPiece piece in pieces)
        {
            if (piece.Generated is { } generated)
            {
                view.Add(generated);
            }
            else
            {
                view.Add(text, piece.Span);
            }
        }
    }

    /// <summary>The files of imports that count for a path, those of outer folders first.</summary>
    private IEnumerable<(SourceFile File, RazorParts Parts)> Above(string path)
    {
        string name = path.EndsWith(".cshtml", StringComparison.OrdinalIgnoreCase) ? "_ViewImports.cshtml" : "_Imports.razor";
        for (int slash = 0; slash >= 0; slash = path.IndexOf('/', slash + 1))
        {
            string folder = path[..slash];
            if (_imports.TryGetValue(folder.Length == 0 ? name : $"{folder}/{name}", out (SourceFile, RazorParts) found))
            {
                yield return found;
            }
        }
    }

    private string NamespaceOf(CSharpFile file, RazorParts parts, (SourceFile File, RazorParts Parts)[] above)
    {
        if (parts.Namespace is { } own)
        {
            return Of(file.Source, own);
        }

        string folder = CodeFiles.Folder(file.Source.Path);
        if (above.LastOrDefault(one => one.Parts.Namespace is not null) is { File: { } imports } said)
        {
            return Joined(Of(imports, said.Parts.Namespace!.Value), Under(folder, CodeFiles.Folder(imports.Path)));
        }

        if (file.Owner!.File is { Path.Length: > 0 } project && file.FullPath is { } full)
        {
            return Joined(project.RootNamespace, Under(ProjectFolders.FolderOf(full), ProjectFolders.FolderOf(project.Path)));
        }

        for (string at = folder; ; at = CodeFiles.Folder(at))
        {
            if (_namespaces.TryGetValue(at, out string? beside))
            {
                return beside;
            }

            if (at.Length == 0)
            {
                return "";
            }
        }
    }

    private static string Under(string folder, string root) => folder.Length > root.Length ? folder[root.Length..].Trim('/') : "";

    private static string Joined(string root, string folders) =>
        string.Join('.', folders.Split('/', StringSplitOptions.RemoveEmptyEntries).Select(Identifier).Prepend(root).Where(part => part.Length > 0));

    private static string Identifier(string name)
    {
        string plain = new([.. name.Select(c => char.IsLetterOrDigit(c) ? c : '_')]);
        return plain.Length == 0 || char.IsDigit(plain[0]) ? "_" + plain : plain;
    }

    private static bool IsImports(string path) => Path.GetFileName(path) is "_Imports.razor" or "_ViewImports.cshtml";

    private static string Of(SourceFile file, SourceSpan span) => file.Text[span.Start..span.End];

    [GeneratedRegex(@"^[ \t]{0,99}namespace\s{1,99}(?<name>[\w.]{1,999})", RegexOptions.Multiline | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, Timeout.Infinite)]
    private static partial Regex Namespace();
}
