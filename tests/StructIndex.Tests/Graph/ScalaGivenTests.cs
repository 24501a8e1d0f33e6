namespace StructIndex.Tests;

/// <summary>What Scala gives by its type, adds to other types, or makes by a companion.</summary>
public sealed class ScalaGivenTests
{
    private const string Types = """
        trait Show { def show(n: Int): String }
        trait Draw { def show(n: Int): String }
        class Crate { def sum(): Int = 1 }
        class Cask { def sum(): Int = 2 }

        """;

    [Theory]
    [InlineData("def run(n: Int)(using s: Show) = s.show(n)")]
    [InlineData("def run(n: Int)(implicit s: Show) = s.show(n)")]
    [InlineData("def run(n: Int)(using Show) = summon[Show].show(n)")]
    [InlineData("def run[T: Show](n: T) = summon[Show[T]].show(n)")]
    [InlineData("def run[T: Show](n: T) = implicitly[Show[T]].show(n)")]
    [InlineData("def run(n: Any) = n.asInstanceOf[Show].show(1)")]
    [InlineData("def run(n: Int)(using Show) = {\n  val s = summon[Show]\n  s.show(n)\n}")]
    [InlineData("given plain: Show with { def show(n: Int) = \"a\" }\ndef run(n: Int)(using s: Show) = s.show(n)")]
    [InlineData("given Show with {\n  def other(n: Int) = \"a\"\n}\ndef run(n: Int)(using s: Show) = s.show(n)")]
    [InlineData("given plain[T](using d: Draw): Show with { def other(n: Int) = \"a\" }\ndef run(n: Int)(using s: Show) = s.show(n)")]
    public void What_is_given_by_its_type_has_it(string run) => Assert.Equal(["Show.show Scoped"], Called(run));

    [Theory]
    [InlineData("given plain: Show with { def show(n: Int) = \"a\" }")]
    [InlineData("given plain: Show with\n  def show(n: Int) = \"a\"\n")]
    public void An_instance_has_its_members_and_implements_what_it_is_given_for(string given) => Assert.Equal(
        ["plain Implements Show", "run Calls plain.show"],
        Graphs.Of(("a.scala", $"{Types}{given}\ndef run() = plain.show(1)\n")).Edges.Where(edge => edge.From.Name is "run" or "plain").Select(edge => $"{edge.From.Name} {edge.Kind} {edge.To.QualifiedName}").Order(StringComparer.Ordinal));

    [Theory]
    [InlineData("extension (c: Crate) def run() = c.sum()")]
    [InlineData("extension (c: Cask) def other() = c.sum()\nextension (c: Crate) def run() = c.sum()")]
    [InlineData("extension (c: Crate) {\n  def other() = 1\n  def run() = c.sum()\n}\ndef twice(c: Cask) = c.sum()")]
    [InlineData("extension (c: Crate)\n  def other() = 1\n  def run() = c.sum()\n")]
    public void What_an_extension_is_of_has_its_type_there(string run) => Assert.Equal(["Crate.sum Scoped"], Called(run));

    [Theory]
    [InlineData("extension (c: Crate) def twice() = 1\ndef run(c: Crate) = c.twice()", "Crate.twice")]
    [InlineData("extension (c: Crate) {\n  def twice() = 1\n}\nextension (c: Cask) {\n  def twice() = 1\n}\ndef run(c: Crate) = c.twice()", "Crate.twice")]
    [InlineData("implicit class Loud(s: String) { def loud(): String = s }\ndef run(name: String) = name.loud()", "Loud.loud")]
    public void An_extension_is_called_like_a_member(string run, string called) => Assert.Equal([$"{called} Scoped"], Called(run));

    [Theory]
    [InlineData("class Key(a: String)\nobject Key { def apply(a: String): Key = new Key(a) }\ndef run() = Key(\"a\")", "Key.apply Scoped")]
    [InlineData("class Key(a: String)\nobject Key { def apply(a: String): Key = new Key(a) }\ndef run() = new Key(\"a\")", "Key Scoped")]
    [InlineData("case class Key(a: String)\nobject Key { def apply(): Key = new Key(\"a\") }\ndef run() = Key(\"a\")", "Key Scoped")]
    public void A_type_that_is_called_like_a_function_is_made_by_its_companion(string run, string called) => Assert.Equal([called], Called(run));

    private static IEnumerable<string> Called(string run) =>
        Graphs.Of(("a.scala", Types + run)).Edges.Where(edge => edge.From.Name == "run").Select(edge => $"{edge.To.QualifiedName} {edge.Certainty}");
}
