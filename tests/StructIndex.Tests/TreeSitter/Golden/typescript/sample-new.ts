import defer * as feature from "./feature.js";
import data from "./a.json" with { type: "json" };
export type { A } from "./b";
enum Color { Red }
class Store<const T extends readonly string[], in out U = string> {
  accessor count = 0;
  static { init(); }
  #secret = 1;
  @logged method<T>(this: Store<any>, x: NoInfer<T>): asserts x is string { using f = open(); }
  override get name(): string { return this.#secret satisfies number as any; }
}
function load<const T>(x: T) { return x! }
declare module "x" { export function y(): void }
abstract class Q { abstract z(): unique symbol; declare foo: string; }
export default abstract class R {}
async function go() { await using x = y(); for await (const a of b) {} }
type Getter<T> = { [K in keyof T as `get${Capitalize<K>}`]?: () => T[K] };
const last = <T,>(x: T) => x;
