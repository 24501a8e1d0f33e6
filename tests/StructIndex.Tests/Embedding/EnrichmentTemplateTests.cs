namespace StructIndex.Tests;

public class EnrichmentTemplateTests
{
    private static readonly CodeUnit s_unit = new()
    {
        Id = "M:Cache.TryGetValue",
        Kind = UnitKind.Method,
        Name = "TryGetValue",
        Container = "Polly.Caching.MemoryCache",
        Path = "src/MemoryCache.cs",
        Language = "csharp",
        Lines = new LineRange(3, 9),
        Signature = "public bool TryGetValue(string key,\n    out object? value)",
        Documentation = "Looks a value up.\nNever throws.",
        Attributes = ["Obsolete", "Pure"],
        Body = "{\n    return _entries.TryGetValue(key, out value);\n}",
    };

    [Fact]
    public void Facts_come_first_one_a_line_and_the_code_comes_last() =>
        Assert.Equal(
            """
            method: TryGetValue (try get value)
            in: Polly.Caching.MemoryCache
            file: src/MemoryCache.cs
            language: csharp
            signature: public bool TryGetValue(string key, out object? value)
            attributes: Obsolete, Pure
            documentation: Looks a value up. Never throws.
            calls: Find
            called by: Execute, Warm
            code:
            {
                return _entries.TryGetValue(key, out value);
            }
            """,
            EnrichmentTemplate.Render(s_unit, ["Execute", "Warm"], ["Find"]));

    [Fact]
    public void What_is_not_known_has_no_line()
    {
        CodeUnit bare = new() { Id = "x", Kind = UnitKind.Module, Name = "parse", Path = "a.txt", Language = "text", Lines = new LineRange(1, 1), Body = "" };
        Assert.Equal("module: parse\nfile: a.txt\nlanguage: text\n", EnrichmentTemplate.Render(bare, [], []));
    }

    [Fact]
    public void A_limit_cuts_code_and_never_facts()
    {
        string whole = EnrichmentTemplate.Render(s_unit, ["Execute"], []);
        string facts = whole[..whole.IndexOf("code:", StringComparison.Ordinal)];
        for (int limit = 0; limit <= whole.Length; limit++)
        {
            string text = EnrichmentTemplate.Render(s_unit, ["Execute"], [], maxCharacters: limit);
            Assert.StartsWith(facts, text, StringComparison.Ordinal);
            Assert.StartsWith(text, whole, StringComparison.Ordinal);
            Assert.True(text.Length <= Math.Max(limit, facts.Length));
        }
    }

    [Fact]
    public void A_cut_never_parts_a_surrogate_pair()
    {
        string body = string.Concat(Enumerable.Repeat("😀", 50));
        for (int limit = 200; limit < 300; limit++)
        {
            string text = EnrichmentTemplate.Render(s_unit, [], [], body, limit);
            Assert.False(char.IsHighSurrogate(text[^1]));
        }
    }

    [Fact]
    public void Names_that_stand_everywhere_are_left_out_and_rare_ones_come_first()
    {
        NameFrequencies names = new();
        for (int unit = 0; unit < 1000; unit++)
        {
            names.Add(["log", "log", unit % 60 == 0 ? "open" : $"own{unit}"]);
        }

        Assert.Equal(["own1", "open", "unseen"], names.MostInformative(["log", "open", "own1", "unseen", "own1"], 8).OrderBy(n => n == "unseen").ThenBy(n => n == "open"));
        Assert.Equal(["unseen", "own1", "open"], names.MostInformative(["log", "open", "own1", "unseen"], 8));
        Assert.Equal(["unseen"], names.MostInformative(["log", "open", "own1", "unseen"], 1));
    }

    [Fact]
    public void In_a_small_code_base_nothing_is_everywhere()
    {
        NameFrequencies names = new();
        for (int unit = 0; unit < 10; unit++)
        {
            names.Add(["log"]);
        }

        Assert.Equal(["log"], names.MostInformative(["log"], 8));
    }
}
