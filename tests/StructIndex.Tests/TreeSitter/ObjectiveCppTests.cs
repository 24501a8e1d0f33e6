namespace StructIndex.Tests;

public sealed class ObjectiveCppTests
{
    [Theory]
    [InlineData("int f() { return [a b:c[1]]; }", "int f() { return 0...(c[1]); }", ".................[a b:c[1]];")]
    [InlineData("auto g = [x](int y) { return y; };", "auto g = [x](int y) { return y; };", "")]
    [InlineData("[[nodiscard]] int f();", "[[nodiscard]] int f();", "")]
    [InlineData("[[a b] c];", "0........;", "[[a b] c];")]
    [InlineData("[a b:d ? e : [f g] h:i::j()];", "0...(d ? e : 0......,i::j());", "[a b:d ? e : [f g] h:i::j()];")]
    [InlineData("a[1] = b ^ (c);", "a[1] = b ^ (c);", "")]
    [InlineData("run(^(int a) { [b c]; });", "run(0..................);", "....^(int a) { [b c]; };")]
    [InlineData("void g(int (^f)(int));", "void g(int (*f)(int));", "")]
    [InlineData("@try { throw 1; } @catch (E* e) { g(@\"a\"); }", ".try { throw 1; } .catch (E* e) { g(.\"a\"); }", "")]
    [InlineData("@implementation A\n- (int)a:(B*)b { return f(b); }\n@end", "\n...............{ return f(b); }\n", "@implementation A\n- (int)a:(B*)b {..............}\n@end")]
    [InlineData("@protocol A;\n@interface B : C\n- (int)a;\n@end\nint x;", "\n\n\n\nint x;", "@protocol A;\n@interface B : C\n- (int)a;\n@end\n")]
    [InlineData("// [a b]\n\"[a b]\"; [a", "// [a b]\n\"[a b]\"; [a", "\n")]
    public void A_file_is_parted_into_what_each_grammar_reads(string text, string cpp, string objectiveC)
    {
        (string ofCpp, string ofObjectiveC) = ObjectiveCppText.Split(text);
        Assert.Equal((Shown(cpp), Shown(objectiveC)), (Shown(ofCpp), Shown(ofObjectiveC)));

        // A point stands for a blank; blanks at the end of a line do not count.
        static string Shown(string text) => string.Join('\n', text.Replace('.', ' ').Split('\n').Select(line => line.TrimEnd()));
    }

    [Fact]
    public void Classes_of_both_languages_call_each_other() => Assert.Equal(
        ["Guard.patrol Calls Hall.enter Scoped", "Hall.enter Calls Door.doorNamed Scoped"],
        Graphs.Of(
            ("Door.h", "@interface Door\n+ (Door *)doorNamed:(NSString *)name;\n@end\n"),
            ("Use.mm", "#import \"Door.h\"\nclass Hall { public: void enter(); };\nvoid Hall::enter() { [Door doorNamed:@\"a\"]; }\n@implementation Guard\n- (void)patrol { Hall h; h.enter(); }\n@end\n"))
            .Lines().Where(line => !line.Contains("Implements", StringComparison.Ordinal)).Order(StringComparer.Ordinal));

    [Fact]
    public void What_one_of_the_parses_reads_is_no_error()
    {
        ParsedFile file = new TreeSitterParser().Parse([new SourceFile("a.mm", "namespace a {\n@implementation B\n- (void)c { std::vector<int> d; [self e:d]; }\n@end\n}\n")], null, null, TestContext.Current.CancellationToken).Files[0];
        Assert.Empty(file.Failures);
        Assert.Equal(["Class a.B", "Method a.B.c"], file.Declarations.Select(declaration => declaration.ToString()));
    }
}
