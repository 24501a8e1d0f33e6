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
