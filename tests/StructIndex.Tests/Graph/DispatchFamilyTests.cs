namespace StructIndex.Tests;

public class DispatchFamilyTests
{
    private static readonly CodeGraph s_stores = CSharpSample.Of("""
        interface IStore { void Save(); }
        abstract class Base : IStore { public abstract void Save(); }
        class Disk : Base { public override void Save() { } }
        class Memory : IStore { void IStore.Save() { } }
        class User
        {
            void ByInterface(IStore store) => store.Save();
            void ByBase(Base store) => store.Save();
            void Directly(Disk disk) => disk.Save();
            void Outer(IStore store) => ByInterface(store);
        }
        """).Graph;

    [Fact]
    public void Callers_through_dispatch_call_what_a_member_stands_for()
    {
        CodeUnit save = s_stores.One("Disk.Save");
        Assert.Equal(["Directly"], Names(s_stores.CallersOf(save)));
        Assert.Equal(["ByBase", "ByInterface", "Directly"], Names(s_stores.CallersOf(save, throughDispatch: true)).Order(StringComparer.Ordinal));
        Assert.All(s_stores.CallersOf(save, throughDispatch: true).Where(edge => edge.From.Name != "Directly"), edge => Assert.Equal((save, EdgeCertainty.Dispatch), (edge.To, edge.Certainty)));
    }

    [Fact]
    public void Callees_through_dispatch_are_what_may_run()
    {
        CodeUnit caller = s_stores.One("ByInterface");
        Assert.Equal(["IStore.Save"], s_stores.CalleesOf(caller).Select(edge => edge.To.QualifiedName));
        Assert.Equal(["Base.Save", "Disk.Save", "IStore.Save", "Memory.Save"], s_stores.CalleesOf(caller, throughDispatch: true).Select(edge => edge.To.QualifiedName).Order(StringComparer.Ordinal));
        Assert.Equal(["Base.Save", "Disk.Save"], s_stores.CalleesOf(s_stores.One("ByBase"), throughDispatch: true).Select(edge => edge.To.QualifiedName).Order(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData(false, "")]
    [InlineData(true, "ByInterface1 Outer2")]
    public void Reach_takes_or_leaves_dispatch(bool throughDispatch, string expected) => Assert.Equal(
        expected, string.Join(' ', s_stores.Reachable(s_stores.One("Memory.Save"), EdgeDirection.Callers, 5, throughDispatch).Select(found => $"{found.Unit.Name}{found.Depth}")));

    [Fact]
    public void Reach_goes_from_a_call_to_all_that_may_run() => Assert.Equal(
        ["ByInterface1", "Base.Save2", "Disk.Save2", "IStore.Save2", "Memory.Save2"],
        s_stores.Reachable(s_stores.One("Outer"), EdgeDirection.Callees, 5, throughDispatch: true).Select(found => $"{(found.Unit.Name == "Save" ? found.Unit.QualifiedName : found.Unit.Name)}{found.Depth}").OrderBy(text => (text[^1], text)));

    [Fact]
    public void Handlers_are_reached_where_their_event_is_raised()
    {
        CSharpSample sample = CSharpSample.Of("""
            class Bell { public event System.Action? Rung; public System.Action? Hook { get; set; } public void Ring() { Rung?.Invoke(); Hook?.Invoke(); } }
            class Guard
            {
                public Guard(Bell bell) { bell.Rung += OnRung; bell.Rung += new System.Action(Wrapped); bell.Hook = OnHook; bell.Rung -= Removed; System.Action local = Local; }
                void OnRung() { } void Wrapped() { } void OnHook() { } void Removed() { } void Local() { }
            }
            """);
        Assert.Equal(
            ["Guard.OnHook -> Bell.Hook Implements Delegate", "Guard.OnRung -> Bell.Rung Implements Delegate", "Guard.Wrapped -> Bell.Rung Implements Delegate"],
            sample.Edges.Where(edge => edge.Contains(" Implements ", StringComparison.Ordinal)).Order(StringComparer.Ordinal));
        CodeGraph graph = sample.Graph;
        Assert.Contains("OnRung", graph.CalleesOf(graph.One("Bell.Ring"), throughDispatch: true).Select(edge => edge.To.Name));
        Assert.Contains("Ring", Names(graph.CallersOf(graph.One("OnHook"), throughDispatch: true)));
        Assert.DoesNotContain("Ring", Names(graph.CallersOf(graph.One("OnHook"))));
        Assert.Contains("Ring", graph.Impact([graph.One("OnRung")], 1).Reached.Select(found => found.Unit.Name));
    }

    [Theory]
    [InlineData("services.AddScoped<IStore, Disk>()", "IStore Disk")]
    [InlineData("services.TryAddKeyedSingleton<IStore, Disk>(\"a\")", "IStore Disk")]
    [InlineData("services.AddTransient(typeof(IStore), typeof(Disk))", "IStore Disk")]
    [InlineData("services.AddTransient<Disk>()", "Disk")]
    [InlineData("services.AddOther<IStore, Disk>()", "")]
    public void Registered_services_are_named_by_their_registration(string call, string expected) => Assert.Equal(
        expected,
        string.Join(' ', CSharpSample.Of("interface IStore { } class Disk : IStore { } static class Setup { static void Services(dynamic services) { " + call + "; } }")
            .Bound.Where(edge => edge.Kind == EdgeKind.References).Select(edge => edge.To.Name)));

    [Theory]
    [InlineData("s.FromAssemblyOf<IStore>().AddClasses(c => c.AssignableTo<IStore>()).AsImplementedInterfaces().WithScopedLifetime()", "IStore Disk Room")]
    [InlineData("s.FromCallingAssembly().AddClasses(c => c.AssignableTo(typeof(IBox<>))).AsMatchingInterface()", "IBox Room")]
    [InlineData("s.FromAssemblyOf<Disk>().AddClasses().AsSelf()", "Disk Room Other")]
    [InlineData("s.FromAssemblyOf<string>().AddClasses(c => c.AssignableTo<IStore>()).AsImplementedInterfaces()", "IStore")]
    [InlineData("s.AddClasses(c => c.AssignableTo<IStore>())", "IStore")]
    public void Classes_that_a_scan_of_assemblies_registers_are_named_by_it(string scan, string expected) => Assert.Equal(
        expected,
        string.Join(' ', CSharpSample.Of("interface IStore { } interface IBox<T> { } class Disk : IStore { } abstract class Shelf : IStore, IBox<int> { } class Room : Shelf { } class Other { } static class Setup { static void Services(dynamic services) { services.Scan((System.Action<dynamic>)(s => " + scan + ")); } }")
            .Bound.Where(edge => edge.Kind == EdgeKind.References).Select(edge => edge.To.Name)));

    private static IEnumerable<string> Names(IEnumerable<CodeEdge> callers) => callers.Select(edge => edge.From.Name);
}
