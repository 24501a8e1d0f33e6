/** Checks values against schemas. */
import type { Issue } from "./issue";
import { parse as read, type Mode } from "./read.js";
import util = require("util");

/**
 * What a check gives.
 * @typeParam T the type of the value
 */
export interface Result<T> extends Base, Other<T> {
  value: T;
  log: Logger;
  /** Whether it went well. */
  ok(strict?: boolean): boolean;
}

export type Check<T> = (value: unknown) => Result<T>;

export const enum Mood { Good, Bad }

@Injectable({ scope: "all" })
export abstract class Schema<T> extends Node<T> implements Check<T>, util.Named {
  private cache: Map<string, T> = new Map();
  protected static count = 0;
  readonly handler = async (value: T) => this.accept(value);

  constructor(private readonly store: Store, public name: string) {
    super();
  }

  parse(value: unknown): T;
  /**
   * Parses a value.
   * @param value anything, see `Mode`
   * @returns the value, typed
   * @deprecated use {@link read}
   */
  @Log() public parse(value: any): T {
    const issue: Issue = new Issue(value);
    return read(value, issue).unwrap();
  }

  abstract accept(value: T): boolean;
  private _seal(): void {}
  get size(): number { return this.cache.size; }
}

export namespace checks {
  export function min(n: number): Check<number> {
    return (value) => new Result(value);
  }
}

declare module "plain" {
  export function twice(n: number): number;
}

/** Makes a schema. */
export function schema(text: string): Schema<string>;
export function schema(n: number): Schema<number>;
export function schema(any: any) {
  return new Builder<string>(any).build();
}

export const _number = /*@__PURE__*/ create("number", (inst: Schema<number>, def) => {
  inst.parse(def);
});

export default function <T>(value: T) { return value; }
