namespace StructIndex.Tests;

/// <summary>Calls of Python.</summary>
public class PythonEdgeTests
{
    [Fact]
    public void A_variable_is_another_name_for_a_function() => Assert.Equal(
        ["a.py deep Calls func", "a.py go Calls func", "a.py made Constructs Kind"],
        Calls(("a.py", "def func(): pass\nclass Kind: pass\ndef go():\n    a = func\n    a()\ndef deep():\n    a = func\n    b = a\n    b()\ndef made():\n    a = Kind\n    a()\n")));

    [Fact]
    public void A_variable_of_two_functions_is_neither_for_sure() =>
        Assert.Empty(Calls(("a.py", "def one(): pass\ndef two(): pass\ndef go(x):\n    a = one\n    if x:\n        a = two\n    a()\n")));

    [Fact]
    public void Decorators_are_called_by_what_they_decorate() => Assert.Equal(
        ["a.py one Calls plain", "a.py two Calls made", "a.py two Calls plain"],
        Calls(("a.py", "def plain(f): return f\ndef made(): return plain\n@plain\ndef one(): pass\n@made()\ndef two(): pass\n")));

    [Fact]
    public void What_a_function_imports_shadows_what_its_file_declares() => Assert.Equal(
        ["front.py other Calls pager front.py", "front.py pager Calls pager impl.py"],
        [.. Graphs.Of(("impl.py", "def pager(): pass\n"), ("front.py", "def pager():\n    from impl import pager\n    return pager()\ndef other():\n    pager()\n"))
            .Edges.Where(edge => edge.Kind == EdgeKind.Calls).Select(edge => $"{edge.From.Path} {edge.From.Name} Calls {edge.To.Name} {edge.To.Path}").Order(StringComparer.Ordinal)]);

    [Fact]
    public void Attributes_and_elements_have_types() => Assert.Equal(
        ["a.py Param.all Calls Kind.label", "a.py Param.chain Calls Kind.label", "a.py Param.chain Calls Param.pick", "a.py Param.each Calls Kind.label", "a.py Param.first Calls Kind.label", "a.py Param.typed Calls Kind.label"],
        Calls(("a.py", """
            class Kind:
                def label(self): return 1
            class Other:
                def label(self): return 2
            class Param:
                def __init__(self, kind: Kind, kinds: list[Kind]):
                    self.kind = kind
                    self.kinds = kinds
                def typed(self): return self.kind.label()
                def pick(self) -> Kind: return self.kind
                def chain(self): return self.pick().label()
                def each(self, kinds: list[Kind]):
                    for k in kinds: k.label()
                def first(self, kinds: list[Kind]): return kinds[0].label()
                def all(self): return [k.label() for k in self.kinds]
            """)));

    [Fact]
    public void Methods_of_what_a_library_gives_are_none_of_ours() =>
        Assert.Empty(Calls(("a.py", "import re\nclass Measure:\n    def span(self): return 1\ndef find(text):\n    m = re.match(\"a\", text)\n    return m.span()\n")));

    [Fact]
    public void A_class_that_is_raised_is_made() => Assert.Equal(
        ["a.py go Constructs Fail.__init__"],
        Calls(("a.py", "class Fail(Exception):\n    def __init__(self): pass\ndef go(): raise Fail\n")));

    private static string[] Calls(params (string Path, string Text)[] files) =>
        [.. Graphs.Of(files).Edges.Where(edge => edge.Kind is EdgeKind.Calls or EdgeKind.Constructs && edge.Certainty == EdgeCertainty.Scoped)
            .Select(edge => $"{edge.From.Path} {edge.From.QualifiedName} {edge.Kind} {edge.To.QualifiedName}").Order(StringComparer.Ordinal)];
}
