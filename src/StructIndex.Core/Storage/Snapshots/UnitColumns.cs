using System.Runtime.InteropServices;

namespace StructIndex;

/// <summary>Units as columns of numbers and a string table, the way they are saved.</summary>
internal static class UnitColumns
{
    /// <summary>How many strings a unit has, its attributes left out.</summary>
    public const int StringsPerUnit = 8;

    private const int MarksPerUnit = 3;

    /// <summary>Enters the strings of the units and returns their numbers; call before the strings are written.</summary>
    public static (int[] Strings, int[] Attributes) Number(IReadOnlyList<CodeUnit> units, SnapshotStrings strings)
    {
        int[] numbers = new int[units.Count * StringsPerUnit];
        List<int> attributes = [];
        for (int i = 0; i < units.Count; i++)
        {
            CodeUnit unit = units[i];
            ReadOnlySpan<string> values = [unit.Id, unit.Name, unit.Container, unit.Signature, unit.Documentation, unit.Path, unit.Language, unit.Body];
            for (int j = 0; j < values.Length; j++)
            {
                numbers[(i * StringsPerUnit) + j] = strings.Add(values[j]);
            }

            foreach (string attribute in unit.Attributes)
            {
                attributes.Add(strings.Add(attribute));
            }
        }

        return (numbers, [.. attributes]);
    }

    /// <summary>Writes the columns.</summary>
    public static async ValueTask WriteAsync(SnapshotWriter writer, IReadOnlyList<CodeUnit> units, int[] strings, int[] attributes)
    {
        byte[] marks = new byte[units.Count * MarksPerUnit];
        LineRange[] lines = new LineRange[units.Count];
        int[] attributeStarts = new int[units.Count + 1];
        int[] pieceStarts = new int[units.Count + 1];
        List<SourceSpan> pieces = [];
        for (int i = 0; i < units.Count; i++)
        {
            CodeUnit unit = units[i];
            marks[i * MarksPerUnit] = (byte)unit.Kind;
            marks[(i * MarksPerUnit) + 1] = (byte)unit.Role;
            marks[(i * MarksPerUnit) + 2] = unit.IsPublic switch { null => 2, true => 1, false => 0 };
            lines[i] = unit.Lines;
            attributeStarts[i + 1] = attributeStarts[i] + unit.Attributes.Count;
            pieceStarts[i + 1] = pieceStarts[i] + unit.Pieces.Count;
            pieces.AddRange(unit.Pieces);
        }

        await writer.WriteAsync<int>(SnapshotSection.UnitStrings, strings).ConfigureAwait(false);
        await writer.WriteAsync<byte>(SnapshotSection.UnitMarks, marks).ConfigureAwait(false);
        await writer.WriteAsync<LineRange>(SnapshotSection.UnitLines, lines).ConfigureAwait(false);
        await writer.WriteAsync<int>(SnapshotSection.AttributeStarts, attributeStarts).ConfigureAwait(false);
        await writer.WriteAsync<int>(SnapshotSection.Attributes, attributes).ConfigureAwait(false);
        await writer.WriteAsync<int>(SnapshotSection.PieceStarts, pieceStarts).ConfigureAwait(false);
        await writer.WriteAsync<SourceSpan>(SnapshotSection.Pieces, pieces.ToArray()).ConfigureAwait(false);
    }

    /// <summary>Reads the units.</summary>
    public static async ValueTask<CodeUnit[]> ReadAsync(SnapshotReader reader, int count, string[] strings)
    {
        int[] numbers = await reader.ReadAsync<int>(SnapshotSection.UnitStrings, (long)count * StringsPerUnit).ConfigureAwait(false);
        byte[] marks = await reader.ReadAsync<byte>(SnapshotSection.UnitMarks, (long)count * MarksPerUnit).ConfigureAwait(false);
        LineRange[] lines = await reader.ReadAsync<LineRange>(SnapshotSection.UnitLines, count).ConfigureAwait(false);
        int[] attributeStarts = await reader.ReadAsync<int>(SnapshotSection.AttributeStarts, count + 1L).ConfigureAwait(false);
        int[] attributes = await reader.ReadAsync<int>(SnapshotSection.Attributes).ConfigureAwait(false);
        int[] pieceStarts = await reader.ReadAsync<int>(SnapshotSection.PieceStarts, count + 1L).ConfigureAwait(false);
        SourceSpan[] pieces = await reader.ReadAsync<SourceSpan>(SnapshotSection.Pieces).ConfigureAwait(false);
        reader.CheckIndices(numbers, strings.Length, SnapshotSection.UnitStrings);
        reader.CheckIndices(attributes, strings.Length, SnapshotSection.Attributes);
        reader.CheckStarts(attributeStarts, attributes.Length, SnapshotSection.AttributeStarts);
        reader.CheckStarts(pieceStarts, pieces.Length, SnapshotSection.PieceStarts);
        CodeUnit[] units = new CodeUnit[count];
        for (int i = 0; i < count; i++)
        {
            ReadOnlySpan<int> text = numbers.AsSpan(i * StringsPerUnit, StringsPerUnit);
            ReadOnlySpan<byte> mark = marks.AsSpan(i * MarksPerUnit, MarksPerUnit);
            reader.Check(Enum.IsDefined((UnitKind)mark[0]) && Enum.IsDefined((UnitRole)mark[1]) && mark[2] <= 2, SnapshotSection.UnitMarks);
            reader.Check(lines[i].Start >= 1 && lines[i].End >= lines[i].Start - 1, SnapshotSection.UnitLines);
            units[i] = new CodeUnit
            {
                Id = strings[text[0]],
                Name = strings[text[1]],
                Container = strings[text[2]],
                Signature = strings[text[3]],
                Documentation = strings[text[4]],
                Path = strings[text[5]],
                Language = strings[text[6]],
                Body = strings[text[7]],
                Kind = (UnitKind)mark[0],
                Role = (UnitRole)mark[1],
                IsPublic = mark[2] == 2 ? null : mark[2] == 1,
                Lines = lines[i],
                Attributes = attributeStarts[i] == attributeStarts[i + 1] ? []
                    : Array.ConvertAll(attributes[attributeStarts[i]..attributeStarts[i + 1]], number => strings[number]),
                Pieces = pieceStarts[i] == pieceStarts[i + 1] ? [] : pieces[pieceStarts[i]..pieceStarts[i + 1]],
            };
            foreach (SourceSpan piece in units[i].Pieces)
            {
                reader.Check(piece.Start >= 0 && piece.End >= piece.Start && piece.End <= units[i].Body.Length, SnapshotSection.Pieces);
            }
        }

        return units;
    }
}
