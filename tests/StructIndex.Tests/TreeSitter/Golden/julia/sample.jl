"""
    module docs
"""
module Shop
using LinearAlgebra, Base.Iterators
import Base: show, +
using .Inner: f as g
export add
"Keeps stock."
struct Stock{T} <: AbstractStock
    name::String
    size::Vector{T}
    Stock(n) = new(n)
end
mutable struct M end
abstract type AbstractStock <: Any end
primitive type P 8 end
"""
    add(s, n)

Adds.
"""
function add(s::Stock{T}, n::Int=1; k=2)::Int where T
    s.size |> sum
    p = Point(1)
    Base.push!(s.size, n)
    f.(x)
    return helper(n)
end
Base.show(io::IO, s::Stock) = print(io, s.name)
sq(x) = x^2
function Base.length(s::Stock) end
(f::Functor)(x) = x
macro mymac(x) x end
const N = 3
function (+)(a, b) end
function Box{T}(x::T) where {T} end
Box{T}(x, y) where T = x
function Base.lift(x::T) where {T<:A{E}} where {E} end
map(x -> x + 1, xs) do y
  y
end
@testset "adds" begin
  @test add(1) == 2
end
end
