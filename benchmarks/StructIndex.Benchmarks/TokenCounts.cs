using System.Globalization;

namespace StructIndex.Benchmarks;

/// <summary>
/// The token estimate against published encodings. Their counts come in a file, one line a file of source: path, characters, then one count for each
/// encoding, tab-separated, as any tokenizer writes them.
/// </summary>
internal static class TokenCounts
{
    public const string Help = "COUNTS.tsv: the token estimate against counts of published encodings, file by file and by language";

    public static int Run(string[] arguments)
    {
        List<(string Language, double[] Ratios, double[] Published, double Ours)> rows = [];
        foreach (string line in File.ReadLines(arguments[0]))
        {
            string[] cells = line.Split('\t');
            string text = File.ReadAllText(cells[0]);
            double ours = TokenEstimate.Count(text);
            double[] published = [.. cells[2..].Select(cell => double.Parse(cell, CultureInfo.InvariantCulture))];
            rows.Add((LanguageCatalog.Detect(cells[0], text) ?? "other", [.. published.Select(count => ours / count)], published, ours));
        }

        Console.WriteLine("| language | files | estimate / encoding: in all | least of a file | median | most |\n|-|-|-|-|-|-|");
        foreach (var group in rows.GroupBy(row => row.Language).OrderBy(group => group.Key, StringComparer.Ordinal).Append(rows.GroupBy(_ => "all").Single()))
        {
            Console.WriteLine($"| {group.Key} | {group.Count()} | {Cell(e => group.Sum(row => row.Ours) / group.Sum(row => row.Published[e]))} | {Cell(e => group.Min(row => row.Ratios[e]))} | {Cell(e => Median([.. group.Select(row => row.Ratios[e])]))} | {Cell(e => group.Max(row => row.Ratios[e]))} |");
        }

        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"files counted below an encoding: {rows.Count(row => row.Ratios.Min() < 1)} of {rows.Count}"));
        return 0;

        string Cell(Func<int, double> of) => string.Join(" / ", Enumerable.Range(0, rows[0].Published.Length).Select(e => of(e).ToString("0.00", CultureInfo.InvariantCulture)));
    }

    private static double Median(double[] values)
    {
        Array.Sort(values);
        return values[values.Length / 2];
    }
}
