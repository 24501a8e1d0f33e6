import 'package:shop/shop.dart' as shop show Stock;
import 'dart:io';
part 'x.g.dart';
/// Keeps stock.
///
/// More.
@immutable
abstract class Stock<T> extends Base<T> with Mixin implements Sized, Other {
  final String name;
  Stock(this.name, {int x = 1}) : super() { log(); }
  Stock.empty() : this('');
  factory Stock.from(Map m) => Stock(m['a']);
  /// Adds.
  @override
  Future<int> add(int n) async {
    var p = Point(1);
    final q = new Point(2);
    await shop.run(p)?.then((x) => x.y());
    this.helper();
    return n;
  }
  int get size => 1;
  set size(int v) {}
  static Stock open() => Stock('a');
  Stock operator +(Stock o) => this;
  void _hidden();
}
mixin Mixin on Base { void m() {} }
enum Color { red, green }
extension Ext on String { String shout() => toUpperCase(); }
typedef Handler = void Function(int);
int top(int a, [String? b]) => a;
void main() { test('adds', () { expect(1, 1); }); group('g', () {}); }
