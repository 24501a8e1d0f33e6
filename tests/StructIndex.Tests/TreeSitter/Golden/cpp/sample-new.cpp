module;
#include <a>
export module shelf:part;
import std;
import :other;
export namespace shelf {
template <typename T> concept Sized = requires(T t) { { t.size() } -> std::convertible_to<int>; };
export template <Sized T> auto total(T&& t) requires true { return t.size(); }
struct Box {
    int n;
    auto operator<=>(const Box&) const = default;
    void show(this auto&& self, int x) { if consteval { } [[assume(x > 0)]]; }
    constexpr static int operator()(int a) { return a; }
    int operator[](int a, int b) { return a; }
};
consteval int five() { return 5; }
auto f = []<class T>(this auto self, T x) -> int { return x; };
std::generator<int> gen() { co_yield 1; }
enum class E : int { a, b };
using enum E;
void last() { auto [a, b] = pair(); int n = 1'000uz; }
}
