defmodule Shop.Stock do
  @moduledoc """
  Keeps stock.

  ## Examples

      iex> Shop.Stock.add(s)
  """
  use GenServer
  alias Shop.{Price, Audit}
  alias Shop.Store, as: S
  import Ecto.Query, only: [from: 2]
  require Logger
  @behaviour Access
  @timeout 5_000

  defstruct [:name, size: 0]
  @type t :: %__MODULE__{name: String.t()}

  @doc """
  Adds items.
  """
  @doc since: "1.0"
  @spec add(t(), integer) :: t()
  def add(stock, n \\ 1)
  def add(%__MODULE__{} = stock, 0), do: stock

  def add(stock, n) when is_integer(n) and n > 0 do
    S.put(stock, n)
    |> Audit.record()

    helper(n)
    stock.name
    GenServer.call(pid, :x, @timeout)
  end

  @doc false
  defp helper(n), do: n + 1

  @impl true
  def init(x), do: {:ok, x}

  @doc ~S"Short."
  defmacro unless2(clause, do: block) do
    quote do: if(!unquote(clause), do: unquote(block))
  end

  defguard is_even(x) when rem(x, 2) == 0
  defdelegate size(s), to: Enum, as: :count
  def a <> b, do: 1
  def no_parens, do: Enum.map([1], &helper/1)

  @callback fetch(term) :: term

  defmodule Inner do
    def deep, do: Shop.Stock.add(%Shop.Stock{name: 1})
  end
end

defprotocol Sizeable do
  @doc "Size."
  def size(x)
end

defimpl Sizeable, for: Shop.Stock do
  def size(s), do: s.size
end

defmodule Shop.StockTest do
  use ExUnit.Case, async: true

  setup do
    {:ok, a: 1}
  end

  describe "add/2" do
    test "adds 1.5", %{a: a} do
      assert Shop.Stock.add(a, 1) == 2
    end
  end
end
