namespace StructIndex.Tests;

public sealed class CEdgeTests
{
    [Fact]
    public void A_call_means_the_definition_and_not_the_prototype_of_the_header() => Assert.Equal(
        ["main Calls load src/load.c"],
        Calls(("include/lib.h", "int load(int x);\n"), ("src/load.c", "#include \"lib.h\"\nint load(int x) { return x; }\n"), ("app/main.c", "#include <lib.h>\nint main(void) { return load(1); }\n")));

    [Fact]
    public void Where_every_platform_has_a_definition_the_prototype_stands_for_all() => Assert.Equal(
        ["main Calls load include/lib.h"],
        Calls(("include/lib.h", "int load(int x);\n"), ("src/unix/load.c", "int load(int x) { return x; }\n"), ("src/win/load.c", "int load(int x) { return x; }\n"), ("app/main.c", "#include <lib.h>\nint main(void) { return load(1); }\n")));

    [Fact]
    public void A_static_function_is_that_of_its_own_file() => Assert.Equal(
        ["second Calls help b.c"],
        Calls(("a.c", "static int help(void) { return 1; }\n"), ("b.c", "static int help(void) { return 2; }\nint second(void) { return help(); }\n"), ("c.c", "int third(void) { return help(); }\n")));

    [Fact]
    public void An_inline_function_of_a_header_is_seen_by_who_includes_it() => Assert.Equal(
        ["main Calls help lib.h"],
        Calls(("lib.h", "static inline int help(void) { return 1; }\n"), ("app/main.c", "#include \"../lib.h\"\nint main(void) { return help(); }\n")));

    [Fact]
    public void A_macro_calls_what_is_in_its_body() => Assert.Equal(
        ["CHECK Calls fail a.c", "main Calls CHECK a.c"],
        Calls(("a.c", "void fail(int x) { }\n#define CHECK(x, f) do { if (!(x)) { fail(1); f(2); } } while (0)\nint main(void) { CHECK(1, 0); }\n")).Order());

    private static string[] Calls(params (string, string)[] files) =>
        [.. Graphs.Of(files).Edges.Where(edge => edge.Kind == EdgeKind.Calls).Select(edge => $"{edge.From.QualifiedName} {edge.Kind} {edge.To.QualifiedName} {edge.To.Path}")];

    [Theory]
    [InlineData("TEST_F")]
    [InlineData("TEST_P")]
    public void A_test_of_a_fixture_calls_the_members_of_the_fixture(string macro) => Assert.Equal(
        [$"db.{macro} Calls db.Store.Open Scoped", $"db.{macro} Calls db.StoreTest.Reopen Scoped"],
        Graphs.Of(("db_test.cc", "namespace db {\nclass Store { public: void Open() { } };\nclass Other { public: void Reopen() { } void Open() { } };\nclass StoreTest : public Store { public: void Reopen() { } };\n" + macro + "(StoreTest, Empty) {\n  Reopen();\n  Open();\n}\n}\n"))
            .Lines(EdgeKind.Calls).Where(line => line.StartsWith("db.TEST", StringComparison.Ordinal)).Order(StringComparer.Ordinal));
}
