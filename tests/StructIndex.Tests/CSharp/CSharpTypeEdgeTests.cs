namespace StructIndex.Tests;

public sealed class CSharpTypeEdgeTests
{
    [Fact]
    public void Bases_and_interfaces_are_told_apart()
    {
        CSharpSample sample = CSharpSample.Of("interface I { } interface J : I { } abstract class A : J { } sealed class B<T> : A, I where T : A { } struct S : I { }");
        Assert.Equal(
            ["J -> I Inherits Exact", "A -> J Implements Exact", "B -> A Inherits Exact", "B -> I Implements Exact", "S -> I Implements Exact"],
            sample.Edges);
    }

    [Fact]
    public void Explicit_implementations_properties_and_events_implement()
    {
        CSharpSample sample = CSharpSample.Of("interface I { void Go(); int P { get; } event Action E; int this[int i] { get; } } class A : I { void I.Go() { } public int P => 1; public event Action? E; public int this[int i] => i; }");
        foreach (string name in (string[])["Go", "P", "E", "this"])
        {
            Assert.Contains($"A.{name} -> I.{name} Implements Exact", sample.Edges);
        }
    }

    [Fact]
    public void An_inherited_member_implements_for_the_derived_type()
        => Assert.Contains("A.Go -> I.Go Implements Exact", CSharpSample.Of("interface I { void Go(); } class A { public void Go() { } } class B : A, I { }").Edges);

    [Fact]
    public void A_default_interface_member_is_dispatched_to_and_overridden()
    {
        CSharpSample sample = CSharpSample.Of("interface I { void Go() { } } interface J : I { void I.Go() { } } class A : J { void M(I i) => i.Go(); }");
        Assert.Contains("A.M -> I.Go Calls Dispatch", sample.Edges);
        Assert.Contains("J.Go -> I.Go Implements Exact", sample.Edges);
    }

    [Fact]
    public void Generic_interfaces_are_implemented_by_their_definition()
        => Assert.Contains("A.Handle -> IHandler.Handle Implements Exact", CSharpSample.Of("interface IHandler<T> { void Handle(T x); } class A : IHandler<int> { public void Handle(int x) { } }").Edges);

    [Fact]
    public void Overrides_of_methods_properties_and_events_are_linked()
    {
        CSharpSample sample = CSharpSample.Of("abstract class A<T> { public abstract T Go(T x); public virtual int P => 1; public virtual event Action? E; } class B : A<int> { public override int Go(int x) => x; public override int P => 2; public override event Action? E; }");
        foreach (string name in (string[])["Go", "P", "E"])
        {
            Assert.Contains($"B.{name} -> A.{name} Overrides Exact", sample.Edges);
        }
    }

    [Fact]
    public void The_parts_of_a_partial_type_are_one()
    {
        CSharpSample sample = CSharpSample.Of(
            "partial class A : I { partial void Hook(); public partial int Half(); void M() { Hook(); Half(); Other(); } }",
            "partial class A : I { partial void Hook() { } public partial int Half() => 1; void Other() { } public void Go() { } }",
            "interface I { void Go(); }");
        Assert.Contains("A.M -> A.Other Calls Exact", sample.Edges);
        Assert.Single(sample.Edges, edge => edge == "A.Go -> I.Go Implements Exact");
        BoundReference hook = Assert.Single(sample.Bound, edge => edge.To.Name == "Hook");
        Assert.True(hook.To.Body.Length > 0, "the part with the body is the one called");
    }

    [Fact]
    public void A_partial_member_that_a_generator_would_write_is_its_declaration()
    {
        CSharpSample sample = CSharpSample.Of("using System.Text.RegularExpressions; partial class A { [GeneratedRegex(\"a\")] private static partial Regex R(); bool M() => R().IsMatch(\"\"); }");
        Assert.Contains("A.M -> A.R Calls Exact", sample.Edges);
    }
}
