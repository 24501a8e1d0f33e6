namespace StructIndex.Tests;

/// <summary>What Kotlin's functions of scope give the function without a name that they call.</summary>
public sealed class ScopeFunctionTests
{
    private const string Types = """
        class Pot {
            fun fill() {}
            val lid: Lid = Lid()
            fun own(): Pot = this
        }
        class Pan {
            fun fill() {}
            val lid: Int = 0
            fun own(): Pan = this
        }
        class Lid {
            fun lift() {}
        }
        class Cap {
            fun lift() {}
        }

        """;

    [Theory]
    [InlineData("fun cook(pot: Pot) { pot.let { it.fill() } }")]
    [InlineData("fun cook(pot: Pot?) { pot?.let { it.fill() } }")]
    [InlineData("fun cook(pot: Pot) { pot.let { made -> made.fill() } }")]
    [InlineData("fun cook(pot: Pot) { pot.own().also { it.fill() } }")]
    [InlineData("fun cook() { Pot().takeIf { it.fill() } }")]
    [InlineData("fun cook(pot: Pot) { pot.apply { fill() } }")]
    [InlineData("fun cook(pot: Pot) { pot.apply { this.fill() } }")]
    [InlineData("fun cook(pot: Pot) { pot.run { fill() } }")]
    [InlineData("fun cook(pot: Pot) { with(pot) { fill() } }")]
    [InlineData("fun cook(pot: Pot, pan: Pan) { pan.apply { pot.run { fill() } } }")]
    [InlineData("fun cook(pot: Pot, pan: Pan) { pot.let { val a = pan.apply { it.fill() } } }")]
    [InlineData("fun cook(it: Pan, pot: Pot) { it.let { } \n pot.let { it.own().let { it.fill() } } }")]
    [InlineData("fun cook(pot: Pot) { pot.also { }.fill() }")]
    [InlineData("fun cook() { val pot = Pot().apply { }\n pot.fill() }")]
    [InlineData("class Cook {\n private val pot = Pot().apply { }\n fun cook() { pot.fill() }\n}")]
    [InlineData("class Cook {\n fun fill() {}\n fun cook(pot: Pot) { pot.apply { fill() } }\n}")]
    public void A_function_without_a_name_is_given_what_it_is_called_on(string cook) => Assert.Equal(["Pot.fill Scoped"], Called(cook, "fill"));

    [Theory]
    [InlineData("fun cook(pot: Pot) { pot.apply { lid.lift() } }")]
    [InlineData("fun cook(pot: Pot) { pot.let { it.lid.lift() } }")]
    [InlineData("fun cook(pot: Pot) { pot.lid.apply { lift() } }")]
    [InlineData("fun cook(pot: Pot) { pot.apply { lid.apply { lift() } } }")]
    public void So_are_what_its_fields_hold(string cook) => Assert.Equal(["Lid.lift Scoped"], Called(cook, "lift"));

    [Theory]
    [InlineData("class Cook {\n fun fill() {}\n fun cook(lid: Lid) { lid.apply { fill() } }\n}")]
    [InlineData("class Cook {\n fun fill() {}\n fun cook(pot: Pot) { pot.let { fill() } }\n}")]
    [InlineData("class Cook {\n fun fill() {}\n fun cook(pot: Pot) { pot.apply { }\n fill() }\n}")]
    public void What_its_object_does_not_have_is_of_the_type_around_it(string cook) => Assert.Equal(["Cook.fill Scoped"], Called(cook, "fill"));

    [Fact]
    public void The_elements_of_a_list_are_not_what_a_function_around_was_given() =>
        Assert.DoesNotContain("Pot.fill Scoped", Called("fun cook(pot: Pot, all: Any) { pot.let { all.forEach { it.fill() } } }", "fill"));

    private static IEnumerable<string> Called(string cook, string name) =>
        Graphs.Of(("a.kt", Types + cook)).Edges.Where(edge => edge.From.Name == "cook" && edge.To.Name == name).Select(edge => $"{edge.To.QualifiedName} {edge.Certainty}");
}
