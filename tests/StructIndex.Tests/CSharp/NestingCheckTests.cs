namespace StructIndex.Tests;

public sealed class NestingCheckTests
{
    private static string Times(string text, int count) => string.Concat(Enumerable.Repeat(text, count));

    public static TheoryData<string, string> Deep => new()
    {
        { "brackets of any kind", Times("(", 257) },
        { "square brackets", Times("[", 17) },
        { "square brackets in interpolations", "$\"{" + Times("[", 17) + "}\"" },
        { "square brackets in raw interpolations", "$\"\"\"{" + Times("[", 17) + "}\"\"\"" },
        { "a megabyte of square brackets, each few deep", Times(Times("[", 16) + Times("]", 16) + ";", 30_000) },
        { "a megabyte of parentheses, each few deep", Times(Times("(", 250) + Times(")", 250) + ";", 2_000) },
        { "type arguments", Times("a<", 201) },
        { "question marks", Times("a?", 1_001) },
        { "conditions", Times("#if A\n", 257) },
        { "closing brackets alone", "delegate void D" + Times(")", 2_001) },
        { "closing brackets of all kinds behind code", "class A { }" + Times("}])\n", 700) },
        { "parentheses that stay open", Times("partial class A { void M() { ", 6) + Times(Times("(", 24) + "a b", 5) },
        { "type arguments on lines of their own", Times("a\n<", 201) },
        { "type arguments behind comments", Times("a/* */<// ;\n", 201) },
        { "type arguments of pointers to functions", Times("delegate*<", 201) },
        { "type arguments of names with signs that are no letters", Times("a\u203f<", 201) },
        { "type arguments around directives", Times("a<\n#pragma ;\n", 201) },
        { "type arguments around branches that end a statement", Times("a<\n#if A\n;\n#endif\n", 201) },
        { "parentheses around branches that close them", "class A { void M() { " + Times("(\n#if A\n)\n#endif\n", 101) },
        { "brackets behind a comment that another sign ends", "// \u2028" + Times("(", 257) },
        { "brackets behind a string that the line ends", "\"\r" + Times("(", 257) },
        { "brackets behind a raw string that the line ends", "\"\"\"a\n" + Times("(", 257) },
        { "behind a string", "\"a\\\"\" + @\"\\\" + \"\"\"\"[\"\"\"\" + '\"' + '\\'' + '[' /* [ */ // [\n + " + Times("[", 17) },
    };

    public static TheoryData<string, string> Flat => new()
    {
        { "sixteen square brackets", Times(Times("[", 16) + Times("]", 16) + ";", 100) },
        { "a string", "\"" + Times("[", 1_000) + "\"" },
        { "a string with quotes", "\"\\\"" + Times("[", 1_000) + "\"" },
        { "verbatim", "@\"\"\"" + Times("[\n", 1_000) + "\"" },
        { "raw", "\"\"\"" + Times("[\"", 1_000) + " \"\"\"" },
        { "characters", Times("case '[': ", 1_000) },
        { "escaped characters", Times("case '\\'': case '\\\\': case '[': ", 1_000) },
        { "comments", Times("// [(\n", 1_000) + "/*" + Times("[", 1_000) + "*/" },
        { "comparisons", Times("a<b; ", 1_000) },
        { "shifts", "{ " + Times("1<<2, a <= b, ", 1_000) + "}" },
        { "conditionals", Times("a ? b : c, ", 2_000) },
        { "null tests", Times("a?.b ?? c?[1], ", 2_000) },
        { "brackets of branches that are left out", Times("#if A\n}\n#else\n}\n#endif\nclass A {", 1_000) },
        { "parentheses of branches that are left out", Times("#if A\nif (a) {\n#else\nif (b) {\n#endif\n", 100) },
        { "open parentheses of a file that is being written", "class A { void M() { " + Times("F(a, ", 40) },
        { "braces of both branches", Times("#if A\nnamespace A {\n#else\nnamespace B {\n#endif\n}\n", 300) },
        { "directives in a raw string", "$$\"\"\"\n" + Times("#if A\n", 300) + "\"\"\"" },
        { "comparisons with blanks", "if (" + Times("a < b && ", 200) + "c) { } " + Times("a < b; ", 1_000) },
        { "siblings", Times("#if A\n#endif\n", 1_000) },
        { "nothing", "" },
        { "an open quote", "'" },
        { "an open escape", "'\\" },
    };

    [Theory]
    [MemberData(nameof(Deep))]
    public void Deep_or_dear_nesting_is_told(string what, string text) => Assert.True(NestingCheck.IsTooDeep(text), what);

    [Theory]
    [MemberData(nameof(Flat))]
    public void Literals_comments_and_siblings_do_not_nest(string what, string text) => Assert.False(NestingCheck.IsTooDeep(text), what);
}
