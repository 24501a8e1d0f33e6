namespace StructIndex;

/// <summary>Units as columns of numbers and a string table, the way they are saved.</summary>
internal static class UnitColumns
{
    /// <summary>How many strings a unit has, its attributes left out.</summary>
    public const int StringsPerUnit = 8;

    private const int MarksPerUnit = 3;

    /// <summary>
    /// Enters the strings of the units, for each the number of its attributes and those, before any others are entered. The code of a string is 0 where it is new, otherwise how many came after it.
    /// </summary>
    public static List<uint> Number(IReadOnlyList<CodeUnit> units, SnapshotStrings strings)
    {
        List<uint> codes = new(units.Count * (StringsPerUnit + 1));
        int next = 0;
        foreach (CodeUnit unit in units)
        {
            foreach (string value in (ReadOnlySpan<string>)[unit.Id, unit.Name, unit.Container, unit.Signature, unit.Documentation, unit.Path, unit.Language, unit.Body])
            {
                Enter(value);
            }

            codes.Add((uint)unit.Attributes.Count);
            foreach (string attribute in unit.Attributes)
            {
                Enter(attribute);
            }
        }

        return codes;

        void Enter(string value)
        {
            int number = strings.Add(value);
            codes.Add((uint)(next - number));
            next += number == next ? 1 : 0;
        }
    }

    /// <summary>Writes the columns.</summary>
    public static async ValueTask WriteAsync(SnapshotWriter writer, IReadOnlyList<CodeUnit> units, List<uint> strings)
    {
        byte[] marks = new byte[units.Count * MarksPerUnit];
        List<uint> pieces = new(units.Count);
        for (int i = 0; i < units.Count; i++)
        {
            CodeUnit unit = units[i];
            marks[i * MarksPerUnit] = (byte)unit.Kind;
            marks[(i * MarksPerUnit) + 1] = (byte)unit.Role;
            marks[(i * MarksPerUnit) + 2] = unit.IsPublic switch { null => 2, true => 1, false => 0 };
            pieces.Add((uint)unit.Pieces.Count);
            foreach (SourceSpan piece in unit.Pieces)
            {
                pieces.Add((uint)piece.Start);
                pieces.Add((uint)(piece.End - piece.Start));
            }
        }

        await writer.WritePackedAsync(SnapshotSection.UnitStrings, strings.Count, i => strings[i]).ConfigureAwait(false);
        await writer.WriteAsync<byte>(SnapshotSection.UnitMarks, marks).ConfigureAwait(false);
        await writer.WritePackedAsync(SnapshotSection.UnitLines, 2 * units.Count, i => Line(units[i / 2].Lines, i < 2 ? 0 : units[(i / 2) - 1].Lines.Start, i % 2)).ConfigureAwait(false);
        await writer.WritePackedAsync(SnapshotSection.Pieces, pieces.Count, i => pieces[i]).ConfigureAwait(false);

        static uint Line(LineRange lines, int before, int part) => part == 0 ? PackedNumbers.OfDifference(lines.Start - before) : (uint)(lines.End - lines.Start + 1);
    }

    /// <summary>Reads the units, which are made on another thread.</summary>
    public static async ValueTask<Task<CodeUnit[]>> ReadAsync(SnapshotReader reader, int count, Task<string[]> strings)
    {
        int[] codes = await reader.ReadPackedAsync(SnapshotSection.UnitStrings).ConfigureAwait(false);
        byte[] marks = await reader.ReadAsync<byte>(SnapshotSection.UnitMarks, (long)count * MarksPerUnit).ConfigureAwait(false);
        int[] lines = await reader.ReadPackedAsync(SnapshotSection.UnitLines, 2L * count).ConfigureAwait(false);
        int[] pieces = await reader.ReadPackedAsync(SnapshotSection.Pieces).ConfigureAwait(false);
        return Task.Run(async () => Make(reader, count, codes, marks, lines, pieces, await strings.ConfigureAwait(false)));
    }

    private static CodeUnit[] Make(SnapshotReader reader, int count, int[] codes, byte[] marks, int[] lines, int[] pieces, string[] strings)
    {
        CodeUnit[] units = new CodeUnit[count];
        int atCode = 0, next = 0, atPiece = 0, line = 0;
        for (int i = 0; i < count; i++)
        {
            ReadOnlySpan<byte> mark = marks.AsSpan(i * MarksPerUnit, MarksPerUnit);
            reader.Check(Enum.IsDefined((UnitKind)mark[0]) && Enum.IsDefined((UnitRole)mark[1]) && mark[2] <= 2, SnapshotSection.UnitMarks);
            line += PackedNumbers.ToDifference(lines[2 * i]);
            int end = line + lines[(2 * i) + 1] - 1;
            reader.Check(line >= 1 && lines[(2 * i) + 1] >= 0 && end >= line - 1, SnapshotSection.UnitLines);
            units[i] = new CodeUnit
            {
                Id = String(),
                Name = String(),
                Container = String(),
                Signature = String(),
                Documentation = String(),
                Path = String(),
                Language = String(),
                Body = String(),
                Attributes = Attributes(),
                Kind = (UnitKind)mark[0],
                Role = (UnitRole)mark[1],
                IsPublic = mark[2] == 2 ? null : mark[2] == 1,
                Lines = new LineRange(line, end),
                Pieces = Pieces(),
            };
            foreach (SourceSpan piece in units[i].Pieces)
            {
                reader.Check(piece.Start >= 0 && piece.End >= piece.Start && piece.End <= units[i].Code.Length, SnapshotSection.Pieces);
            }
        }

        reader.Check(atCode == codes.Length, SnapshotSection.UnitStrings);
        reader.Check(atPiece == pieces.Length, SnapshotSection.Pieces);
        return units;

        string String()
        {
            reader.Check(atCode < codes.Length && codes[atCode] >= 0 && codes[atCode] <= next, SnapshotSection.UnitStrings);
            int number = next - codes[atCode++];
            next += number == next ? 1 : 0;
            reader.Check(number < strings.Length, SnapshotSection.UnitStrings);
            return strings[number];
        }

        string[] Attributes()
        {
            int count = Count(codes, ref atCode, 1, SnapshotSection.UnitStrings);
            string[] attributes = count == 0 ? [] : new string[count];
            for (int i = 0; i < attributes.Length; i++)
            {
                attributes[i] = String();
            }

            return attributes;
        }

        SourceSpan[] Pieces()
        {
            int count = Count(pieces, ref atPiece, 2, SnapshotSection.Pieces);
            SourceSpan[] spans = count == 0 ? [] : new SourceSpan[count];
            for (int i = 0; i < spans.Length; i++, atPiece += 2)
            {
                spans[i] = new SourceSpan(pieces[atPiece], pieces[atPiece] + pieces[atPiece + 1]);
            }

            return spans;
        }

        // So many follow, each of some numbers.
        int Count(int[] numbers, ref int at, int size, SnapshotSection section)
        {
            reader.Check(at < numbers.Length && numbers[at] >= 0 && numbers[at] <= (numbers.Length - at - 1) / size, section);
            return numbers[at++];
        }
    }
}
