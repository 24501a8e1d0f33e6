namespace StructIndex.Tests;

public class LineDeclarationsTests
{
    [Theory]
    [InlineData("a.pl", "package A::B;\n\n# Adds.\nsub add {\n  1;\n\n}\n\nmy $x;\n", "Namespace A::B 1-1|Function A::B.add 3-7")]
    [InlineData("a.fs", "module M\n\ntype A() =\n    member this.Go x = x\n\nlet rec add a b =\n    a\nlet x = 1\n", "Namespace M 1-1|Class M.A 3-3|Method M.A.Go 4-4|Function M.add 6-8")]
    [InlineData("a.vb", "Public Class A\n    Private Sub Go()\n    End Sub\nEnd Class\n", "Class A 1-1|Method A.Go 2-4")]
    [InlineData("a.groovy", "class A {\n  static int go(int x) {\n    if (x) {\n    }\n  }\n}\n", "Class A 1-1|Method A.go 2-6")]
    [InlineData("a.clj", "(ns a.b)\n; Adds.\n(defn add [x]\n  x)\n", "Namespace a.b 1-1|Function a.b.add 2-4")]
    [InlineData("a.erl", "-module(m).\nf(1) -> a;\nf(2) -> b.\ng() -> c.\n", "Namespace m 1-1|Function m.f 2-3|Function m.g 4-4")]
    [InlineData("a.erl", "f(A) ->\n  f(A, 1).\nf(A, B) ->\n  A.\n\nf(A, B, C) ->\n  C.\n", "Function f 1-4|Function f 6-7")]
    [InlineData("a.nim", "proc add*(a: int): int =\n  a\n", "Function add 1-2")]
    [InlineData("a.d", "class A {\n    this(int x) {\n    }\n    @property string name() const { return n; }\n}\n\nvoid run(T)(T x)\n{\n    call(x);\n}\n", "Class A 1-1|Method A.this 2-3|Method A.name 4-5|Method run 7-10")]
    [InlineData("a.elm", "add :\n    Int\n    -> Int\nadd a =\n    a\n", "Function add 1-5")]
    [InlineData("a.cr", "class A\n  def go\n  end\nend\n", "Class A 1-1|Method A.go 2-4")]
    [InlineData("a.f90", "module m\ncontains\n  pure integer function add(a)\n  end function add\nend module m\n", "Namespace m 1-2|Function m.add 3-5")]
    [InlineData("a.el", ";; Adds.\n(defun add (x)\n  x)\n", "Function add 1-3")]
    [InlineData("a.rkt", "(define (add x)\n  x)\n(struct point (x y))\n", "Function add 1-2|Struct point 3-3")]
    [InlineData("a.tcl", "proc add {a} {\n}\n", "Function add 1-2")]
    [InlineData("a.fish", "function add\nend\n", "Function add 1-2")]
    [InlineData("a.vim", "function! s:add(a) abort\nendfunction\n", "Function s:add 1-2")]
    [InlineData("a.bat", "@echo off\n:add\necho 1\n", "Function add 2-3")]
    [InlineData("a.sol", "contract A {\n  function go() public {\n  }\n}\n", "Class A 1-1|Method A.go 2-4")]
    [InlineData("a.v", "module counter(input clk);\nendmodule\n", "Class counter 1-2")]
    [InlineData("a.graphql", "type User {\n  id: ID\n}\n", "Struct User 1-3")]
    [InlineData("a.proto", "// A user.\nmessage User {\n  int32 id = 1;\n}\nservice Users {\n  rpc Get(User) returns (User);\n}\n", "Struct User 1-4|Interface Users 5-5|Method Users.Get 6-7")]
    [InlineData("BUILD.bzl", "def add(x):\n    return x\n", "Function add 1-2")]
    [InlineData("Justfile", "CC = gcc\nall: build\n\techo\nX := 1\nclean:\n\trm\n", "Function all 2-4|Function clean 5-6")]
    [InlineData("CMakeLists.txt", "function(add x)\nendfunction()\n", "Function add 1-2")]
    [InlineData("src/CMakeLists.txt", "add_library(shelf STATIC a.c)\n\n# Runs it.\nadd_executable(till\n  till.c)\n", "Function shelf 1-1|Function till 3-5")]
    [InlineData("Dockerfile", "FROM node:20 AS build\nRUN x\n", "Module build 1-2")]
    public void Lines_show_declarations(string path, string text, string expected)
    {
        ParsedFile parsed = Assert.Single(new TextParser().Parse([new SourceFile(path, text)], null, null).Files);
        Assert.Equal(expected, string.Join('|', parsed.Declarations.Select(one =>
            $"{one.Kind} {(one.Container.Length > 0 ? one.Container + "." : "")}{one.Name} {parsed.Source.LineAt(one.Span.Start)}-{parsed.Source.LineAt(one.Span.End - 1)}")));
    }

    [Fact]
    public void The_comment_above_is_the_documentation_and_the_line_the_signature()
    {
        CodeDeclaration declaration = Assert.Single(new TextParser().Parse([new SourceFile("a.pl", "# Adds\n# two.\nsub add {\n}\n")], null, null).Files[0].Declarations);
        Assert.Equal(("Adds\ntwo.", "sub add"), (declaration.Documentation, declaration.Signature));
    }

    [Fact]
    public void Every_pattern_names_a_known_language_and_compiles() => Assert.All(
        DataTable.Rows("line-declarations.tsv"),
        row =>
        {
            Assert.Contains(row[0], LanguageCatalog.All);
            Assert.All(LinePatterns.Of(row[0]), entry => Assert.Contains("name", entry.Pattern.GetGroupNames()));
        });
}
