using System.Text;

namespace StructIndex;

/// <summary>
/// What is known of a whole index beside its files, so that a search in some of its files (<see cref="Excerpt"/>) counts words as the whole does.
/// </summary>
internal sealed class WholeStatistics
{
    // Another number for bytes of another kind.
    private const int Version = 1;

    /// <summary>All terms, and in how many units each is. The index has no postings.</summary>
    public required LexicalIndex Vocabulary { get; init; }

    /// <summary>How many units there are, and how many of them hold each term.</summary>
    public required LexicalBackground Units { get; init; }

    /// <summary>What the ranker knows of the whole.</summary>
    public required WholeTraits Traits { get; init; }

    /// <summary>The average length of each field (<see cref="LexicalField"/>) over the units that have it.</summary>
    public required float[] FieldLengths { get; init; }

    /// <summary>What made the vectors; null without vectors.</summary>
    public required ModelIdentity? Model { get; init; }

    /// <summary>How the vectors are kept.</summary>
    public required VectorPrecision Precision { get; init; }

    /// <summary>Where searches abstain; null where no calibration was made.</summary>
    public required double? MinimumRelevance { get; init; }

    /// <summary>What is known of the languages of the units, by name.</summary>
    public required IReadOnlyDictionary<string, LanguageFacts> Languages { get; init; }

    /// <summary>Reads what is known of an index.</summary>
    /// <param name="contents">The index.</param>
    /// <param name="traits">What is known of its files.</param>
    /// <param name="fieldLengths">The average lengths of the fields.</param>
    public static WholeStatistics Of(IndexContents contents, FileTraits traits, float[] fieldLengths)
    {
        int terms = contents.Lexical.Terms.Count;
        LexicalBackground units = new(contents.Units.Count, [.. Enumerable.Range(0, terms).Select(contents.Lexical.FrequencyOf)]);
        LexicalBackground files = new(contents.FileCount, [.. Enumerable.Range(0, terms).Select(traits.Lexical.FrequencyOf)]);
        return new WholeStatistics
        {
            Vocabulary = VocabularyOf(contents.Lexical.Terms, units),
            Units = units,
            Traits = new WholeTraits(traits.AreSnippets, files, traits.FilesNamed, WholeFiles.AverageLength(contents)),
            FieldLengths = fieldLengths,
            Model = contents.Model,
            Precision = contents.Vectors?.Precision ?? default,
            MinimumRelevance = contents.MinimumRelevance,
            Languages = contents.Languages,
        };
    }

    /// <summary>The statistics as bytes.</summary>
    public byte[] Write()
    {
        MemoryStream stream = new();
        using BinaryWriter writer = new(stream, Encoding.UTF8);
        writer.Write7BitEncodedInt(Version);
        writer.Write(Traits.AreSnippets);
        writer.Write(Traits.AverageLength);
        foreach (float length in FieldLengths)
        {
            writer.Write(length);
        }

        writer.Write(MinimumRelevance ?? -1);
        writer.Write(Model is not null);
        if (Model is not null)
        {
            writer.Write(Model.Id);
            writer.Write7BitEncodedInt(Model.Dimensions);
            writer.Write7BitEncodedInt(Model.TemplateVersion);
            writer.Write7BitEncodedInt((int)Precision);
        }

        writer.Write7BitEncodedInt(Languages.Count);
        foreach ((string name, LanguageFacts facts) in Languages.OrderBy(language => language.Key, StringComparer.Ordinal))
        {
            writer.Write(name);
            writer.Write(facts.CommentOpen);
            writer.Write(facts.CommentClose);
            writer.Write7BitEncodedInt((int)facts.Traits);
        }

        writer.Write7BitEncodedInt(Units.Count);
        writer.Write7BitEncodedInt(Traits.Files.Count);
        writer.Write7BitEncodedInt(Vocabulary.Terms.Count);
        for (int term = 0; term < Vocabulary.Terms.Count; term++)
        {
            writer.Write(Vocabulary.Terms[term].ToString());
            writer.Write7BitEncodedInt(Units.Frequencies[term]);
            writer.Write7BitEncodedInt(Traits.Files.Frequencies[term]);
            writer.Write7BitEncodedInt(Traits.Named[term]);
        }

        writer.Flush();
        return stream.ToArray();
    }

    /// <summary>Reads the bytes again.</summary>
    /// <exception cref="StructIndexException">They are of another version of the package.</exception>
    public static WholeStatistics Read(byte[] bytes)
    {
        using BinaryReader reader = new(new MemoryStream(bytes), Encoding.UTF8);
        if (reader.Read7BitEncodedInt() is var version && version != Version)
        {
            throw new StructIndexException($"The statistics are of version {version}, and this package reads version {Version}: push the branch again.");
        }

        bool areSnippets = reader.ReadBoolean();
        float averageLength = reader.ReadSingle();
        float[] fieldLengths = [.. Enumerable.Range(0, LexicalWeights.FieldCount).Select(_ => reader.ReadSingle())];
        double minimum = reader.ReadDouble();
        ModelIdentity? model = reader.ReadBoolean() ? new ModelIdentity(reader.ReadString(), reader.Read7BitEncodedInt(), reader.Read7BitEncodedInt()) : null;
        VectorPrecision precision = model is null ? default : (VectorPrecision)reader.Read7BitEncodedInt();
        Dictionary<string, LanguageFacts> languages = new(StringComparer.Ordinal);
        for (int left = reader.Read7BitEncodedInt(); left > 0; left--)
        {
            languages.Add(reader.ReadString(), new LanguageFacts(reader.ReadString(), reader.ReadString(), (ScopeTraits)reader.Read7BitEncodedInt()));
        }

        (int unitCount, int fileCount) = (reader.Read7BitEncodedInt(), reader.Read7BitEncodedInt());
        string[] terms = new string[reader.Read7BitEncodedInt()];
        (int[] ofUnits, int[] ofFiles, int[] named) = (new int[terms.Length], new int[terms.Length], new int[terms.Length]);
        for (int term = 0; term < terms.Length; term++)
        {
            terms[term] = reader.ReadString();
            (ofUnits[term], ofFiles[term], named[term]) = (reader.Read7BitEncodedInt(), reader.Read7BitEncodedInt(), reader.Read7BitEncodedInt());
        }

        LexicalBackground units = new(unitCount, ofUnits);
        return new WholeStatistics
        {
            Vocabulary = VocabularyOf(LexicalTerms.From(terms), units),
            Units = units,
            Traits = new WholeTraits(areSnippets, new LexicalBackground(fileCount, ofFiles), named, averageLength),
            FieldLengths = fieldLengths,
            Model = model,
            Precision = precision,
            MinimumRelevance = minimum < 0 ? null : minimum,
            Languages = languages,
        };
    }

    private static LexicalIndex VocabularyOf(LexicalTerms terms, LexicalBackground units) => new(0, terms, new int[terms.Count + 1], [], [], units);
}
