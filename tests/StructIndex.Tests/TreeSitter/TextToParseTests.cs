using FsCheck;
using FsCheck.Fluent;

namespace StructIndex.Tests;

public sealed class TextToParseTests
{
    [Theory]
    [InlineData("bash", "echo \"${out:+${out};}1\"", "echo \"${out:+${out},}1\"")]
    [InlineData("bash", "x=${a:-$(cd b; pwd)}; y", "x=${a:-$(cd b; pwd)}; y")]
    [InlineData("bash", "x=${a\ny; z", "x=${a\ny; z")]
    [InlineData("bash", "x=${a:-\\}; b}", "x=${a:-\\}, b}")]
    [InlineData("ruby", "x <<~SQL, <<-'END', a << b\n", "x <<~SQL, <<-'END', a << b\n")]
    [InlineData("swift", "#if os(Linux)\na()\n#else\nb()\n#endif\n", "             \na()\n     \nb()\n      \n")]
    [InlineData("swift", "#endif\n#else\n", "#endif\n#else\n")]
    [InlineData("haskell", "#if X\nf = 1\n#else\nf = 2\n#endif\n", "     \nf = 1\n     \nf = 2\n      \n")]
    [InlineData("haskell", "f = a\n#if X\n  b\n#else\n  c\n#endif\n", "f = a\n#if X\n  b\n#else\n  c\n#endif\n")]
    [InlineData("haskell", "#if X\nf = 1\n#endif\n", "#if X\nf = 1\n#endif\n")]
    [InlineData("swift", "func f() throws(E) { }\nclass A<each T> { isolated deinit { } }\n", "func f() throws    { }\nclass A<     T> {          deinit { } }\n")]
    [InlineData("swift", "func f(at: L = #_here, @Builder<0> b: () -> T) { a < 3; let c: InlineArray<12, Int>; g(#line) }\n", "func f(at: L = #xhere, @Builder<x> b: () -> T) { a < 3; let c: InlineArray<xx, Int>; g(#line) }\n")]
    [InlineData("swift", "func take(_ x: consuming Int) { each(x) }\n", "func take(_ x:           Int) { each(x) }\n")]
    [InlineData("cpp", "export module a:b;\nexport class C { void f(this C& c); };\nint module = 1, import;\n", "                  \n       class C { void f(     C& c); };\nint module = 1, import;\n")]
    [InlineData("kotlin", "val a = $$\"costs $5\"\nval b = \"$\"\n", "val a =   \"costs $5\"\nval b = \"$\"\n")]
    [InlineData("kotlin", "val id = rows.insert { } get name\nval a: Int\n    get() = 1\n", "val id = rows.insert { } ge_ name\nval a: Int\n    get() = 1\n")]
    [InlineData("cpp", "class C {\n  OLD_API(\"Use `k = name();` {\\\"} instead\")\n  int f() const;\n};\n", "class C {\n                                           \n  int f() const;\n};\n")]
    [InlineData("objc", "@property (strong) id door API_TO_BE_DEPRECATED;\n- (void)open:(int)a AT_HOME UNAVAILABLE_HERE(\"b\");\nAPI_EXTERN BOOL f(Class a);\nint g(void) { return NOT_FOUND; }\n", "@property (strong) id door                     ;\n- (void)open:(int)a                              ;\n           BOOL f(Class a);\nint g(void) { return NOT_FOUND; }\n")]
    [InlineData("ocaml", "let f x =\n#if A\n  x.a\n#else\n  x.b\n#endif\n", "let f x =\n     \n  x.a\n     \n  x.b\n      \n")]
    [InlineData("c", "forced static int f(void);\nvoid interrupt g(void);\nstatic Forced Count h(int a);\nCount NEAR_IT i(int a);\nstatic Count j(int a);\n", "       static int f(void);\nvoid           g(void);\nstatic        Count h(int a);\nCount         i(int a);\nstatic Count j(int a);\n")]
    [InlineData("c", "void f( void ) iv TICK ics OFF\n{\n}\n__asm void g( void )\n{\n    ldmia r0!, {r4-r11}\n}\n#pragma asm\n MOV R0\n#pragma endasm\n", "void f( void )                \n{\n}\n      void g( void )\n{\n                       \n}\n#pragma asm\n       \n#pragma endasm\n")]
    [InlineData("c", "#pragma inline_asm g\nstatic void g( void )\n{\n    MOV R0\n}\nasm volatile (\"a\");\n", "#pragma inline_asm g\nstatic void g( void )\n{\n          \n}\nasm volatile (\"a\");\n")]
    [InlineData("c", "int f() { asm (\n\"a\"\n#if X\n\"b\"\n#endif\n\"c\"); }\n#if X\n#include \"a.h\"\n#endif\n", "int f() { asm (\n\"a\"\n     \n\"b\"\n      \n\"c\"); }\n#if X\n#include \"a.h\"\n#endif\n")]
    [InlineData("objc", "typedef NS_ENUM(long, Mark) {\n  A,\n};\ntypedef NS_ENUM(long, Other);\n", "        enum          Mark  {\n  A,\n};\ntypedef NS_ENUM(long, Other);\n")]
    [InlineData("make", "define a\n\tb) \"\nendef\nc = $(shell d (e)) 'f' $(g) (h)\ni:\n\tif \"$(call j,(k))\"; \\\n\tthen\n", "define a\n     \nendef\nc = $(shell x    )  f  $(g)  h \ni:\n\tif  $(call j, k ) ; \\\n\tthen\n")]
    [InlineData("make", "i:\n\tj=$$($(K) \"^#$$l:\" $(M))\n", "i:\n\tj=$$ $(K)  ^#$$l:  $(M) \n")]
    [InlineData("c", "int open OF((const char *path, int (*done)(int)));\nint EXPORT end ARGS ((void)) { return MAX((a)) + min ((b)); }\n", "int open    (const char *path, int (*done)(int)) ;\nint        end       (void)  { return MAX((a)) + min ((b)); }\n")]
    [InlineData("c", "#define OF(a) a\nint a = OF((1)), b OF;\nvoid f(void) { return OF((a)); }\nint OF((a));\n", "#define OF(a) a\nint a = OF((1)), b OF;\nvoid f(void) { return OF((a)); }\nint OF((a));\n")]
    [InlineData("powershell", "switch -regex ($a) {\n  \"^(b|$(c))$\" { d }\n}\n", "switch -regex ($a) {\n  \"xxxxxxxxxx\" { d }\n}\n")]
    [InlineData("ruby", "#if x; ${a;}", "#if x; ${a;}")]
    public void What_a_grammar_cannot_read_is_overwritten_in_place(string language, string text, string expected)
        => Assert.Equal(expected, TextToParse("a", text, language));

    [Fact]
    public void Tests_of_bats_become_functions_of_the_same_length()
    {
        const string Text = "  @test \"a; b\" { x\n}\n# @test \"no\" {\n@test 'c'{\n";
        string masked = TextToParse("a.bats", Text, "bash");
        Assert.Equal(Text.Length, masked.Length);
        Assert.Equal("  ttttttttttt(){ x\n}\n# @test \"no\" {\nttttttt(){\n", masked);
    }

    [Fact]
    public void Expansions_of_zsh_become_those_of_bash() =>
        Assert.Equal("((  +functions[f] )) || f() { reply=(${________lines}) }\n", TextToParse("a.zsh", "(( $+functions[f] )) || f() { reply=(${(ps:\\n:)lines}) }\n", "bash"));

    [Fact]
    public void Every_text_keeps_its_length_and_its_lines()
    {
        Gen<string> pieces = Gen.Elements("${", "}", ";", "$(", ")", "\\", "\n", "\r\n", "#if", "#else", "#elif", "#endif", "@test \"a\" {", "<a", "<B-c", ">", "/>", "<script>", "</script>", "<!--", "-->", "---", "{{", "}}", "{", "}", "{#each x as y}", "{@html", "{:else if ", ":a=", "@b=", "v-for=", " of ", "<template lang=pug>", "throws(E)", "<each T>", "export module a;", "import b;", "export class C {", "(this auto x)", "$$\"", "context(a: B) ", "__asm ", "#pragma inline_asm f", "#pragma asm", "endasm", "forced static int f(", "void near g(int a)", "define a", "endef", "ifeq (a)", "\t", "a = ", "$(shell ", " ", "x", "\"", "é").ListOf().Select(list => string.Concat(list));
        Holds(pieces, text =>
        {
            foreach (string language in (string[])["bash", "swift", "haskell", "vue", "svelte", "astro", "cpp", "c", "make", "powershell", "kotlin"])
            {
                string masked = TextToParse("a.bats", text, language);
                Assert.Equal(text.Length, masked.Length);
                Assert.All(Enumerable.Range(0, text.Length), i => Assert.Equal(text[i] == '\n', masked[i] == '\n'));
            }
        });
    }

    [Fact]
    public void Every_page_keeps_its_length_and_its_lines()
    {
        Gen<string> pieces = Gen.Elements("<script>", "<script src=\"a.js\">", "<script src=", "</script>", "<b onclick=\"f()\">", " onload='", "{{", "}}", "{%", "%}", "<%=", "%>", "<!--", "-->", "\n", "\r\n", "\"", "'", " ", "x").ListOf().Select(list => string.Concat(list));
        Holds(pieces, text =>
        {
            string masked = new HtmlLanguage().TextToParse(new SourceFile("a.html", text), CancellationToken.None);
            Assert.Equal(text.Length, masked.Length);
            Assert.All(Enumerable.Range(0, text.Length), i => Assert.Equal(text[i] == '\n', masked[i] == '\n'));
        });
    }

    [Fact]
    public void Every_text_of_Objective_Cpp_keeps_its_length_and_its_lines()
    {
        Gen<string> pieces = Gen.Elements("@interface A", "@implementation A", "@end", "@protocol A", "@try", "@\"", "@[", "@{", "@selector(", " a::b<c> & ", " in ", ":", "?", ",", "^{", "^(int a) {", "- (int)a", "+ (int)b", "[a b]", "[", "]", "{", "}", "(", ")", "^", ";", "#import", "\n", "\r\n", "\"", "'", "//", "/*", "*/", " ", "x").ListOf().Select(list => string.Concat(list));
        Holds(pieces, text =>
        {
            var (cpp, classes, messages) = ObjectiveCppText.Split(text);
            Assert.All([cpp, classes, messages], shown => Assert.Equal(text.Length, shown.Length));
            Assert.All(Enumerable.Range(0, text.Length), i => Assert.True((text[i] == '\n') == (cpp[i] == '\n') && (text[i] == '\n') == (classes[i] == '\n') && (text[i] == '\n') == (messages[i] == '\n')));
        });
    }

    private static string TextToParse(string path, string text, string language)
        => TreeSitterLanguages.Of(language).TextToParse(new SourceFile(path, text, language), CancellationToken.None);

    private static void Holds(Gen<string> texts, Action<string> holds)
        => Check.QuickThrowOnFailure(Prop.ForAll(texts.ToArbitrary(), holds));
}
