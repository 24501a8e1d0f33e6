using FsCheck;
using FsCheck.Fluent;

namespace StructIndex.Tests;

public sealed class QueryTermsTests
{
    [Fact]
    public void Words_that_begin_alike_name_a_term() => Check.QuickThrowOnFailure(Prop.ForAll(Words(), Words(), (terms, asked) =>
    {
        IndexContents contents = TinyIndex.Of([TinyIndex.Unit("p", string.Join(' ', terms))]);
        LexicalQuery query = Asked.Words(string.Join(' ', asked), contents.Lexical);
        QueryTerms named = new(query, [], contents.Lexical.Terms);
        return Enumerable.Range(0, contents.Lexical.Terms.Count).All(term => named.Names(term) == Plain(query, contents.Lexical.Terms[term].ToString()));
    }));

    [Fact]
    public void The_share_that_terms_cover_is_that_of_the_words_they_stand_for_by_rarity() => Check.QuickThrowOnFailure(Prop.ForAll(Words(), Words(), (terms, asked) =>
    {
        IndexContents contents = TinyIndex.Of([TinyIndex.Unit("p", string.Join(' ', terms)), TinyIndex.Unit("q", terms[0])]);
        LexicalQuery query = Asked.Words(string.Join(' ', asked), contents.Lexical);
        QueryTerms named = new(query, [], contents.Lexical.Terms);
        int[] some = [.. Enumerable.Range(0, contents.Lexical.Terms.Count).Where(term => term % 2 == 0)];
        float covered = query.Words.Select((word, i) => word.Idf * some.Select(term => NamesWord(query, contents.Lexical.Terms[term].ToString()) == i ? named.Names(term) : 0).DefaultIfEmpty().Max()).Sum();
        return Math.Abs(named.Cover(some) - (covered / query.Words.Sum(word => word.Idf))) < 1e-5;
    }));

    [Theory]
    [InlineData("authentication", "auth", .7f)]
    [InlineData("validation", "validator", .7f)]
    [InlineData("route", "route", 1f)]
    [InlineData("road", "route", 0f)]
    [InlineData("as", "assert", 0f)]
    public void An_abbreviation_or_a_common_stem_counts_for_less_than_the_word(string asked, string name, float expected)
    {
        IndexContents contents = TinyIndex.Of([TinyIndex.Unit("p", name)]);
        QueryTerms named = new(Asked.Words(asked, contents.Lexical), [], contents.Lexical.Terms);
        Assert.Equal(expected, named.Names(contents.Lexical.Terms.IndexOf(name)));
    }

    // The definition, term by term and word by word.
    private static float Plain(LexicalQuery query, string term)
    {
        int word = NamesWord(query, term);
        return word < 0 ? 0 : query.Words[word].Text == term ? 1 : .7f;
    }

    private static int NamesWord(LexicalQuery query, string term)
    {
        string[] words = [.. query.Words.Select(word => word.Text)];
        int own = Array.IndexOf(words, term);
        return own >= 0 ? own : Array.FindIndex(words, word =>
        {
            int common = word.AsSpan().CommonPrefixLength(term);
            return (term.Length >= 3 && common == term.Length) || (common >= 4 && common >= Math.Max(word.Length, term.Length) * .6f);
        });
    }

    // Few letters, so that beginnings meet.
    private static Arbitrary<string[]> Words() => Gen.Choose(0, 2).Select(letter => "abc"[letter]).NonEmptyListOf().Select(letters => new string([.. letters.Take(9)])).NonEmptyListOf().Select(words => words.Take(12).ToArray()).Resize(12).ToArbitrary();
}
