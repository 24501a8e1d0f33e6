/** Who uses whom between the rooms directly inside a room, and which of these uses form cycles. */

const guesses = new Set(['nameOnly', 'candidate']);
export const isGuess = (certainty) => guesses.has(certainty);

/** Arrows, those in cycles first, then by uses: { from, to, count, first, inCycle }. Guessed edges do not count, and tests not for cycles. */
export function arrowsIn(focus, code) {
  const { edges, certainties, roles, units } = code.data;
  const test = roles.indexOf('test');
  const roomOf = new Map();
  for (const child of focus.children) mark(child, child, roomOf);
  const arrows = new Map();
  for (let edge = 0; edge < edges.from.length; edge++) {
    const from = roomOf.get(edges.from[edge]), to = roomOf.get(edges.to[edge]);
    if (!from || !to || from === to || isGuess(certainties[edges.certainty[edge]])) continue;
    if (!arrows.has(from)) arrows.set(from, new Map());
    const some = arrows.get(from);
    if (!some.has(to)) some.set(to, { from, to, count: 0, first: -1, inCycle: false });
    const arrow = some.get(to);
    arrow.count++;
    if (arrow.first < 0 && units.role[edges.from[edge]] !== test && units.role[edges.to[edge]] !== test) arrow.first = edge;
  }
  const all = [...arrows.values()].flatMap((some) => [...some.values()]);
  markCycles(all);
  return all.sort((a, b) => b.inCycle - a.inCycle || b.count - a.count);
}

function mark(at, room, roomOf) {
  if (at.unit >= 0) roomOf.set(at.unit, room);
  for (const child of at.children) mark(child, room, roomOf);
}

/** Marks the arrows inside strongly connected rooms (Tarjan's algorithm). */
function markCycles(arrows) {
  const next = new Map();
  for (const arrow of arrows) if (arrow.first >= 0) next.set(arrow.from, [...(next.get(arrow.from) ?? []), arrow.to]);
  const seen = new Map(), low = new Map(), open = [], group = new Map();
  const visit = (room) => {
    seen.set(room, seen.size);
    low.set(room, seen.get(room));
    open.push(room);
    for (const to of next.get(room) ?? []) {
      if (!seen.has(to)) visit(to);
      if (!group.has(to)) low.set(room, Math.min(low.get(room), low.get(to)));
    }
    if (low.get(room) !== seen.get(room)) return;
    let one;
    do {
      one = open.pop();
      group.set(one, room);
    } while (one !== room);
  };
  for (const room of next.keys()) if (!seen.has(room)) visit(room);
  for (const arrow of arrows) arrow.inCycle = arrow.first >= 0 && group.get(arrow.from) === group.get(arrow.to);
}

/** Units at the other ends of a room's edges, the surest first: { unit, kinds, certainty, line }. */
export function neighbours(inside, direction, code) {
  const { edges, edgeKinds, certainties } = code.data;
  const own = new Set(inside), found = new Map();
  const far = direction === 'into' ? edges.from : edges.to;
  for (const unit of inside) for (const edge of code.links[direction].at(unit)) {
    if (own.has(far[edge])) continue;
    const one = found.get(far[edge]) ?? { unit: far[edge], kinds: new Set(), certainty: edges.certainty[edge], line: edges.line[edge] };
    one.certainty = Math.min(one.certainty, edges.certainty[edge]);
    one.kinds.add(edgeKinds[edges.kind[edge]]);
    found.set(far[edge], one);
  }
  return [...found.values()]
    .sort((a, b) => a.certainty - b.certainty || a.unit - b.unit)
    .map((one) => ({ ...one, certainty: certainties[one.certainty] }));
}
