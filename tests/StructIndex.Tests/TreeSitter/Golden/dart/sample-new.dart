sealed class S {}
enum E { a, b; int f() => 1; }
extension type Id(int v) { int twice() => v * 2; }
mixin class M { void m() {} }
(int, {String name}) pair() => (1, name: 'a');
String of(S s) => switch (s) { A(:var x) when x > 1 => 'a', _ => 'b' };
void last() { var (a, b) = pair(); if (x case [int y, ...]) {} final list = [...?z, if (q) 1]; ?a; }
void after() {}
