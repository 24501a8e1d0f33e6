namespace StructIndex;

/// <summary>Writes a context pack as JSON lines.</summary>
internal sealed class ContextLines(TextWriter output)
{
    private readonly JsonLines _lines = new(output);

    public void Write(ContextPack pack)
    {
        foreach (ContextPiece piece in pack.Pieces)
        {
            Write(piece);
        }

        _lines.Write(json =>
        {
            json.WriteNumber("budget", pack.Budget);
            json.WriteNumber("tokens", pack.Tokens);
            json.WriteStartArray("leftOut");
            foreach (CodeUnit unit in pack.LeftOut)
            {
                json.WriteStringValue($"{unit.Path}:{unit.Lines} {unit.QualifiedName}");
            }

            json.WriteEndArray();
        });
    }

    private void Write(ContextPiece piece) => _lines.Write(json =>
    {
        json.WriteString("path", piece.Path);
        json.WriteNumber("start", piece.Lines.Start);
        json.WriteNumber("end", piece.Lines.End);
        json.WriteString("language", piece.Language);
        json.WriteString("why", piece.Why);
        json.WriteNumber("tokens", piece.Tokens);
        json.WriteStartArray("units");
        foreach (ContextEntry entry in piece.Entries)
        {
            json.WriteStartObject();
            json.WriteString("symbol", entry.Unit.QualifiedName);
            json.WriteNumber("start", entry.Unit.Lines.Start);
            json.WriteNumber("end", entry.Unit.Lines.End);
            json.WriteString("form", JsonLines.Name(entry.Form));
            json.WriteString("why", entry.Why);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteString("text", piece.Text);
    });
}
