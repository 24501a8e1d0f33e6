using System.Globalization;
using System.Text;

namespace StructIndex.Tests;

/// <summary>A parsed file and its graph as text that a person can review.</summary>
internal static class GoldenText
{
    public static string Of(ParsedFile file)
    {
        StringBuilder text = new();
        foreach (FileFailure failure in file.Failures)
        {
            text.AppendLine(CultureInfo.InvariantCulture, $"failure {failure.Kind}");
        }

        Documentation(text, "", file.Documentation);
        foreach (ImportedName import in file.Imports)
        {
            text.AppendLine(CultureInfo.InvariantCulture, $"import {import.Module}{(import.Name is { } name ? $" : {name}" : "")}{(import.Alias is { } alias ? $" as {alias}" : "")}");
        }

        Uses(text, "", file, null);
        foreach (CodeDeclaration declaration in file.Declarations)
        {
            Declare(text, file, declaration);
        }

        Edges(text, file);
        return text.ToString().ReplaceLineEndings("\n");
    }

    private static void Declare(StringBuilder text, ParsedFile file, CodeDeclaration declaration)
    {
        int depth = 0;
        for (CodeDeclaration? parent = declaration.Parent; parent is not null; parent = parent.Parent)
        {
            depth++;
        }

        string indent = new(' ', 2 * depth);
        LineRange lines = new(file.Source.LineAt(declaration.Span.Start), file.Source.LineAt(declaration.Span.End - 1));
        text.AppendLine();
        text.Append(CultureInfo.InvariantCulture, $"{indent}{declaration.Kind} {declaration.Name}");
        text.Append(declaration.Container.Length > 0 ? $" in {declaration.Container}" : "");
        text.Append(CultureInfo.InvariantCulture, $", {lines}");
        text.Append(declaration.IsPublic switch { true => ", public", false => ", private", null => "" });
        text.AppendLine(declaration.IsTest ? ", test" : "");
        text.AppendLine(CultureInfo.InvariantCulture, $"{indent}  = {declaration.Signature}");
        foreach (string attribute in declaration.Attributes)
        {
            text.AppendLine(CultureInfo.InvariantCulture, $"{indent}  @ {attribute}");
        }

        Documentation(text, indent + "  ", declaration.Documentation);
        Uses(text, indent + "  ", file, declaration);
    }

    private static void Documentation(StringBuilder text, string indent, string documentation)
    {
        foreach (string line in documentation.Length > 0 ? documentation.Split('\n') : [])
        {
            text.AppendLine($"{indent}| {line}".TrimEnd());
        }
    }

    private static void Uses(StringBuilder text, string indent, ParsedFile file, CodeDeclaration? declaration)
    {
        foreach (CodeReference reference in file.References.Where(reference => ReferenceEquals(reference.From, declaration)))
        {
            string receiver = reference.Receiver is { } written ? $"{written} . " : "";
            text.AppendLine(CultureInfo.InvariantCulture, $"{indent}{reference.Kind.ToString().ToLowerInvariant()} {receiver}{reference.Name}");
        }

        string[] variables = [.. file.Variables.Where(variable => ReferenceEquals(variable.Scope, declaration)).Select(variable => $"{variable.Name}: {variable.TypeName}").Distinct(StringComparer.Ordinal)];
        if (variables.Length > 0)
        {
            text.AppendLine(CultureInfo.InvariantCulture, $"{indent}var {string.Join(", ", variables)}");
        }
    }

    private static void Edges(StringBuilder text, ParsedFile file)
    {
        CodeGraph graph = GraphBuilder.Build(UnitAssembler.Assemble([file], TestContext.Current.CancellationToken), [], TestContext.Current.CancellationToken);
        text.AppendLine();
        foreach (CodeEdge edge in graph.Edges)
        {
            text.AppendLine(CultureInfo.InvariantCulture, $"{edge.Line}: {edge.From.QualifiedName} {edge.Kind.ToString().ToLowerInvariant()} {edge.To.QualifiedName} ({edge.Certainty})");
        }
    }
}
