namespace StructIndex.Tests;

/// <summary>BM25F as the textbook writes it, in doubles and dictionaries: the witness for <see cref="LexicalIndex"/>.</summary>
internal sealed class NaiveBm25F
{
    private readonly List<Dictionary<string, int>[]> _units;
    private readonly double[] _averages;

    public NaiveBm25F(IReadOnlyList<UnitFields> units)
    {
        _units = [.. units.Select(unit => Fields(unit).Select(Count).ToArray())];
        _averages = [.. Enumerable.Range(0, 6).Select(field => _units.Select(unit => unit[field].Values.Sum()).Where(length => length > 0).DefaultIfEmpty(1).Average())];
    }

    public static List<string> Tokens(string text)
    {
        List<string> tokens = [];
        for (int at = 0; LexicalTokens.NextIdentifier(text, ref at, out ReadOnlySpan<char> identifier);)
        {
            LexicalTokens.Read(identifier, tokens, static (list, token, _) => list.Add(token.ToString()));
        }

        return tokens;
    }

    public double Idf(string term)
    {
        int frequency = _units.Count(unit => unit.Any(field => field.ContainsKey(term)));
        return Math.Log(1 + ((_units.Count - frequency + 0.5) / (frequency + 0.5)));
    }

    public double Saturated(int unit, string term)
    {
        double frequency = 0;
        for (int field = 0; field < 6; field++)
        {
            double b = LexicalWeights.LengthNormalisation[field];
            double count = _units[unit][field].GetValueOrDefault(term);
            if (count > 0)
            {
                frequency += LexicalWeights.OfFields[field] * count / (1 - b + (b * _units[unit][field].Values.Sum() / _averages[field]));
            }
        }

        return frequency / (frequency + 1.4);
    }

    public double Score(int unit, string query) => Tokens(query).Sum(term => Idf(term) * Saturated(unit, term));

    private static string[] Fields(UnitFields unit) =>
        [unit.Name, unit.Container, LexicalTokens.WithoutExtension(unit.Path).ToString(), unit.Signature, unit.Documentation, unit.Body];

    private static Dictionary<string, int> Count(string text) =>
        Tokens(text).GroupBy(token => token).ToDictionary(group => group.Key, group => group.Count());
}
