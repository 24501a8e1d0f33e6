namespace StructIndex.Tests;

public sealed class RelevanceModelTests
{
    [Fact]
    public void Relevance_is_a_probability_that_grows_with_both_kinds_of_evidence()
    {
        for (double cosine = -1; cosine < 1; cosine += .1)
        {
            for (double coverage = 0; coverage < 1; coverage += .1)
            {
                double relevance = RelevanceModel.Relevance(cosine, coverage);
                Assert.InRange(relevance, 0, 1);
                Assert.True(RelevanceModel.Relevance(cosine + .05, coverage) > relevance);
                Assert.True(RelevanceModel.Relevance(cosine, coverage + .05) > relevance);
                Assert.True(RelevanceModel.Relevance(null, coverage + .05) > RelevanceModel.Relevance(null, coverage));
            }
        }
    }

    [Fact]
    public void The_evidence_of_an_ordinary_question_is_likely_and_that_of_a_foreign_one_is_not()
    {
        Assert.InRange(RelevanceModel.Relevance(.67, .49), .95, 1);
        Assert.InRange(RelevanceModel.Relevance(.27, .13), 0, .1);
        Assert.InRange(RelevanceModel.Relevance(.17, .03), 0, .01);
        Assert.InRange(RelevanceModel.Relevance(null, .49), .8, 1);
        Assert.InRange(RelevanceModel.Relevance(null, .03), 0, .1);
    }
}
