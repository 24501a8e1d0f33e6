namespace StructIndex.Tests;

public sealed class TestEdgesTests
{
    [Fact]
    public void A_test_tests_what_it_calls_and_makes_in_every_file()
    {
        CodeGraph graph = Graphs.Of(
            ("store.py", "class Store:\n    def __init__(self):\n        pass\n    def save(self):\n        write()\n\ndef write():\n    pass\n"),
            ("test_store.py", """
                from store import Store, write

                def make():
                    return Store()

                class TestStore:
                    def test_save(self):
                        store = Store()
                        store.save()
                        def later():
                            write()
                        later()
                        make()
                """));
        Assert.Equal(
            ["TestStore.test_save Tests Store.__init__ Scoped", "TestStore.test_save Tests Store.save Scoped", "TestStore.test_save Tests write Scoped"],
            graph.Lines(EdgeKind.Tests).Order(StringComparer.Ordinal));
        Assert.Contains("TestStore.test_save.later Calls write Scoped", graph.Lines());
    }

    [Fact]
    public void What_a_test_may_call_it_is_not_said_to_test()
    {
        CodeGraph graph = Graphs.Of(
            ("a.java", "class A { void takeOver(A a) { } void takeOver(String s) { } }"),
            ("ATest.java", "class ATest { @Test void check(A a) { a.takeOver(unknown()); } }"));
        Assert.Equal(["ATest.check Calls A.takeOver Candidate"], graph.Lines());
        Assert.Empty(graph.Lines(EdgeKind.Tests));
    }

    [Fact]
    public void A_method_that_only_begins_like_a_test_is_none()
    {
        CodeGraph graph = Graphs.Of(("app.py", "class App:\n    def test_client(self):\n        return Client()\n\nclass Client:\n    pass\n"));
        Assert.Equal(UnitRole.Implementation, graph.One("App.test_client").Role);
        Assert.Empty(graph.Lines(EdgeKind.Tests));
    }

    [Fact]
    public void The_tests_of_a_type_are_those_of_its_members_too()
    {
        CodeGraph graph = Graphs.Of(
            ("cart.js", "export class Cart { add(item) { } }\nexport function total() { }\n"),
            ("cart.test.js", """
                import { Cart, total } from './cart.js';
                describe('cart', () => {
                  it('adds', () => { const cart = new Cart(); cart.add(1); });
                  test.each([1])(`totals %i`, () => { total(); });
                });
                """));
        Assert.Equal(["adds", "adds"], graph.TestsOf(graph.One("Cart")).Select(edge => edge.From.Name));
        Assert.Equal(["totals %i"], graph.TestsOf(graph.One("total")).Select(edge => edge.From.Name));
        Assert.Equal(["adds"], graph.CallersOf(graph.One("Cart")).Select(edge => edge.From.Name));
    }
}
