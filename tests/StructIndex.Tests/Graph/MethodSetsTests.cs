namespace StructIndex.Tests;

public sealed class MethodSetsTests
{
    [Fact]
    public void A_type_implements_an_interface_of_another_package_whose_types_it_qualifies_otherwise()
    {
        CodeGraph graph = Graphs.Of(
            ("port/port.go", "package port\n\ntype Item struct{}\n\ntype Store interface {\n\tPut(key string, items ...*Item) (n int, err error)\n}\n"),
            ("disk/disk.go", "package disk\n\nimport \"example.com/port\"\n\ntype Disk struct{}\n\nfunc (d *Disk) Put(k string, i ...*port.Item) (int, error) { return 0, nil }\n"));
        Assert.Equal(["disk.Disk Implements port.Store Scoped", "disk.Disk.Put Implements port.Store.Put Scoped"], graph.Lines(EdgeKind.Implements));
        Assert.Equal(["disk.Disk"], graph.ImplementationsOf(graph.One("Store")).Select(edge => edge.From.QualifiedName));
    }

    [Fact]
    public void A_method_in_lower_case_is_that_of_its_package_alone()
    {
        const string Type = "type Cat struct{}\n\nfunc (c Cat) purr() {}\n";
        Assert.Equal(
            ["a.Cat Implements a.Pet Scoped", "a.Cat.purr Implements a.Pet.purr Scoped"],
            Graphs.Of(("a/a.go", "package a\n\ntype Pet interface {\n\tpurr()\n}\n\n" + Type), ("b/b.go", "package b\n\n" + Type)).Lines(EdgeKind.Implements));
    }

    [Fact]
    public void Of_an_interface_that_embeds_one_from_elsewhere_two_methods_must_tell_and_the_edge_is_less_sure()
    {
        CodeGraph graph = Graphs.Of(
            ("a.go", "package a\n\ntype One interface {\n\tio.Reader\n\tClose() error\n}\n\ntype Two interface {\n\tio.Reader\n\tClose() error\n\tFlush()\n}\n\ntype File struct{}\n\nfunc (f File) Close() error { return nil }\n\nfunc (f File) Flush() {}\n"));
        Assert.Equal(["a.File Implements a.Two NameOnly"], graph.Lines(EdgeKind.Implements).Where(line => !line.Contains("File.", StringComparison.Ordinal)));
    }

    [Fact]
    public void An_interface_with_type_parameters_gives_candidates_and_an_empty_one_nothing()
    {
        CodeGraph graph = Graphs.Of(
            ("a.go", "package a\n\ntype Any interface{}\n\ntype Bag[T any] interface {\n\tAdd(item T)\n}\n\ntype Ints struct{}\n\nfunc (i *Ints) Add(item int) {}\n"));
        Assert.Equal(["a.Ints Implements a.Bag Candidate", "a.Ints.Add Implements a.Bag.Add Candidate"], graph.Lines(EdgeKind.Implements));
    }

    [Fact]
    public void An_interface_that_thousands_of_types_have_by_one_that_they_embed_says_nothing_of_any()
    {
        string types = string.Concat(Enumerable.Range(0, 1_200).Select(i => $"type T{i} struct{{ Base }}\n"));
        CodeGraph graph = Graphs.Of(
            ("a.go", $"package a\n\ntype Base struct{{}}\n\nfunc (b Base) Close() error {{ return nil }}\n\nfunc (b Base) Name() string {{ return \"\" }}\n\ntype Closer interface {{\n\tClose() error\n}}\n\n{types}"),
            ("b.go", "package b\n\ntype Named interface {\n\tTitle() string\n}\n\ntype Book struct{}\n\nfunc (b Book) Title() string { return \"\" }\n"));
        Assert.Equal(["b.Book Implements b.Named Scoped", "b.Book.Title Implements b.Named.Title Scoped"], graph.Lines(EdgeKind.Implements));
    }

    [Theory]
    [InlineData("Get(ctx context.Context, id string) (*Order, error)", "(Context,string)*Order,error")]
    [InlineData("func (s *Store) Get(a, b int, f func(x int) error) map[string]pkg.T", "(int,int,func(xint)error)map[string]T")]
    [InlineData("func (g *Getter) Get(chan int, ...string)", "(chanint,...string)")]
    [InlineData("Get() (n int, err error)", "()int,error")]
    [InlineData("Get(v interface{}) interface{}", "(any)any")]
    [InlineData("Get", "")]
    public void A_signature_keeps_the_types_alone(string signature, string expected) => Assert.Equal(expected, GoSignature.Of(signature, "Get"));
}
