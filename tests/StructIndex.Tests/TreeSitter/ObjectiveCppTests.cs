namespace StructIndex.Tests;

public sealed class ObjectiveCppTests
{
    [Theory]
    [InlineData("int f() { return [a b:c[1]]; }", "int f() { return 0...(c[1]); }", "", "........{........[a b:0...];.}")]
    [InlineData("auto g = [x](int y) { return y; };", "auto g = [x](int y) { return y; };", "", "")]
    [InlineData("[[nodiscard]] int f();", "[[nodiscard]] int f();", "", "")]
    [InlineData("[[a b] c];", ".0.......;", "", "[[a b] c];")]
    [InlineData("[a b:d ? e : [f g] h:i::j()];", "0...(d ? e : 0......,i::j());", "", "[a b:........[f g] h:0.....];")]
    [InlineData("[a b:f([c d], [e g])];", "0...(f(0....,.0....));", "", "[a b:..[c d],.[e g].];")]
    [InlineData("[f(x) b:1];", ".f(x)..(1);", "", "[xxxx b:0];")]
    [InlineData("a = (B *)[c d];", "a = (B *)0....;", "", ".........[c d];")]
    [InlineData("a[1] = b ^ (c); d[(id)e] = 1; f[g + h] = 2;", "a[1] = b ^ (c); d[(id)e] = 1; f[g + h] = 2;", "", "")]
    [InlineData("run(^(int a) { [b c]; });", "run([]...... { 0....; });", "", ".............{ [b c]; }")]
    [InlineData("x = ^int(int a) { g(a); };", "x =[]...(int a) { g(a); };", "", "")]
    [InlineData("run(^{ g(); });", "run([]{g(); });", "", "")]
    [InlineData("void g(int (^f)(int));", "void g(int (*f)(int));", "", "")]
    [InlineData("a = @[b, [c d],]; e = @{f : g}; h = @[];", "a = .(b, 0.....); e = .(f , g); h = .0.;", "", ".........[c d];")]
    [InlineData("for (id a in b) { if (@selector(c:)) {} }", "for (id a :. b) { if (0............) {} }", "", "")]
    [InlineData("@try { throw 1; } @catch (E* e) { g(@\"a\"); }", ".try { throw 1; } .catch (E* e) { g(.\"a\"); }", "", "")]
    [InlineData("@implementation A\n- (int)a:(const b::B<c>&)d { return f(d); }\n@end", "\n...........................{ return f(d); }\n", "@implementation A\n- (int)a:(const....B....)d {..............}\n@end", "\n\n")]
    [InlineData("@protocol A;\n@interface B : C\n- (int)a;\n@end\nint x;", "\n\n\n\nint x;", "@protocol A;\n@interface B : C\n- (int)a;\n@end\n", "\n\n\n\n")]
    [InlineData("// [a b]\n\"[a b]\"; [a", "// [a b]\n\"[a b]\"; [a", "\n", "\n")]
    public void A_file_is_parted_into_what_each_grammar_reads(string text, string cpp, string classes, string messages)
    {
        var (ofCpp, ofClasses, ofMessages) = ObjectiveCppText.Split(text);
        Assert.Equal((Shown(cpp), Shown(classes), Shown(messages)), (Shown(ofCpp), Shown(ofClasses), Shown(ofMessages)));

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
