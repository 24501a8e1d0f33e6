namespace StructIndex;

/// <summary>What is known of the files of an index before any question: their words as a whole, their names, their place in the graph, their role. Made once.</summary>
internal sealed class FileTraits
{
    /// <summary>Reads the traits from an index.</summary>
    public FileTraits(IndexContents contents)
    {
        ArgumentNullException.ThrowIfNull(contents);
        LexicalTerms terms = contents.Lexical.Terms;
        AreSnippets = 2 * Enumerable.Range(0, contents.FileCount).Count(file => !HasWord(contents.PathOf(file))) > contents.FileCount;
        Lexical = WholeFiles.Index(contents);

        // The first query waits for all of this, and half of it takes as long as the rest.
        Task<FixedFeatures> features = Task.Run(() => new FixedFeatures(contents, Lexical));
        FileNameTerms = NamesOfFiles(contents);
        OwnNameTerms = FamilyWords.Without(contents, FileNameTerms);
        FilesNamed = new int[terms.Count];
        for (int file = 0; file < contents.FileCount; file++)
        {
            foreach (int term in FileNameTerms[file])
            {
                FilesNamed[term]++;
            }
        }

        (FolderTerms, OwnNameRarity, UnitNameTerms) = (Folders(contents), RarityOfOwnNames(contents), NamesOfUnits(contents));
        UnitsNamed = UnitNameTerms.Inverted(terms.Count);
        FileOf = contents.FilesOfUnits();
        Modules = new ModuleHeads(contents.Units);
        VectorLengths = WholeFiles.VectorLengths(contents);
        PathEnds = new PathEnds(contents);
        Neighbours = new NeighbourWords(contents);
        Words = new UnitWords(contents);
        Fixed = features.GetAwaiter().GetResult();
    }

    /// <summary>Reads the traits from a part of an index, and takes what the part cannot say as it was read from the whole.</summary>
    public FileTraits(IndexContents contents, PartTraits part)
    {
        LexicalTerms terms = contents.Lexical.Terms;
        AreSnippets = part.Whole.AreSnippets;
        Lexical = WholeFiles.Index(contents, part);
        FileNameTerms = NamesOfFiles(contents);
        OwnNameTerms = TermLists.Of(contents.FileCount, file => string.Join(' ', part.Files[file].OwnName), terms);
        FilesNamed = part.Whole.Named;
        (FolderTerms, OwnNameRarity, UnitNameTerms) = (Folders(contents), RarityOfOwnNames(contents), NamesOfUnits(contents));
        UnitsNamed = UnitNameTerms.Inverted(terms.Count);
        FileOf = contents.FilesOfUnits();
        Modules = new ModuleHeads(contents.Units);
        VectorLengths = WholeFiles.VectorLengths(contents);
        PathEnds = new PathEnds(contents);
        Neighbours = new NeighbourWords(part.Files.SelectMany(file => file.NeighbourWords), terms.Count);
        Words = new UnitWords(contents);
        Fixed = new FixedFeatures(part.Files);
    }

    /// <summary>Whether these are snippets rather than the files of a code base: the paths of most hold no letter.</summary>
    public bool AreSnippets { get; }

    /// <summary>BM25F over whole files; the terms are those of the index over units, with the same ids.</summary>
    public LexicalIndex Lexical { get; }

    /// <summary>For each file the terms of the name that says what it is about.</summary>
    public TermLists FileNameTerms { get; }

    /// <summary>For each term how often it is in the name of a file.</summary>
    public int[] FilesNamed { get; }

    /// <summary>For each file the terms of the folders above it.</summary>
    public TermLists FolderTerms { get; }

    /// <summary>For each file the terms of its name without words that the files of its folder share.</summary>
    public TermLists OwnNameTerms { get; }

    /// <summary>For each file the rarity of these terms together.</summary>
    public float[] OwnNameRarity { get; }

    /// <summary>For each unit the terms of its name.</summary>
    public TermLists UnitNameTerms { get; }

    /// <summary>For each term the units that have it in their names.</summary>
    public TermLists UnitsNamed { get; }

    /// <summary>For each unit its file.</summary>
    public int[] FileOf { get; }

    /// <summary>Which units are code outside of any declaration, and which of them heads of files.</summary>
    public ModuleHeads Modules { get; }

    /// <summary>The features that no query changes: how much the rest of the code uses each file, what it is for, how large it is and where.</summary>
    public FixedFeatures Fixed { get; }

    /// <summary>For each file the length of the sum of its units' vectors, by which the sum of their cosines becomes the cosine of the sum; 0 without vectors.</summary>
    public float[] VectorLengths { get; }

    /// <summary>Finds files by the last part of their paths.</summary>
    public PathEnds PathEnds { get; }

    /// <summary>The words of the callers and callees of units.</summary>
    public NeighbourWords Neighbours { get; }

    /// <summary>The words of units in the model's vocabulary.</summary>
    public UnitWords Words { get; }

    private static TermLists NamesOfFiles(IndexContents contents) => TermLists.Of(contents.FileCount, file => FileNames.NameOf(contents.PathOf(file)), contents.Lexical.Terms);

    private static TermLists Folders(IndexContents contents) => TermLists.Of(contents.FileCount, file => Path.GetDirectoryName(contents.PathOf(file)) ?? "", contents.Lexical.Terms);

    private static TermLists NamesOfUnits(IndexContents contents) => TermLists.Of(contents.Units.Count, unit => contents.Units[unit].Name, contents.Lexical.Terms);

    private float[] RarityOfOwnNames(IndexContents contents) => [.. Enumerable.Range(0, contents.FileCount).Select(RarityOfOwnName)];

    private float RarityOfOwnName(int file)
    {
        float sum = 0;
        foreach (int term in OwnNameTerms[file])
        {
            sum += Lexical.Idf(term);
        }

        return sum;
    }

    private static bool HasWord(ReadOnlySpan<char> path)
    {
        foreach (char c in LexicalTokens.WithoutExtension(path))
        {
            if (char.IsLetter(c))
            {
                return true;
            }
        }

        return false;
    }
}
