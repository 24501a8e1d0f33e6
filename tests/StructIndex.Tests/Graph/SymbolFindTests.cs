namespace StructIndex.Tests;

public class SymbolFindTests
{
    private static readonly CodeGraph s_graph = Graphs.Of(
        ("lib/store.py", "class Store:\n    def save(self): pass\n\nclass Other:\n    def save(self): pass\n\ndef SAVE(): pass\n"),
        ("lib/save.py", "LIMIT = 1\n"));

    [Theory]
    [InlineData("Store.save", "Store.save")]
    [InlineData("Store#save", "Store.save")]
    [InlineData("Store::save", "Store.save")]
    [InlineData("lib.store.Store.save", "Store.save")]
    [InlineData("lib/store/Other/save", "Other.save")]
    [InlineData("Store.save(self)", "Store.save")]
    [InlineData("Store<T>.save", "Store.save")]
    [InlineData("save", "Store.save Other.save")]
    [InlineData("SAVE", "SAVE")]
    [InlineData("Save", "Store.save Other.save SAVE")]
    [InlineData("store.SAVE", "SAVE")]
    [InlineData("thing->save", "Store.save Other.save")]
    [InlineData("Missing.save", "")]
    [InlineData("", "")]
    [InlineData("lib/store.py#Other.save(self)", "Other.save")]
    public void A_symbol_is_found_as_people_write_it(string symbol, string expected) =>
        Assert.Equal(expected, string.Join(' ', s_graph.Find(symbol).Select(unit => unit.QualifiedName)));

    [Fact]
    public void A_file_is_found_by_its_name_where_nothing_else_has_it()
    {
        CodeGraph graph = Graphs.Of(("lib/limits.py", "LIMIT = 1\n"));
        Assert.Equal("lib/limits.py", graph.One("limits").Path);
    }
}
