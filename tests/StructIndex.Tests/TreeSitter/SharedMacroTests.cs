namespace StructIndex.Tests;

/// <summary>Macros that one file of a code base defines and others use.</summary>
public sealed class SharedMacroTests
{
    private const string Uses = """
        class shopapi Shelf { };
        shop_warn_unused shop_inline error_code get(std::string &value) const shop_noexcept { return take(value); }
        shop_inline operator int() { return 1; }
        """;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("#define shopapi __declspec(dllexport)\n#define shop_inline shop_really\n#define shop_really inline __attribute__((always_inline))\n#define shop_noexcept noexcept\n#define shop_warn_unused [[nodiscard]]\n")]
    [InlineData("#ifdef X\n#define shop_inline // none\n#define shop_warn_unused\n#else\n#  define shop_inline static inline\n#define shop_warn_unused __attribute__((warn_unused_result))\n#endif\n#define shopapi extern \"C\"\n#define shop_noexcept noexcept /* yes */\n")]
    public void What_another_file_defines_as_a_qualifier_is_no_code(string definitions) =>
        Assert.Equal(["Shelf", "get", "operator int"], Names(new TreeSitterParser().Parse([new("defs.hpp", definitions), new("uses.cpp", Uses)], null, null, Token)));

    [Fact]
    public void A_qualifier_with_arguments_is_no_code_with_them()
    {
        SourceFile definitions = new("defs.h", "#ifdef X\n#define printflike(a, b) __attribute__ ((format (printf, a, b)))\n#else\n#define printflike(a, b)\n#endif\n#define count(a) static\n#define count 3\n#define scope(a)\n");
        SourceFile uses = new("uses.c", "static int printflike(3, 4)\nlog_to(int level, int file,\n    const char *text, ...)\n{ return scope(level); }\nvoid fail(const char *text, ...) printflike(1, 2);\nint (*printflike)(int);\nint f(int a) { return count(a); }\n");
        ParserOutput output = new TreeSitterParser().Parse([definitions, uses], null, null, Token);
        Assert.Equal(["log_to", "f"], Names(output).Where(name => name is "log_to" or "f"));
        Assert.Empty(output.Files[1].Failures);
        Assert.Equal(["scope", "count"], output.Files[1].References.Select(reference => reference.Name).Where(name => name is "scope" or "count" or "printflike"));
    }

    [Theory]
    [InlineData("#define unused __attribute__((unused))\n", "int f(int unused) { int g = unused; return (unused); }\n", "f")]
    [InlineData("#define step static\n", "#undef step\nint step(void);\nenum { other };\n", "step")]
    [InlineData("#define level static\n#define level 7\n", "level count(void);\n", "count")]
    [InlineData("#define FLAG\n", "enum Mark { FLAG, END };\nint f(void);\n", "Mark f")]
    [InlineData("#define inline static\n", "inline int f(void) { return 1; }\n", "f")]
    public void What_may_be_a_name_is_left_in_place(string definitions, string uses, string names)
    {
        ParserOutput output = new TreeSitterParser().Parse([new("defs.h", definitions), new("uses.c", uses)], null, null, Token);
        Assert.Equal(names, string.Join(' ', Names(output)));
        Assert.Empty(output.Files[1].Failures);
    }

    [Fact]
    public void A_file_is_parsed_again_when_a_macro_changes_that_it_uses()
    {
        TreeSitterParser parser = new();
        SourceFile uses = new("uses.cpp", Uses), other = new("other.cpp", "int f();\n");
        ParserOutput before = parser.Parse([new("defs.hpp", "int g();\n"), other, uses], null, null, Token);
        SourceFile[] now = [new("defs.hpp", "#define shop_inline inline\n#define shop_warn_unused inline\n"), other, uses];
        ParserOutput after = parser.Reparse(before, now, null, null, Token);
        Assert.Equal(Names(parser.Parse(now, null, null, Token)), Names(after));
        Assert.NotEqual(Names(before), Names(after));
        Assert.Same(before.Files[1], after.Files[1]);
        Assert.Same(after, parser.Reparse(after, now, null, null, Token));
    }

    /// <summary>The names that the last file declares.</summary>
    private static string[] Names(ParserOutput output) => [.. output.Files[^1].Declarations.Select(declaration => declaration.Name)];
}
