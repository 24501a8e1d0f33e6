using FsCheck;
using FsCheck.Fluent;

namespace StructIndex.Tests;

public sealed class LexicalTermsTests
{
    [Fact]
    public void A_term_is_found_at_its_place_and_no_other_text_is() => Check.QuickThrowOnFailure(Prop.ForAll(Texts(), Texts(), (texts, others) =>
    {
        string[] sorted = [.. texts.Distinct().Order(StringComparer.Ordinal)];
        LexicalTerms terms = LexicalTerms.From(sorted);
        return texts.Concat(others).All(text => terms.IndexOf(text) == Math.Max(Array.IndexOf(sorted, text), -1));
    }));

    [Fact]
    public void Terms_that_begin_alike_stand_together() => Check.QuickThrowOnFailure(Prop.ForAll(Texts(), Texts(), (texts, beginnings) =>
    {
        string[] sorted = [.. texts.Distinct().Order(StringComparer.Ordinal)];
        LexicalTerms terms = LexicalTerms.From(sorted);
        return beginnings.All(beginning =>
        {
            (int start, int end) = terms.StartingWith(beginning[0]);
            for (int at = 1; at < beginning.Length; at++)
            {
                (start, end) = terms.Narrow(beginning[at], at, start, end);
            }

            return sorted[start..end].SequenceEqual(sorted.Where(term => term.StartsWith(beginning, StringComparison.Ordinal)));
        });
    }));

    private static Arbitrary<string[]> Texts() => Gen.Choose(0, 3).Select(letter => "abé_"[letter]).NonEmptyListOf().Select(letters => new string([.. letters.Take(4)])).ArrayOf().Resize(30).ToArbitrary();
}
