namespace StructIndex.Tests;

public class UnitRoleTests
{
    [Theory]
    [InlineData("src/app.py", UnitRole.Implementation)]
    [InlineData("tests/app.py", UnitRole.Test)]
    [InlineData("src/__tests__/app.js", UnitRole.Test)]
    [InlineData("pkg/app_test.go", UnitRole.Test)]
    [InlineData("src/app.spec.ts", UnitRole.Test)]
    [InlineData("src/test_app.py", UnitRole.Test)]
    [InlineData("src/AppTests.cs", UnitRole.Test)]
    [InlineData("src/latest.java", UnitRole.Implementation)]
    [InlineData("src/Contest.cs", UnitRole.Implementation)]
    [InlineData("My.App.Tests/Helper.cs", UnitRole.Test)]
    [InlineData("examples/app.py", UnitRole.Example)]
    [InlineData("examples/chat/tests/app.py", UnitRole.Test)]
    [InlineData("Samples/App.cs", UnitRole.Example)]
    [InlineData("benchmarks/run.py", UnitRole.Example)]
    [InlineData("tests.py/app.rs", UnitRole.Implementation)]
    public void The_path_speaks_where_the_code_does_not(string path, UnitRole role)
    {
        Assert.Equal(role, UnitAssembler.Assemble([new HandmadeFile(path, "x = 1", "python").Parsed()]).Units[0].Role);
    }

    [Fact]
    public void A_type_that_holds_a_test_is_a_test_with_all_its_members()
    {
        HandmadeFile file = new("src/a.cs", "class A { void T() {} void Help() {} } class B { }", "csharp");
        CodeDeclaration type = file.Add(UnitKind.Class, "A", "class A { void T() {} void Help() {} }");
        file.Add(UnitKind.Method, "T", "void T() {}", type, attributes: ["Xunit.Fact(Skip = \"x\")"]);
        file.Add(UnitKind.Method, "Help", "void Help() {}", type);
        file.Add(UnitKind.Class, "B", "class B { }");
        Assert.Equal(
            [("A", UnitRole.Test), ("T", UnitRole.Test), ("Help", UnitRole.Test), ("B", UnitRole.Implementation)],
            UnitAssembler.Assemble([file.Parsed()]).Units.OrderBy(unit => file.Source.Text.IndexOf(unit.Name, StringComparison.Ordinal)).Select(unit => (unit.Name, unit.Role)));
    }

    [Fact]
    public void What_a_tool_wrote_is_generated_wherever_it_lies()
    {
        ParsedFile parsed = new() { Source = new SourceFile("tests/a.cs", "x", "csharp") { IsGenerated = true } };
        Assert.Equal(UnitRole.Generated, UnitAssembler.Assemble([parsed]).Units[0].Role);
    }
}
