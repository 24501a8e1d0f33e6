namespace StructIndex.Tests;

/// <summary>Names of libraries that look like names of the code base.</summary>
public class ForeignNameTests
{
    [Theory]
    [InlineData("vim.fn.expand_all('x')", "a global of the host")]
    [InlineData("string.expand_all('x')", "the standard library")]
    public void A_Lua_global_that_no_file_declares_is_not_looked_for_here(string call, string what)
    {
        CodeGraph graph = Graphs.Of(
            ("a.lua", "local M = {}\nfunction M.expand_all(x) return x end\nreturn M\n"),
            ("b.lua", $"-- vim and string = are words of this comment\nlocal function run() return {call} end\n"));
        Assert.True(graph.Edges.Count == 0, $"{what}: {string.Join("; ", graph.Lines())}");
    }

    [Theory]
    [InlineData("function run(picker) picker:expand_all(1) end")]
    [InlineData("function run() local picker = make(); picker:expand_all(1) end")]
    [InlineData("function run(list) for _, picker in ipairs(list) do picker:expand_all(1) end end")]
    [InlineData("picker = make()\nfunction run() picker:expand_all(1) end")]
    [InlineData("local run = function(a, picker) picker:expand_all(1) end")]
    [InlineData("function run() MiniPick.expand_all(1) end")]
    public void A_Lua_name_that_a_file_declares_may_be_of_this_code_base(string text)
    {
        CodeGraph graph = Graphs.Of(("a.lua", "function MiniPick.expand_all(x) return x end\n"), ("b.lua", text));
        Assert.Contains(graph.Edges, edge => edge.To.Name == "expand_all");
    }

    [Fact]
    public void A_property_is_not_called_by_its_name_alone()
    {
        CodeGraph graph = Graphs.Of(
            ("A.kt", "class Content {\n    val contentKind: Int get() = 1\n}\n"),
            ("B.kt", "fun run(context: Any?) = context.contentKind()\n"));
        Assert.Empty(graph.Lines(EdgeKind.Calls));
    }

    [Fact]
    public void A_module_of_Elixir_is_named_from_the_root()
    {
        CodeGraph graph = Graphs.Of(
            ("a.ex", "defmodule Shop.Supervisor do\n  def start_link(x), do: Supervisor.start_link(x)\nend\n"),
            ("b.ex", "defmodule Shop.Server do\n  def broadcast_all(x), do: x\nend\n"),
            ("c.ex", "defmodule Shop do\n  def run(x) do\n    Shop.PubSub.broadcast_all(x)\n    Supervisor.start_link(x)\n    Shop.Server.broadcast_all(x)\n  end\nend\n"));
        Assert.Equal(["Shop.run Calls Shop.Server.broadcast_all Scoped"], graph.Lines());
    }

    [Fact]
    public void A_variable_of_Elixir_may_hold_a_module_whatever_its_name()
    {
        CodeGraph graph = Graphs.Of(
            ("a.ex", "defmodule A do\n  def schema(x), do: x\n  def keep_forever(x), do: x\nend\n"),
            ("b.ex", "defmodule B do\n  def run(schema), do: schema.keep_forever(1)\nend\n"));
        Assert.Equal(["B.run Calls A.keep_forever NameOnly"], graph.Lines(EdgeKind.Calls));
    }

    [Fact]
    public void A_function_of_Elixir_without_a_module_is_imported_or_of_a_module_that_is_used()
    {
        (string, string)[] libraries =
        [
            ("conn.ex", "defmodule Conn do\n  def send_all(x), do: x\nend\n"),
            ("web.ex", "defmodule Web do\n  defmacro __using__(_) do\n    quote do\n      import Conn\n      def injected(x), do: x\n    end\n  end\nend\n"),
        ];
        Assert.Equal(["A.run Calls Conn.send_all Scoped"], Graphs.Of([.. libraries, ("a.ex", "defmodule A do\n  import Conn\n  def run(x), do: send_all(x)\nend\n")]).Lines(EdgeKind.Calls));
        Assert.Equal(
            ["A.run Calls Conn.send_all Scoped", "A.run Calls Web.__using__.injected Scoped"],
            Graphs.Of([.. libraries, ("a.ex", "defmodule A do\n  use Web\n  def run(x) do\n    send_all(x)\n    injected(x)\n  end\nend\n")]).Lines(EdgeKind.Calls));
        Assert.Empty(Graphs.Of([.. libraries, ("a.ex", "defmodule A do\n  def run(x), do: send_all(x)\nend\n")]).Lines(EdgeKind.Calls));
    }

    [Fact]
    public void What_Elixir_takes_apart_or_names_as_a_type_it_does_not_make()
    {
        CodeGraph graph = Graphs.Of(
            ("a.ex", "defmodule Box do\n  defstruct [:x]\nend\ndefmodule Shop.Box do\n  @type t :: map\n  defstruct [:y]\nend\n"),
            ("b.ex", "defmodule B do\n  @type t :: Shop.Box.t()\n  @callback boxed(x :: t()) :: Shop.Box.t()\n  def whole(x), do: %Shop.Box{y: x}\n  def head(%Box{x: x}), do: x\n  def guarded(%Box{x: x}) when x > 1, do: x\n  def match(b) do\n    %Box{x: x} = b\n    x\n  end\n  def clause(b) do\n    case b do\n      %Box{x: x} -> x\n    end\n  end\n  def make(x), do: %Box{x: x}\nend\n"));
        Assert.Equal(["B.whole Constructs Shop.Box Scoped", "B.make Constructs Box Scoped"], graph.Lines());
    }
}
