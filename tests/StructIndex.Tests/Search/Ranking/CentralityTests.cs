namespace StructIndex.Tests;

public class CentralityTests
{
    [Fact]
    public void A_file_is_mentioned_by_the_other_files_that_hold_the_names_it_declares()
    {
        Centrality centrality = Of(
            TinyIndex.Unit("a.py", "reconcile", "def reconcile(): pass"),
            TinyIndex.Unit("b.py", "first", "def first(): reconcile()"),
            TinyIndex.Unit("c.py", "second", "def second(): reconcile() or reconcile()"),
            TinyIndex.Unit("d.py", "third", "def third(): first()"));
        Assert.Equal([Twice(2), Twice(1), 0, 0], centrality.Mentions);
    }

    [Fact]
    public void A_name_that_many_files_declare_is_nobodys_own()
    {
        CodeUnit[] declared = [.. Enumerable.Range(0, RankConstants.OwnNameFiles + 1).Select(i => TinyIndex.Unit($"a{i}.py", "reconcile", "def reconcile(): pass"))];
        Assert.All(Of([.. declared, TinyIndex.Unit("z.py", "last", "def last(): reconcile()")]).Mentions, mentions => Assert.Equal(0, mentions));
        Assert.Equal(Twice(1), Of([.. declared[1..], TinyIndex.Unit("z.py", "last", "def last(): reconcile()")]).Mentions[0]);
    }

    [Fact]
    public void Modules_and_constructors_have_no_name_of_their_own()
    {
        Centrality centrality = Of(
            TinyIndex.Unit("a.py", "reconcile", "import reconcile", UnitKind.Module),
            TinyIndex.Unit("b.py", "first", "def first(): reconcile()"));
        Assert.Equal([0, 0], centrality.Mentions);
    }

    private static float Twice(int files) => MathF.Log(1 + MathF.Log(1 + files));

    private static Centrality Of(params CodeUnit[] units)
    {
        IndexContents contents = TinyIndex.Of(units);
        return new Centrality(contents, WholeFiles.Index(contents));
    }
}
