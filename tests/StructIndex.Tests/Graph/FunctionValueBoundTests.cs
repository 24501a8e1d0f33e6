namespace StructIndex.Tests;

/// <summary>Code that hands functions on in circles, many times over, is read in bounded steps: without the bound each of these takes longer than anyone waits.</summary>
public class FunctionValueBoundTests
{
    private static readonly (string From, string To)[] s_fromFile = [("m", "load")];

    [Fact]
    public void A_list_that_is_put_into_itself_many_times() =>
        Assert.Equal(s_fromFile, Calls(("m.py", "steps = []\ndef load(): pass\n" + Repeat("steps.append(load)\nsteps.extend(steps)\nsteps = steps + steps\nsteps[0]()\n"))));

    [Fact]
    public void A_dictionary_that_is_updated_with_itself_many_times() =>
        Assert.Equal(s_fromFile, Calls(("m.py", "steps = {}\ndef load(): pass\n" + Repeat("steps['a'] = load\nsteps.update(steps)\nsteps.update(**steps)\n") + "steps['a']()\n")));

    [Fact]
    public void Two_files_that_import_one_name_from_each_other_many_times() =>
        Assert.Empty(Calls(("m.py", Repeat("from n import load\n") + "load()\n"), ("n.py", Repeat("from m import load\n") + "load()\n")));

    [Fact]
    public void A_class_whose_fields_take_each_other_many_times() =>
        Assert.Empty(Calls(("m.py", "class Steps:\n    def run(self):\n" + Repeat("        self.one, self.two = self.two, self.one\n        self.one.extend(self.two)\n        self.two[self.one] = self.one\n        self.one[0]()\n"))));

    [Fact]
    public void Functions_that_are_given_to_each_other_many_times() => Assert.All(
        Calls(("m.py", "def one(step): return two(step)(one)\ndef two(step): return one(step)(two)\n" + Repeat("one(two(one))(two(two(one)))\n"))),
        call => Assert.Contains(call.To, (string[])["one", "two"]));

    private static string Repeat(string lines) => string.Concat(Enumerable.Repeat(lines, 60));

    private static (string From, string To)[] Calls(params (string Path, string Text)[] files) =>
        [.. Graphs.Of(files).Edges.Where(edge => edge.Kind == EdgeKind.Calls).Select(edge => (edge.From.Name, edge.To.Name)).Distinct().Order()];
}
