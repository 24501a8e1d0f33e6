namespace StructIndex;

/// <summary>Writes what a change reaches.</summary>
internal static class ImpactWriter
{
    public static void Write(ChangeImpact impact, ImpactFormat format, TextWriter output)
    {
        switch (format)
        {
            case ImpactFormat.Json:
                WriteJson(impact, new JsonLines(output));
                break;
            case ImpactFormat.Dot:
                WriteDot(impact, output);
                break;
            case ImpactFormat.Mermaid:
                WriteMermaid(impact, output);
                break;
            default:
                WriteText(impact, output);
                break;
        }
    }

    private static void WriteText(ChangeImpact impact, TextWriter output)
    {
        output.WriteLine("changed:");
        foreach (CodeUnit unit in impact.Changed)
        {
            output.WriteLine($"  {unit.QualifiedName}  {unit.Path}:{unit.Lines.Start}");
        }

        Section("tests to run", impact.Tests);
        Section("reached", impact.Reached);

        void Section(string title, IReadOnlyList<ImpactedUnit> found)
        {
            output.WriteLine($"{title}:{(found.Count == 0 ? " none" : "")}");
            foreach (ImpactedUnit each in found)
            {
                string way = each.Edge is { } edge ? $"{JsonLines.Name(edge.Kind)} {edge.To.QualifiedName}{Behind(each)}, {JsonLines.Name(each.Certainty)}"
                    : each.Through is { } after ? $"its file is named after {after.Path}" : "changed itself";
                output.WriteLine($"  {each.Depth}  {each.Unit.QualifiedName}  {each.Unit.Path}:{each.Edge?.Line ?? each.Unit.Lines.Start}  ({way})");
            }
        }
    }

    /// <summary>The unit nearer to the change, where the edge leads to another: one of the same name by its full name.</summary>
    private static string Behind(ImpactedUnit found) => found.Edge!.To == found.Through ? "" : $" for {found.Through!.QualifiedName}";

    private static void WriteJson(ChangeImpact impact, JsonLines lines)
    {
        foreach (CodeUnit unit in impact.Changed)
        {
            lines.Write(json =>
            {
                json.WriteString("is", "changed");
                json.WriteString("id", unit.Id);
                json.WriteString("symbol", unit.QualifiedName);
                json.WriteString("path", unit.Path);
                json.WriteNumber("start", unit.Lines.Start);
                json.WriteNumber("end", unit.Lines.End);
            });
        }

        foreach ((string part, ImpactedUnit found) in impact.Tests.Select(test => ("test", test)).Concat(impact.Reached.Select(unit => ("reached", unit))))
        {
            lines.Write(json =>
            {
                json.WriteString("is", part);
                json.WriteString("id", found.Unit.Id);
                json.WriteString("symbol", found.Unit.QualifiedName);
                json.WriteString("path", found.Unit.Path);
                json.WriteNumber("start", found.Unit.Lines.Start);
                json.WriteNumber("end", found.Unit.Lines.End);
                json.WriteNumber("depth", found.Depth);
                json.WriteString("certainty", JsonLines.Name(found.Certainty));
                if (found is { Edge: { } edge, Through: { } through })
                {
                    json.WriteString("kind", JsonLines.Name(edge.Kind));
                    json.WriteString("to", edge.To.Id);
                    json.WriteString("through", through.Id);
                    json.WriteNumber("line", edge.Line);
                }
            });
        }
    }

    private static void WriteDot(ChangeImpact impact, TextWriter output)
    {
        output.WriteLine("digraph impact {");
        output.WriteLine("  rankdir=RL; node [shape=box, fontname=\"sans-serif\"];");
        Dictionary<CodeUnit, int> numbers = Numbers(impact);
        HashSet<CodeUnit> tests = [.. impact.Tests.Select(test => test.Unit)];
        foreach ((CodeUnit unit, int number) in numbers)
        {
            string label = $"{unit.QualifiedName}\\n{unit.Path}:{unit.Lines.Start}";
            string style = number < impact.Changed.Count ? ", style=\"filled,bold\", fillcolor=\"#ffd6d6\"" : tests.Contains(unit) ? ", style=filled, fillcolor=\"#d6f0d6\"" : "";
            output.WriteLine($"  n{number} [label=\"{Quoted(label)}\"{style}];");
        }

        foreach (ImpactedUnit found in Edges(impact))
        {
            output.WriteLine($"  n{numbers[found.Unit]} -> n{numbers[found.Through!]} [label=\"{JsonLines.Name(found.Edge!.Kind)}, {JsonLines.Name(found.Edge.Certainty)}\"{(IsSure(found) ? "" : ", style=dashed")}];");
        }

        output.WriteLine("}");

        static string Quoted(string text) => text.Replace("\"", "\\\"", StringComparison.Ordinal);
    }

    private static void WriteMermaid(ChangeImpact impact, TextWriter output)
    {
        output.WriteLine("flowchart RL");
        Dictionary<CodeUnit, int> numbers = Numbers(impact);
        HashSet<CodeUnit> tests = [.. impact.Tests.Select(test => test.Unit)];
        foreach ((CodeUnit unit, int number) in numbers)
        {
            string style = number < impact.Changed.Count ? ":::changed" : tests.Contains(unit) ? ":::test" : "";
            output.WriteLine($"  n{number}[\"{Quoted($"{unit.QualifiedName}\n{unit.Path}:{unit.Lines.Start}")}\"]{style}");
        }

        foreach (ImpactedUnit found in Edges(impact))
        {
            output.WriteLine($"  n{numbers[found.Unit]} {(IsSure(found) ? "--" : "-.")} {JsonLines.Name(found.Edge!.Certainty)} {(IsSure(found) ? "-->" : ".->")} n{numbers[found.Through!]}");
        }

        output.WriteLine("  classDef changed fill:#ffd6d6,stroke:#a33,color:#000");
        output.WriteLine("  classDef test fill:#d6f0d6,stroke:#383,color:#000");

        static string Quoted(string text) => text
            .Replace("&", "&amp;", StringComparison.Ordinal).Replace("\"", "&quot;", StringComparison.Ordinal)
            .Replace("<", "&lt;", StringComparison.Ordinal).Replace(">", "&gt;", StringComparison.Ordinal).Replace("\n", "<br>", StringComparison.Ordinal);
    }

    private static Dictionary<CodeUnit, int> Numbers(ChangeImpact impact)
    {
        Dictionary<CodeUnit, int> numbers = [];
        foreach (CodeUnit unit in impact.Changed.Concat(impact.Tests.Concat(impact.Reached).Select(found => found.Unit)))
        {
            numbers.TryAdd(unit, numbers.Count);
        }

        return numbers;
    }

    private static IEnumerable<ImpactedUnit> Edges(ChangeImpact impact) => impact.Tests.Concat(impact.Reached).Where(found => found.Edge is not null);

    private static bool IsSure(ImpactedUnit found) => found.Edge!.Certainty is EdgeCertainty.Exact or EdgeCertainty.Scoped;
}
