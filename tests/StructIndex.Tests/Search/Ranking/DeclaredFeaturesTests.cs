using FsCheck;
using FsCheck.Fluent;

namespace StructIndex.Tests;

public sealed class DeclaredFeaturesTests
{
    [Fact]
    public void From_the_named_terms_one_finds_what_asking_every_name_finds() => Check.QuickThrowOnFailure(Prop.ForAll(Names(), Names(), (names, asked) =>
    {
        IndexContents contents = TinyIndex.Of([.. names.Select((name, unit) => TinyIndex.Unit($"f{unit / 3}", name))]);
        string text = string.Join(' ', asked).Replace('_', ' ');
        using QueryContext context = Asked.Context(contents, text);
        FeatureTable table = new([.. Enumerable.Range(0, contents.FileCount).Where(file => file % 4 != 1)]);
        DeclaredFeatures.Read(context, table);
        return Enumerable.Range(0, table.Files.Length).All(row =>
        {
            int[][] declared = [.. Enumerable.Range(0, names.Length).Where(unit => unit / 3 == table.Files[row]).Select(unit => context.Traits.UnitNameTerms[unit].ToArray())];
            return Math.Abs(declared.Max(name => context.Terms.Cover(name)) - table.Row(row)[(int)RankFeature.UnitNameBest]) < 1e-5;
        });
    }));

    private static Arbitrary<string[]> Names() => Gen.Elements("parse", "parser", "token", "config", "configuration", "get", "routes", "router", "auth").NonEmptyListOf()
        .Select(words => string.Join('_', words.Take(4))).NonEmptyListOf().Select(names => names.ToArray()).Resize(20).ToArbitrary();
}
