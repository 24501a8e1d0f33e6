using FsCheck;
using FsCheck.Fluent;

namespace StructIndex.Tests;

public sealed class CoverageTests
{
    [Fact]
    public void One_walk_along_the_postings_finds_what_looking_each_unit_up_finds() => Check.QuickThrowOnFailure(Prop.ForAll(Units(), bodies =>
    {
        IndexContents contents = TinyIndex.Of([.. bodies.Select((body, unit) => TinyIndex.Unit($"f{unit}", "x", body))]);
        LexicalQuery query = Asked.Words("alpha beta missing", contents.Lexical, word => word == "alpha" ? [new WordNeighbour("gamma", .8f), new WordNeighbour("beta", .5f)] : []);
        int[] asked = [.. Enumerable.Range(0, bodies.Length).Where(unit => unit % 3 != 1)];
        float[] held = new float[asked.Length];
        return query.Words.All(word =>
        {
            contents.Lexical.MatchStrength(word, asked, Marks(asked), held);
            return asked.Select(unit => word.Terms.Where(term => contents.Lexical.Impact(term.Term, unit) > 0).Select(term => term.Similarity).DefaultIfEmpty().Max()).SequenceEqual(held);
        });
    }));

    private static ulong[] Marks(int[] units)
    {
        ulong[] marks = new ulong[LexicalIndex.Marks / 64];
        LexicalIndex.Mark(units, marks);
        return marks;
    }

    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    [InlineData(100)]
    [InlineData(5000)]
    public void Few_units_and_many_are_found_alike_among_many_postings(int count)
    {
        LexicalIndex index = LexicalIndex.Build([.. Enumerable.Range(0, 9000).Select(i => TinyIndex.Unit($"f{i}", "x", $"{(i % 2 == 0 ? "even" : "odd")} {(i % 7 == 0 ? "seventh" : "")} n{i % 4500}"))], TestContext.Current.CancellationToken);
        int[] asked = [.. Enumerable.Range(0, count).Select(i => i * 9000 / count)];
        float[] held = new float[count];
        foreach (LexicalWord word in Asked.Words("even seventh n4203", index).Words)
        {
            index.MatchStrength(word, asked, Marks(asked), held);
            Assert.Equal(asked.Select(unit => index.Impact(word.Terms[0].Term, unit) > 0 ? 1f : 0), held);
        }
    }

    [Fact]
    public void What_units_gain_by_their_neighbours_is_what_they_hold_together_beyond_what_any_holds_alone() => Check.QuickThrowOnFailure(Prop.ForAll(Units(), bodies =>
    {
        CodeUnit[] units = [.. bodies.Select((body, unit) => TinyIndex.Unit($"f{unit / 2}", $"{body.Split(' ')[^1]}_{unit}", body))];
        RawEdge[] edges = [.. Enumerable.Range(1, units.Length - 1).Select(unit => new RawEdge(unit, unit * 7 % units.Length, EdgeKind.Calls, EdgeCertainty.Exact, 1)).Where(edge => edge.From != edge.To)];
        IndexContents contents = new() { Units = units, Graph = TinyIndex.Graph(units, edges), Lexical = LexicalIndex.Build(units) };
        using QueryContext context = Asked.Context(contents, "alpha beta gamma delta");
        LexicalQuery query = context.Words;
        JointCoverage found = JointCoverage.Of(context);

        float total = query.Words.Sum(word => word.Idf);
        float[] own = Shares(1), joint = Shares(.9f);
        float most = own.Max();
        return Enumerable.Range(0, contents.FileCount).All(file => Math.Abs(found.OfFile(file).Gain - Enumerable.Range(contents.FileStarts[file], contents.FileStarts[file + 1] - contents.FileStarts[file])
            .Max(unit => own[unit] <= .7f * most ? Math.Max(joint[unit] - most - .05f, 0) : 0)) < 1e-5);

        float[] Shares(float ofNeighbours) => [.. Enumerable.Range(0, units.Length).Select(unit => query.Words.Sum(word => word.Terms.Length == 0 ? 0 :
            word.Idf / total * (contents.Lexical.UnitsOf(word.Terms[0].Term).Contains(unit) ? 1 : ofNeighbours < 1 && context.Traits.Neighbours.UnitsOf(word.Terms[0].Term).Contains(unit) ? ofNeighbours : 0)))];
    }));

    private static Arbitrary<string[]> Units() => Gen.Elements("alpha", "beta", "gamma", "delta", "zeta", "eta").ListOf().Select(words => string.Join(' ', words.Take(3).Prepend("x")))
        .NonEmptyListOf().Select(bodies => bodies.Concat(bodies).ToArray()).Resize(25).ToArbitrary();
}
