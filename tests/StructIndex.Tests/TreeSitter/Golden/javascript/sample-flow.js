/**
 * Orders of a shop.
 * @flow strict
 */
import type { Item } from './item';
import typeof Store from './store';
import { load } from './load';

export opaque type Id: string = string;
export type Props = {| +name: string, -count?: ?number |};

/** Begins an order. */
export function begin(current: ?Item, n: number = 1): Promise<Array<?string>> {
  const x = (current: any);
  return helper((n: mixed), x ? 1 : -1);
}

export default class Order extends React.Component<Props> {
  static defaultProps: $Shape<Props> = {};
  total: ?number = null;

  add(item: Item, more: (?Item) => void): this {
    begin(item, (this.total: any));
    return this;
  }
}

function helper(x: mixed, y: number): boolean %checks {
  return typeof x === 'string' || load(y);
}

const later = (a: number) => a;
export const last = async <T>(a: T): Promise<T> => later(a);
