namespace StructIndex.Benchmarks;

/// <summary>The words of a tree: all that stand in its code, and how many units have each in their names.</summary>
internal sealed record TreeWords(IReadOnlyDictionary<string, int> Names)
{
    public static TreeWords Of(StyledTree tree)
    {
        Dictionary<string, int> names = new(StringComparer.Ordinal);
        foreach (ParsedFile file in tree.Units.Files)
        {
            foreach (string word in IdentifierWords.ToLowerWords(file.Source.Text))
            {
                names.TryAdd(word, 0);
            }
        }

        foreach (string word in tree.Asked.SelectMany(unit => IdentifierWords.ToLowerWords(tree.Units.Units[unit].Name).Distinct(StringComparer.Ordinal)))
        {
            names[word] = names.GetValueOrDefault(word) + 1;
        }

        return new TreeWords(names);
    }

    public static TreeWords Load(string file) => new(File.ReadLines(file).Select(line => line.Split('\t')).ToDictionary(row => row[0], row => int.Parse(row[1], System.Globalization.CultureInfo.InvariantCulture), StringComparer.Ordinal));

    public void Save(string file) => File.WriteAllLines(file, Names.OrderBy(word => word.Key, StringComparer.Ordinal).Select(word => $"{word.Key}\t{word.Value}"));
}
