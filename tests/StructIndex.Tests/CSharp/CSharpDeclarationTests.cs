namespace StructIndex.Tests;

public sealed class CSharpDeclarationTests
{
    private const string Text = """
        using System;
        namespace N.Inner;

        /// <summary>A box.</summary>
        [Serializable]
        public sealed class Box<T> : Base, IDisposable
            where T : class
        {
            private int _count;
            public Box(int size = 3) { }
            ~Box() { }
            public int Count { get; private set; }
            public int this[int index] => index;
            public event Action? Changed, Closed;
            public static Box<T> operator +(Box<T> a, Box<T> b) => a;
            public static implicit operator int(Box<T> b) => 0;
            // Plain words.
            protected internal T? Take<U>(ref int x, params U[] rest) where U : T
            {
                return Local();
                T? Local() => null;
            }
            void IDisposable.Dispose() { }
            internal enum Colour { Red, Green }
            public delegate void Handler(Box<T> box);
            public record struct Point(int X, int Y);
        }
        """;

    [Theory]
    [InlineData("Box", UnitKind.Class, "N.Inner", "T:N.Inner.Box`1", "public sealed class Box<T> : Base, IDisposable where T : class", true)]
    [InlineData("~Box", UnitKind.Constructor, "N.Inner.Box", "M:N.Inner.Box`1.Finalize", "~Box()", false)]
    [InlineData("Count", UnitKind.Property, "N.Inner.Box", "P:N.Inner.Box`1.Count", "public int Count { get; private set; }", true)]
    [InlineData("this", UnitKind.Property, "N.Inner.Box", "P:N.Inner.Box`1.Item(System.Int32)", "public int this[int index] { get; }", true)]
    [InlineData("Changed", UnitKind.Event, "N.Inner.Box", "E:N.Inner.Box`1.Changed", "public event Action? Changed, Closed", true)]
    [InlineData("Closed", UnitKind.Event, "N.Inner.Box", "E:N.Inner.Box`1.Closed", "public event Action? Changed, Closed", true)]
    [InlineData("operator +", UnitKind.Operator, "N.Inner.Box", "M:N.Inner.Box`1.op_Addition(N.Inner.Box{`0},N.Inner.Box{`0})", "public static Box<T> operator +(Box<T> a, Box<T> b)", true)]
    [InlineData("implicit operator int", UnitKind.Operator, "N.Inner.Box", "M:N.Inner.Box`1.op_Implicit(N.Inner.Box{`0})~System.Int32", "public static implicit operator int(Box<T> b)", true)]
    [InlineData("Take", UnitKind.Method, "N.Inner.Box", "M:N.Inner.Box`1.Take``1(System.Int32@,``0[])", "protected internal T? Take<U>(ref int x, params U[] rest) where U : T", true)]
    [InlineData("Local", UnitKind.Function, "N.Inner.Box.Take", null, "T? Local()", false)]
    [InlineData("Dispose", UnitKind.Method, "N.Inner.Box", "M:N.Inner.Box`1.System#IDisposable#Dispose", "void IDisposable.Dispose()", false)]
    [InlineData("Colour", UnitKind.Enum, "N.Inner.Box", "T:N.Inner.Box`1.Colour", "internal enum Colour", false)]
    [InlineData("Handler", UnitKind.Delegate, "N.Inner.Box", "T:N.Inner.Box`1.Handler", "public delegate void Handler(Box<T> box)", true)]
    [InlineData("Point", UnitKind.Record, "N.Inner.Box", "T:N.Inner.Box`1.Point", "public record struct Point(int X, int Y)", true)]
    public void A_declaration_has_kind_container_id_signature_and_visibility(string name, UnitKind kind, string container, string? id, string signature, bool isPublic)
    {
        CodeDeclaration found = CSharpSample.Of(Text).Declarations.Single(declaration => declaration.Name == name && declaration.Kind is not UnitKind.Constructor || declaration.Name == name && name[0] == '~');
        Assert.Equal((kind, container, id, signature, isPublic), (found.Kind, found.Container, found.Id, found.Signature, found.IsPublic));
    }

    [Fact]
    public void Spans_hold_documentation_attributes_name_and_body()
    {
        CodeDeclaration box = CSharpSample.Of(Text).Declarations.First(declaration => declaration.Name == "Box");
        Assert.StartsWith("/// <summary>", Text[box.Span.Start..box.Span.End], StringComparison.Ordinal);
        Assert.Equal("Box", Text[box.NameSpan.Start..box.NameSpan.End]);
        Assert.StartsWith("{", Text[box.Body.Start..box.Body.End], StringComparison.Ordinal);
        Assert.EndsWith("}", Text[box.Body.Start..box.Body.End], StringComparison.Ordinal);
        Assert.Equal(["Serializable"], box.Attributes);
        Assert.Equal("A box.", box.Documentation);
    }

    [Fact]
    public void A_plain_comment_right_above_stands_in_for_documentation()
    {
        CodeDeclaration take = CSharpSample.Of(Text)["Take"];
        Assert.Equal("Plain words.", take.Documentation);
        Assert.StartsWith("// Plain", Text[take.Span.Start..], StringComparison.Ordinal);
    }

    [Fact]
    public void Parents_come_before_what_they_hold()
    {
        IReadOnlyList<CodeDeclaration> all = CSharpSample.Of(Text).Declarations;
        Assert.All(all, declaration => Assert.True(declaration.Parent is null || all.ToList().IndexOf(declaration.Parent) < all.ToList().IndexOf(declaration)));
        Assert.Equal(all.Select(declaration => declaration.Span.Start).Order(), all.Select(declaration => declaration.Span.Start));
    }

    [Theory]
    [InlineData("[Fact]")]
    [InlineData("[Xunit.TheoryAttribute]")]
    [InlineData("[Test, Category(\"x\")]")]
    [InlineData("[TestCase(1)]")]
    [InlineData("[TestMethod]")]
    public void Attributes_tell_tests(string attribute)
    {
        CSharpSample sample = CSharpSample.Of($"class A {{ {attribute} public void M() {{ }} void Help() {{ }} }} class B {{ void Testing() {{ }} }}");
        Assert.True(sample["M"].IsTest);
        Assert.True(sample["A"].IsTest);
        Assert.False(sample["Help"].IsTest);
        Assert.False(sample["B"].IsTest);
    }

    [Fact]
    public void Long_declarations_say_where_they_may_be_cut()
    {
        string body = string.Concat(Enumerable.Range(0, 80).Select(i => $"        Go({i});\n"));
        string text = $"class A {{\n    void Go(int x) {{ }}\n    void Long() {{\n{body}    }}\n    void Nested() {{ while (true) {{\n{body}    }} }}\n}}";
        CSharpSample sample = CSharpSample.Of(text);
        Assert.Empty(sample["Go"].Breaks);
        Assert.Equal(80, sample["Long"].Breaks.Count);
        Assert.Equal(81, sample["Nested"].Breaks.Count);
        Assert.All(sample["Long"].Breaks, at => Assert.Equal("Go(", text.Substring(at, 3)));
        Assert.Equal(3, sample["A"].Breaks.Count);
    }

    [Fact]
    public void Names_may_be_escaped_and_not_ascii()
    {
        CSharpSample sample = CSharpSample.Of("class Größe { void @class() { } void Ünï() => @class(); }");
        Assert.Contains("Größe.Ünï -> Größe.class Calls Exact", sample.Edges);
    }

    [Fact]
    public void Two_runs_give_the_same()
    {
        static string[] Run() => [.. CSharpSample.Of(Text, "class Base { } class C { void M(N.Inner.Box<string> b) { b.Take<string>(ref x, b.Count.ToString()); } int x; }") is var sample
            ? sample.Edges.Concat(sample.Declarations.Select(declaration => $"{declaration.Id} {declaration.Signature} {declaration.Span}")) : []];
        Assert.Equal(Run(), Run());
    }
}
