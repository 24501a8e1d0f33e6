namespace StructIndex.Tests;

public sealed class InactiveBranchTests
{
    [Fact]
    public void Every_branch_gives_its_declarations()
    {
        CSharpSample sample = CSharpSample.Of("""
            class A {
            #if NET
                void Modern() { }
            #elif FRAMEWORK
                void Old() { void Inner() { } }
            #else
                void Oldest(int x) { }
            #endif
                void Always() { }
            }
            #if WINDOWS
            class OnlyWindows { void Paint() { } }
            #endif
            """);
        Assert.Equal(["A", "Modern", "Old", "Inner", "Oldest", "Always", "OnlyWindows", "Paint"], sample.Declarations.Select(declaration => declaration.Name));
        Assert.Same(sample["A"], sample["Old"].Parent);
        Assert.Same(sample["Old"], sample["Inner"].Parent);
        Assert.Same(sample["OnlyWindows"], sample["Paint"].Parent);
        Assert.Equal("M:A.Oldest(System.Int32)", sample["Oldest"].Id);
    }

    [Fact]
    public void Nested_branches_are_reached()
    {
        CSharpSample sample = CSharpSample.Of("""
            class A {
            #if X
            #if Y
                void XAndY() { }
            #else
                void XNotY() { }
            #endif
            #else
            #if Z
                void Z() { }
            #endif
                void NotX() { }
            #endif
            }
            """);
        Assert.Equal(["A", "XAndY", "XNotY", "Z", "NotX"], sample.Declarations.Select(declaration => declaration.Name));
    }

    [Fact]
    public void A_branch_may_change_a_signature_alone()
    {
        string text = """
            class A {
            #if OTHER
                public int M(string x)
            #else
                public int M(int x)
            #endif
                { return 1; }
            }
            """;
        CSharpSample sample = CSharpSample.Of(text);
        Assert.Equal(["public int M(string x)", "public int M(int x)"], sample.Declarations.Where(declaration => declaration.Name == "M").Select(declaration => declaration.Signature));
        Assert.All(sample.Declarations, declaration => Assert.Equal(declaration.Name, text[declaration.NameSpan.Start..declaration.NameSpan.End]));
    }

    [Fact]
    public void A_signature_with_directives_shows_the_active_text()
        => Assert.Equal("public int M (int x)", CSharpSample.Of("class A {\n    public int M\n#if OTHER\n    (string x)\n#else\n    (int x)\n#endif\n    { return 1; }\n}")["M"].Signature);

    [Fact]
    public void Calls_bind_in_the_active_branch_only()
    {
        CSharpSample sample = CSharpSample.Of("class A { void Go() { } void M() {\n#if NET\n Go();\n#else\n Go(); Go();\n#endif\n } }");
        Assert.Single(sample.Edges, "A.M -> A.Go Calls Exact");
    }

    [Fact]
    public void Directives_inside_text_are_no_directives()
    {
        CSharpSample sample = CSharpSample.Of("class A { string S = @\"\n#if NOT\n\"; void M() { }\n/*\n#else\n*/\n void N() { } }");
        Assert.Equal(["A", "M", "N"], sample.Declarations.Select(declaration => declaration.Name));
    }

    [Theory]
    [InlineData("#if A\nclass X { }")]
    [InlineData("class X { }\n#endif\n#else\n")]
    [InlineData("#if\nclass X { }\n#endif")]
    [InlineData("#if A ||\nclass X { }\n#elif\n#endif")]
    public void Broken_directives_do_no_more_harm_than_their_lines(string text)
        => Assert.All(CSharpSample.Of(text).Result.Files[0].Failures, failure => Assert.True(failure is { Kind: FileFailureKind.SyntaxErrors, IsReadInPart: true }));
}
