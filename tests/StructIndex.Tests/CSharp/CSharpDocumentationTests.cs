namespace StructIndex.Tests;

public sealed class CSharpDocumentationTests
{
    [Theory]
    [InlineData("<summary>Adds <paramref name=\"x\"/> to <see cref=\"List{T}\"/>.</summary>", "Adds x to List<T>.")]
    [InlineData("<summary>\n Two\n lines.\n</summary>", "Two lines.")]
    [InlineData("<param name=\"x\">The x.</param><returns>A y.</returns>", "x: The x.\nReturns: A y.")]
    [InlineData("<exception cref=\"T:System.ArgumentException\">When wrong.</exception>", "Throws System.ArgumentException: When wrong.")]
    [InlineData("<exception cref=\"IOException\"/>", "Throws IOException")]
    [InlineData("<see cref=\"M:N.A.B(System.Int32)\"/> or <see langword=\"null\"/>", "N.A.B(System.Int32) or null")]
    [InlineData("<see href=\"https://x.y\">the site</see>", "the site")]
    [InlineData("A &lt;b&gt; &amp; c", "A <b> & c")]
    [InlineData("<param name=\"x\"></param>", "")]
    [InlineData("<summary>a<para>b</para></summary><remarks>c</remarks>", "a\nb\nc")]
    [InlineData("<c>code</c> and <![CDATA[<raw>]]>", "code and <raw>")]
    [InlineData("A List<T> bare and < lone", "A List<T> bare and < lone")]
    [InlineData("", "")]
    public void Tags_become_words(string xml, string expected) => Assert.Equal(expected, XmlDocumentation.Clean(xml));

    [Fact]
    public void Inherited_documentation_comes_from_interfaces_bases_and_chains()
    {
        CSharpSample sample = CSharpSample.Of("""
            /// <summary>The contract.</summary>
            interface I {
                /// <summary>Goes.</summary>
                void Go();
                /// <summary>The size.</summary>
                int Size { get; }
            }
            /// <inheritdoc/>
            class A : I {
                /// <inheritdoc/>
                public virtual void Go() { }
                /// <inheritdoc cref="I.Size"/>
                public int Size => 1;
            }
            class B : A {
                /// <inheritdoc />
                public override void Go() { }
            }
            """);
        Assert.Equal("The contract.", sample["A"].Documentation);
        Assert.All(sample.Declarations.Where(declaration => declaration.Name == "Go"), declaration => Assert.Equal("Goes.", declaration.Documentation));
        Assert.All(sample.Declarations.Where(declaration => declaration.Name == "Size"), declaration => Assert.Equal("The size.", declaration.Documentation));
    }

    [Theory]
    [InlineData("IBox{T}.Clear", "Empties the box.")]
    [InlineData("IBox{T}.Add(T)", "Puts one in.")]
    [InlineData("Other.Deep.Shake(int)", "Shakes it.")]
    [InlineData("TeaBox", "Holds tea.")]
    [InlineData("Gone.Away", "")]
    [InlineData("not a name", "")]
    public void Documentation_is_inherited_from_the_symbol_that_is_named(string cref, string expected) => Assert.Equal(expected, CSharpSample.Of(
        "namespace Docs;\npublic interface IBox<T>\n{\n    /// <summary>Empties the box.</summary>\n    void Clear();\n    /// <summary>Puts one in.</summary>\n    void Add(T one);\n}\n",
        "namespace Docs.Other;\npublic class Deep\n{\n    /// <summary>No.</summary>\n    public void Shake() { }\n    /// <summary>Shakes it.</summary>\n    public void Shake(int times) { }\n}\n",
        $"namespace Docs;\n/// <summary>Holds tea.</summary>\npublic class TeaBox\n{{\n    /// <inheritdoc cref=\"{cref}\"/>\n    public void Wipe() {{ }}\n}}\n")["Wipe"].Documentation);

    [Fact]
    public void A_circle_of_inherited_documentation_ends()
        => Assert.Equal("", CSharpSample.Of("/// <inheritdoc/>\nclass A : B { }\n/// <inheritdoc/>\nclass B : A { }")["A"].Documentation);

    [Fact]
    public void Block_comments_are_documentation_too()
        => Assert.Equal("First line.\nx: The x.", CSharpSample.Of("class A {\n    /**\n     * <summary>First\n     * line.</summary>\n     * <param name=\"x\">The x.</param>\n     */\n    void M(int x) { }\n}")["M"].Documentation);

    [Fact]
    public void A_comment_parted_by_a_blank_line_is_not_taken()
        => Assert.Equal("", CSharpSample.Of("class A {\n    // Of something else.\n\n    void M() { }\n}")["M"].Documentation);
}
