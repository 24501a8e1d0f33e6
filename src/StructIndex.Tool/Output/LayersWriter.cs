using System.Text.Json;

namespace StructIndex;

/// <summary>Writes what is wrong with the layers of a code base.</summary>
internal sealed class LayersWriter(TextWriter output, bool asJson)
{
    private readonly JsonLines _lines = new(output);

    /// <summary>Writes cycles.</summary>
    /// <returns>How many there are.</returns>
    public int Write(IReadOnlyList<LayerCycle> cycles)
    {
        foreach (LayerCycle cycle in cycles)
        {
            if (asJson)
            {
                _lines.Write(json => WriteCycle(json, cycle));
                continue;
            }

            output.WriteLine($"cycle of {cycle.Rooms.Count}: {string.Join(", ", cycle.Rooms)}");
            foreach (LayerArrow arrow in cycle.Arrows)
            {
                output.WriteLine($"  {arrow.From} -> {arrow.To}  {arrow.Count} times, first {arrow.First.From.Path}:{arrow.First.Line}  {arrow.First.From.QualifiedName} {JsonLines.Name(arrow.First.Kind)} {arrow.First.To.QualifiedName}");
            }
        }

        return cycles.Count;
    }

    /// <summary>Writes what goes against rules.</summary>
    /// <returns>How much there is.</returns>
    public int Write(IReadOnlyList<LayerViolation> violations)
    {
        foreach (LayerViolation violation in violations)
        {
            if (asJson)
            {
                _lines.Write(json => WriteViolation(json, violation));
            }
            else if (violation.Edge is { } edge)
            {
                output.WriteLine($"{edge.From.Path}:{edge.Line}  {violation.From} may not use {violation.To}: {edge.From.QualifiedName} {JsonLines.Name(edge.Kind)} {edge.To.QualifiedName}");
            }
            else
            {
                output.WriteLine($"{(violation.Rule.Folder.Length == 0 ? "" : violation.Rule.Folder + "/")}{violation.From} has no place in the layers");
            }
        }

        return violations.Count;
    }

    private static void WriteCycle(Utf8JsonWriter json, LayerCycle cycle)
    {
        json.WriteStartArray("rooms");
        foreach (string room in cycle.Rooms)
        {
            json.WriteStringValue(room);
        }

        json.WriteEndArray();
        json.WriteStartArray("arrows");
        foreach (LayerArrow arrow in cycle.Arrows)
        {
            json.WriteStartObject();
            json.WriteString("from", arrow.From);
            json.WriteString("to", arrow.To);
            json.WriteNumber("count", arrow.Count);
            json.WriteString("path", arrow.First.From.Path);
            json.WriteNumber("line", arrow.First.Line);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void WriteViolation(Utf8JsonWriter json, LayerViolation violation)
    {
        json.WriteString("folder", violation.Rule.Folder);
        json.WriteString("from", violation.From);
        json.WriteString("to", violation.To);
        if (violation.Edge is { } edge)
        {
            json.WriteString("path", edge.From.Path);
            json.WriteNumber("line", edge.Line);
            json.WriteString("symbol", edge.From.Id);
            json.WriteString("used", edge.To.Id);
        }
    }
}
