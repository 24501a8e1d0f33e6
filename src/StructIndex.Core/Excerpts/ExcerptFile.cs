using System.Runtime.InteropServices;
using System.Text;

namespace StructIndex;

/// <summary>One file of an index, read again from what <see cref="ExcerptWriter"/> wrote.</summary>
/// <param name="Units">The units, in order.</param>
/// <param name="Facts">What the ranker knows of the file by others.</param>
/// <param name="Postings">The postings of the terms that were asked for: term, unit counted from 0, impact.</param>
/// <param name="Length">The sum of the weighted frequencies of all its terms.</param>
/// <param name="RowUnits">For each row of vectors its unit, counted from 0.</param>
/// <param name="Rows">The rows as they were written.</param>
internal sealed record ExcerptFile(CodeUnit[] Units, FileFacts Facts, List<(int Term, int Unit, ushort Impact)> Postings, float Length, int[] RowUnits, ReadOnlyMemory<byte> Rows)
{
    private const int MaxTermLength = 256;

    /// <summary>Path of the file.</summary>
    public string Path => Units[0].Path;

    /// <summary>Reads a file.</summary>
    /// <param name="bytes">Its record.</param>
    /// <param name="whole">The index that it is of.</param>
    /// <param name="asked">The terms whose postings are wanted: their numbers by their texts.</param>
    /// <exception cref="StructIndexException">The record is of another version of the package.</exception>
    public static ExcerptFile Read(byte[] bytes, WholeStatistics whole, Dictionary<string, int> asked)
    {
        ExcerptReader reader = new(bytes);
        if (reader.ReadNumber() is var version && version != Excerpt.Version)
        {
            throw new StructIndexException($"A file is of version {version}, and this package reads version {Excerpt.Version}: push the branch again.");
        }

        (string path, string language) = (reader.ReadText(), reader.ReadText());
        CodeUnit[] units = new CodeUnit[reader.ReadNumber()];
        for (int unit = 0; unit < units.Length; unit++)
        {
            units[unit] = ReadUnit(ref reader, path, language);
        }

        float[] features = MemoryMarshal.Cast<byte, float>(reader.ReadBytes(FixedFeatures.Width * sizeof(float))).ToArray();
        string[] ownName = new string[reader.ReadNumber()];
        for (int i = 0; i < ownName.Length; i++)
        {
            ownName[i] = reader.ReadText();
        }

        int[] terms = ReadTerms(ref reader, asked.GetAlternateLookup<ReadOnlySpan<char>>());
        int[][] neighbours = new int[units.Length][];
        for (int unit = 0; unit < units.Length; unit++)
        {
            neighbours[unit] = ReadAsked(ref reader, terms);
        }

        List<(int Term, int Unit, ushort Impact)> postings = [];
        float length = ReadCounts(reader.ReadBytes(reader.ReadNumber()), terms, whole.FieldLengths, postings);
        int[] rowUnits = new int[reader.ReadNumber()];
        for (int row = 0; row < rowUnits.Length; row++)
        {
            rowUnits[row] = reader.ReadNumber();
        }

        return new ExcerptFile(units, new FileFacts(features, ownName, neighbours), postings, length, rowUnits, bytes.AsMemory(bytes.Length - reader.Left));
    }

    /// <summary>Copies the rows into a store.</summary>
    /// <param name="builder">The store.</param>
    /// <param name="first">The number of the first of them there.</param>
    /// <param name="dimensions">Components of a row.</param>
    /// <param name="precision">How they are kept.</param>
    public void CopyRows(VectorStoreBuilder builder, int first, int dimensions, VectorPrecision precision)
    {
        ExcerptReader reader = new(Rows.Span);
        for (int row = first; row < first + RowUnits.Length; row++)
        {
            if (precision == VectorPrecision.Int8)
            {
                float scale = reader.ReadSingle();
                builder.Set(row, MemoryMarshal.Cast<byte, sbyte>(reader.ReadBytes(dimensions)), scale);
            }
            else
            {
                builder.Set(row, MemoryMarshal.Cast<byte, float>(reader.ReadBytes(dimensions * sizeof(float))));
            }
        }
    }

    private static CodeUnit ReadUnit(ref ExcerptReader reader, string path, string language)
    {
        (string id, string name, string container) = (reader.ReadText(), reader.ReadText(), reader.ReadText());
        (string signature, string documentation, string body) = (reader.ReadText(), reader.ReadText(), reader.ReadText());
        (byte kind, byte role, byte isPublic) = (reader.ReadByte(), reader.ReadByte(), reader.ReadByte());
        LineRange lines = new(reader.ReadNumber(), reader.ReadNumber());
        string[] attributes = new string[reader.ReadNumber()];
        for (int i = 0; i < attributes.Length; i++)
        {
            attributes[i] = reader.ReadText();
        }

        SourceSpan[] pieces = new SourceSpan[reader.ReadNumber()];
        for (int i = 0; i < pieces.Length; i++)
        {
            pieces[i] = new SourceSpan(reader.ReadNumber(), reader.ReadNumber());
        }

        return new CodeUnit
        {
            Id = id,
            Name = name,
            Container = container,
            Signature = signature,
            Documentation = documentation,
            Body = body,
            Path = path,
            Language = language,
            Kind = (UnitKind)kind,
            Role = (UnitRole)role,
            IsPublic = isPublic == 2 ? null : isPublic == 1,
            Lines = lines,
            Attributes = attributes,
            Pieces = pieces,
        };
    }

    // For each term of the file its number where it was asked for, otherwise -1.
    private static int[] ReadTerms(ref ExcerptReader reader, Dictionary<string, int>.AlternateLookup<ReadOnlySpan<char>> asked)
    {
        int[] terms = new int[reader.ReadNumber()];
        Span<char> text = stackalloc char[MaxTermLength];
        for (int term = 0; term < terms.Length; term++)
        {
            int length = Encoding.UTF8.GetChars(reader.ReadBytes(reader.ReadNumber()), text);
            terms[term] = asked.TryGetValue(text[..length], out int number) ? number : -1;
        }

        return terms;
    }

    private static int[] ReadAsked(ref ExcerptReader reader, int[] terms)
    {
        List<int> found = [];
        for (int left = reader.ReadNumber(); left > 0; left--)
        {
            if (terms[reader.ReadNumber()] is >= 0 and int term)
            {
                found.Add(term);
            }
        }

        return found.Count == 0 ? [] : [.. found];
    }

    // Impacts depend on the average lengths of the whole, so counts are kept.
    private static float ReadCounts(ReadOnlySpan<byte> bytes, int[] terms, float[] fieldLengths, List<(int Term, int Unit, ushort Impact)> postings)
    {
        CountBytes counted = new(bytes);
        Span<int> lengths = stackalloc int[LexicalWeights.FieldCount], counts = stackalloc int[LexicalWeights.FieldCount];
        Span<float> perOccurrence = stackalloc float[LexicalWeights.FieldCount];
        float sum = 0;
        for (int unit = 0; !counted.IsAtEnd; unit++)
        {
            int left = counted.ReadUnit(lengths);
            LexicalIndexBuilder.Weigh(lengths, fieldLengths, perOccurrence);
            for (; left > 0; left--)
            {
                int term = terms[counted.ReadTerm(counts)];
                ushort impact = LexicalIndexBuilder.ImpactOf(counts, perOccurrence);
                sum += WholeFiles.FrequencyOf(impact);
                if (term >= 0)
                {
                    postings.Add((term, unit, impact));
                }
            }
        }

        return sum;
    }
}
