using System.Text;

namespace StructIndex.Tests;

/// <summary>
/// Everything found in a small program of several files, as a text a reviewer can read. To rewrite it after a wanted change:
/// run this test with STRUCTINDEX_UPDATE_GOLDEN=1 and read the difference.
/// </summary>
public sealed class CSharpGoldenTests
{
    private static readonly string s_folder = Path.Combine(Repository.Root, "tests", "StructIndex.Tests", "CSharp", "Golden");

    [Fact]
    public void Declarations_and_edges_are_as_reviewed()
    {
        string actual = Describe(CSharpSample.OfFiles(Read("Shop.source.txt").Split("// file: ", StringSplitOptions.RemoveEmptyEntries).Select(part =>
        {
            int end = part.IndexOf('\n', StringComparison.Ordinal);
            return CSharpSample.Source(part[..end].Trim(), part[(end + 1)..]);
        })));
        if (Environment.GetEnvironmentVariable("STRUCTINDEX_UPDATE_GOLDEN") == "1")
        {
            File.WriteAllText(Path.Combine(s_folder, "Shop.golden.txt"), actual);
            return;
        }

        Assert.Equal(Read("Shop.golden.txt"), actual);
    }

    private static string Describe(CSharpSample sample)
    {
        StringBuilder text = new();
        foreach (ParsedFile file in sample.Result.Files)
        {
            text.Append("== ").Append(file.Source.Path).Append('\n');
            foreach (CodeDeclaration declaration in file.Declarations)
            {
                int start = file.Source.LineAt(declaration.Span.Start), end = file.Source.LineAt(declaration.Span.End - 1);
                string marks = (declaration.IsPublic == true ? " public" : "") + (declaration.IsTest ? " test" : "");
                text.Append($"{start}-{end} {declaration.Kind} {CSharpSample.Name(declaration)}{marks}\n");
                Detail(text, "id", declaration.Id);
                Detail(text, "signature", declaration.Signature);
                Detail(text, "documentation", declaration.Documentation.Replace("\n", " | ", StringComparison.Ordinal));
                Detail(text, "attributes", string.Join(", ", declaration.Attributes));
            }
        }

        text.Append("== edges\n");
        foreach (BoundReference edge in sample.Bound)
        {
            text.Append($"{edge.Source.Path}:{edge.Source.LineAt(edge.Offset)} {CSharpSample.Line(edge)}\n");
        }

        return text.Append($"== sites\n{sample.Statistics}\n").ToString();
    }

    private static void Detail(StringBuilder text, string name, string? value)
    {
        if (!string.IsNullOrEmpty(value))
        {
            text.Append("    ").Append(name).Append(": ").Append(value).Append('\n');
        }
    }

    private static string Read(string name) => File.ReadAllText(Path.Combine(s_folder, name)).ReplaceLineEndings("\n");
}
