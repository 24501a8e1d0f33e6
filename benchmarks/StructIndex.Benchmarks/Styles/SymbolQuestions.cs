using System.Globalization;

namespace StructIndex.Benchmarks;

/// <summary>Names as they are written in the code, alone, with their type, or inside a few words.</summary>
internal static class SymbolQuestions
{
    private const int Count = 15;
    private const int MaxSharing = 3;

    private static readonly string[] s_frames = ["where is {0} defined", "{0} does not work", "usage of {0}", "how is {0} implemented", "what does {0} do", "Fix possible crash in {0}", "{0}: wrong result for empty input", "make {0} faster"];

    public static IEnumerable<StyledQuestion> Of(QuestionMaker maker)
    {
        StyledTree tree = maker.Tree;
        ILookup<string, int> byName = tree.Asked.ToLookup(unit => tree.Units.Units[unit].Name, StringComparer.Ordinal);
        Random random = maker.Repository.Random("symbol");
        IEnumerable<int> units = maker.Shuffled("symbol", unit => (unit.Kind.IsType() || IdentifierWords.ToLowerWords(unit.Name).Count > 1) && byName[unit.Name].Count() <= MaxSharing).DistinctBy(unit => tree.Units.Units[unit].Name).Take(Count);
        foreach ((int number, int unit) in units.Index())
        {
            CodeUnit named = tree.Units.Units[unit];
            string container = named.Container[(named.Container.LastIndexOf('.') + 1)..];
            string name = random.NextDouble() < .3 && container.Length > 0 ? $"{container}.{named.Name}" : named.Name;
            string query = random.NextDouble() < .4 ? string.Format(CultureInfo.InvariantCulture, s_frames[random.Next(s_frames.Length)], name) : name;
            yield return maker.Make("symbol", number, query, name == named.Name ? [.. byName[name]] : [unit]);
        }
    }
}
