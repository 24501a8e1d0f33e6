namespace StructIndex.Tests;

public class UnitIdTests
{
    [Fact]
    public void Overloads_are_told_apart_by_their_parameters()
    {
        HandmadeFile file = new("A.java", "class A { void f(int a) {} void f(String  a, int b) {} }", "java");
        CodeDeclaration type = file.Add(UnitKind.Class, "A", file.Source.Text);
        file.Add(UnitKind.Method, "f", "void f(int a) {}", type, signature: "void f(int a)");
        file.Add(UnitKind.Method, "f", "void f(String  a, int b) {}", type, signature: "void f(String  a, int b)");
        Assert.Equal(["A.java#A", "A.java#A.f(inta)", "A.java#A.f(Stringa,intb)"], UnitAssembler.Assemble([file.Parsed()]).Units.Select(unit => unit.Id));
    }

    [Fact]
    public void The_same_id_twice_gets_a_number_in_the_order_of_paths_and_lines()
    {
        HandmadeFile second = new("b.cs", "partial class P { }", "csharp");
        second.Add(UnitKind.Class, "P", second.Source.Text, id: "T:P");
        HandmadeFile first = new("a.cs", "partial class P { }", "csharp");
        first.Add(UnitKind.Class, "P", first.Source.Text, id: "T:P");
        UnitSet units = UnitAssembler.Assemble([second.Parsed(), first.Parsed()]);
        Assert.Equal([("a.cs", "T:P"), ("b.cs", "T:P~2")], units.Units.Select(unit => (unit.Path, unit.Id)));
    }

    [Fact]
    public void A_very_long_parameter_list_is_cut_and_still_tells_overloads_apart()
    {
        string common = string.Join(", ", Enumerable.Range(0, 60).Select(i => $"int a{i}"));
        HandmadeFile file = new("A.java", $"void f({common}, int z) {{}}\nvoid f({common}, long z) {{}}", "java");
        file.Add(UnitKind.Function, "f", $"void f({common}, int z) {{}}");
        file.Add(UnitKind.Function, "f", $"void f({common}, long z) {{}}");
        string[] ids = [.. UnitAssembler.Assemble([file.Parsed()]).Units.Select(unit => unit.Id)];
        Assert.NotEqual(ids[0], ids[1]);
        Assert.All(ids, id => Assert.True(id.Length < 160 && !id.Contains('~', StringComparison.Ordinal)));
    }
}
