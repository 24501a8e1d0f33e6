using System.Runtime.InteropServices;

namespace StructIndex.Tests;

public class UnitAssemblerTests
{
    private const string Store = """
        import os
        import json

        LIMIT = 10

        # Keeps things.
        # For long.
        class Store(Base):
            '''Keeps things. For long.'''

            size: int = 0

            def save(self, item):
                '''Saves one.'''
                def retry():
                    return item
                return retry()


            def load(self):
                return 1

        def helper():
            return 2
        """;

    [Theory]
    [InlineData("shop/cart/__init__.py", "cart")]
    [InlineData("src/cart/mod.rs", "cart")]
    [InlineData("web/cart/index.ts", "cart")]
    [InlineData("src/index.ts", "index")]
    [InlineData("cart/checkout.py", "checkout")]
    [InlineData("index.py", "index")]
    public async Task Code_outside_of_declarations_is_named_by_its_file_or_by_the_folder_that_the_file_stands_for(string path, string name)
    {
        CodeIndex index = await CodeIndexer.IndexAsync(new MemorySource([new SourceFile(path, "one();\ntwo();\nthree();\n")]), cancellationToken: TestContext.Current.CancellationToken);
        Assert.Equal(name, Assert.Single(index.Units).Name);
    }

    [Fact]
    public void A_type_keeps_its_fields_and_one_line_for_each_member()
    {
        CodeUnit store = Units().Units.Single(unit => unit.Name == "Store");
        Assert.Equal("class Store(Base):\n    \n\n    size: int = 0\n\n    save(self, item)\n    load(self)", store.Body.Replace("\r", "", StringComparison.Ordinal));
        Assert.Equal(new LineRange(6, 21), store.Lines);
        Assert.Equal("Keeps things. For long.", store.Documentation);
    }

    [Fact]
    public void Code_that_is_one_stretch_of_its_file_is_not_copied()
    {
        UnitSet units = Units();
        string file = units.Files[0].Source.Text;
        CodeUnit load = units.Units.Single(unit => unit.Name == "load");
        Assert.True(MemoryMarshal.TryGetString(load.Code, out string? text, out int start, out int length));
        Assert.Same(file, text);
        Assert.Equal(file.Substring(start, length), load.Body);
    }

    [Fact]
    public void A_nested_function_is_a_unit_and_its_code_stays_in_its_holder()
    {
        UnitSet units = Units();
        Assert.Contains("return item", units.Units.Single(unit => unit.Name == "save").Body, StringComparison.Ordinal);
        Assert.DoesNotContain("Saves one", units.Units.Single(unit => unit.Name == "save").Body, StringComparison.Ordinal);
        Assert.Equal("def retry():\n            return item", units.Units.Single(unit => unit.Name == "retry").Body);
    }

    [Fact]
    public void A_function_of_a_type_is_a_method_and_a_nested_one_stays_a_function()
    {
        UnitSet units = Units();
        Assert.Equal(UnitKind.Method, units.Units.Single(unit => unit.Name == "save").Kind);
        Assert.Equal(UnitKind.Function, units.Units.Single(unit => unit.Name == "retry").Kind);
    }

    [Fact]
    public void Units_are_ordered_by_path_and_line_with_holders_first()
    {
        Assert.Equal(["store", "Store", "save", "retry", "load", "helper"], Units().Units.Select(unit => unit.Name));
    }

    [Fact]
    public void What_no_declaration_covers_is_a_module_unit_named_after_the_file()
    {
        CodeUnit module = Units().Units[0];
        Assert.Equal((UnitKind.Module, "store", "lib/store.py"), (module.Kind, module.Name, module.Id));
        Assert.Equal("import os\nimport json\n\nLIMIT = 10", module.Body);
        Assert.Equal(1, module.Lines.Start);
    }

    [Fact]
    public void Long_runs_outside_declarations_are_units_of_their_own()
    {
        const string text = "import x\n\nfun a()\n\nval p = 1\nval q = 2\nval r = 3\n\nfun b()\n\nval s = 4\n\nfun c()\n\nval t = 1\nval u = 2\nval v = 3\n";
        HandmadeFile file = new("m.kt", text, "kotlin");
        file.Add(UnitKind.Function, "a", "fun a()");
        file.Add(UnitKind.Function, "b", "fun b()");
        file.Add(UnitKind.Function, "c", "fun c()");
        UnitSet units = UnitAssembler.Assemble([file.Parsed()]);
        CodeUnit[] modules = [.. units.Units.Where(unit => unit.Kind == UnitKind.Module)];
        Assert.Equal(["m.kt", "m.kt~2"], modules.Select(unit => unit.Id));
        Assert.Equal(new LineRange(14, 17), modules[1].Lines);
        Assert.Contains("import x", modules[0].Body, StringComparison.Ordinal);
        Assert.Contains("val s = 4", modules[0].Body, StringComparison.Ordinal);
        Assert.Contains("val q = 2", modules[0].Body, StringComparison.Ordinal);
    }

    [Fact]
    public void Where_only_blank_lines_are_left_the_declaration_before_takes_them()
    {
        HandmadeFile file = new("m.go", "\nfunc a() {}\n\n\nfunc b() {}\n\n", "go");
        file.Add(UnitKind.Function, "a", "func a() {}");
        file.Add(UnitKind.Function, "b", "func b() {}");
        UnitSet units = UnitAssembler.Assemble([file.Parsed()]);
        Assert.Equal([new LineRange(1, 4), new LineRange(5, 6)], units.Units.Select(unit => unit.Lines));
    }

    [Fact]
    public void A_file_without_declarations_is_one_unit_and_a_long_one_is_cut_at_its_headings()
    {
        string text = string.Concat(Enumerable.Range(1, 4).Select(i => $"# Part {i}\n\n{string.Concat(Enumerable.Repeat("Some words here. ", 60))}\n\n"));
        HandmadeFile shortOne = new("a.md", "# One\n\nWords.\n", "markdown") { Breaks = [0] };
        HandmadeFile longOne = new("b.md", text, "markdown") { Breaks = [.. Enumerable.Range(0, 4).Select(i => i * (text.Length / 4))] };
        UnitSet units = UnitAssembler.Assemble([longOne.Parsed(), shortOne.Parsed()]);
        Assert.Equal(["a", "Part 1", "Part 2", "Part 3", "Part 4"], units.Units.Select(unit => unit.Name));
        Assert.Equal([new LineRange(1, 4), new LineRange(5, 8), new LineRange(9, 12), new LineRange(13, 16)], units.Units.Skip(1).Select(unit => unit.Lines));
    }

    [Fact]
    public void An_empty_file_is_one_unit_of_one_line()
    {
        CodeUnit unit = Assert.Single(UnitAssembler.Assemble([new HandmadeFile("a/__init__.py", "", "python").Parsed()]).Units);
        Assert.Equal((new LineRange(1, 1), "", "a"), (unit.Lines, unit.Body, unit.Name));
    }

    [Fact]
    public void The_licence_at_the_head_of_a_file_is_no_code()
    {
        HandmadeFile file = new("a.c", "/* Copyright (c) 2020 Somebody.\n * All rights reserved. */\n\n#include <a.h>\nint f(void);\n", "c");
        file.Add(UnitKind.Function, "f", "int f(void);");
        CodeUnit module = UnitAssembler.Assemble([file.Parsed()]).Units[0];
        Assert.Equal("#include <a.h>", module.Body);
        Assert.Equal(1, module.Lines.Start);
    }

    [Fact]
    public void Members_written_elsewhere_in_the_file_have_a_line_in_their_type()
    {
        HandmadeFile file = new("s.go", "type Server struct {\n\tport int\n}\n\nfunc (s *Server) Run() error {\n\treturn nil\n}\n", "go");
        file.Add(UnitKind.Struct, "Server", "type Server struct {\n\tport int\n}");
        file.Add(UnitKind.Method, "Run", "func (s *Server) Run() error {\n\treturn nil\n}", container: "Server", signature: "func (s *Server) Run() error");
        Assert.Equal("type Server struct {\n\tport int\n}\nfunc (s *Server) Run() error", UnitAssembler.Assemble([file.Parsed()]).Units[0].Body);
    }

    [Fact]
    public void A_long_body_has_pieces_cut_at_statements()
    {
        string body = "def f():\n" + string.Concat(Enumerable.Repeat("    call(some, words)\n", 300));
        HandmadeFile file = new("x.py", body, "python");
        file.Add(UnitKind.Function, "f", body, breaks: [.. Enumerable.Range(0, 300).Select(i => 9 + 4 + (i * 22))]);
        CodeUnit unit = Assert.Single(UnitAssembler.Assemble([file.Parsed()]).Units);
        Assert.True(unit.Pieces.Count is 4);
        Assert.All(unit.Pieces.Skip(1), piece => Assert.StartsWith("call(", unit.Body[piece.Start..piece.End], StringComparison.Ordinal));
        Assert.Equal(unit.Body, string.Concat(unit.Pieces.Select(piece => unit.Body[piece.Start..piece.End])));
    }

    [Fact]
    public void Lines_include_documentation_and_attributes_and_the_body_leaves_documentation_out()
    {
        const string code = "/// <summary>Goes on.</summary>\n    [Obsolete]\n    void Run() { }";
        HandmadeFile file = new("a.cs", "class A\n{\n    " + code + "\n}\n", "csharp");
        CodeDeclaration type = file.Add(UnitKind.Class, "A", file.Source.Text.TrimEnd());
        file.Add(UnitKind.Method, "Run", code, type, documentation: "Goes on.", attributes: ["Obsolete"]);
        CodeUnit run = UnitAssembler.Assemble([file.Parsed()]).Units.Single(unit => unit.Name == "Run");
        Assert.Equal(new LineRange(3, 5), run.Lines);
        Assert.Equal("[Obsolete]\n    void Run() { }", run.Body);
    }

    [Fact]
    public void A_cancelled_run_throws() => Assert.ThrowsAny<OperationCanceledException>(
        () => UnitAssembler.Assemble([new HandmadeFile("a.py", "x", "python").Parsed()], new CancellationToken(canceled: true)));

    private static UnitSet Units()
    {
        HandmadeFile file = new("lib/store.py", Store, "python");
        CodeDeclaration store = file.Add(
            UnitKind.Class, "Store", Store[Store.IndexOf("# Keeps", StringComparison.Ordinal)..Store.IndexOf("\n\ndef helper", StringComparison.Ordinal)],
            documentation: "Keeps things. For long.", body: Store[Store.IndexOf("'''Keeps", StringComparison.Ordinal)..Store.IndexOf("\n\ndef helper", StringComparison.Ordinal)]);
        string save = Store[Store.IndexOf("def save", StringComparison.Ordinal)..Store.IndexOf("\n\n\n    def load", StringComparison.Ordinal)];
        CodeDeclaration saves = file.Add(UnitKind.Function, "save", save, store, "Saves one.", body: save[save.IndexOf("'''", StringComparison.Ordinal)..]);
        file.Add(UnitKind.Function, "retry", "def retry():\n            return item", saves);
        file.Add(UnitKind.Function, "load", "def load(self):\n        return 1", store);
        file.Add(UnitKind.Function, "helper", "def helper():\n    return 2");
        return UnitAssembler.Assemble([file.Parsed()]);
    }
}
