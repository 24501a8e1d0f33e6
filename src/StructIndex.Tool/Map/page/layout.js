/*! The page has d3-hierarchy 3.1.3 in it.

Copyright 2010-2026 Mike Bostock

Permission to use, copy, modify, and/or distribute this software for any purpose
with or without fee is hereby granted, provided that the above copyright notice
and this permission notice appear in all copies.

THE SOFTWARE IS PROVIDED "AS IS" AND THE AUTHOR DISCLAIMS ALL WARRANTIES WITH
REGARD TO THIS SOFTWARE INCLUDING ALL IMPLIED WARRANTIES OF MERCHANTABILITY AND
FITNESS. IN NO EVENT SHALL THE AUTHOR BE LIABLE FOR ANY SPECIAL, DIRECT,
INDIRECT, OR CONSEQUENTIAL DAMAGES OR ANY DAMAGES WHATSOEVER RESULTING FROM LOSS
OF USE, DATA OR PROFITS, WHETHER IN AN ACTION OF CONTRACT, NEGLIGENCE OR OTHER
TORTIOUS ACTION, ARISING OUT OF OR IN CONNECTION WITH THE USE OR PERFORMANCE OF
THIS SOFTWARE.
*/
import { hierarchy, treemap, treemapSquarify } from 'd3-hierarchy';

/** Places rooms in nested rectangles, by their lines. */

const header = 18, gap = 3, roomy = 44;

/** The tree of what is shown, largest rooms first. */
export function treeOf(root, withDocuments) {
  return hierarchy(root, (at) => at.children.filter((child) => withDocuments || child.isCode))
    .sum((at) => at.own)
    .sort((a, b) => b.value - a.value);
}

/** Rectangles of a room and all rooms in it: a map from room to [left, top, right, bottom], outer rooms before inner ones. */
export function layoutOf(node, width, height) {
  const top = node.copy();
  const hasHeader = (at) => at.depth > 0 && at.x1 - at.x0 > roomy && at.y1 - at.y0 > roomy;
  treemap()
    .tile(treemapSquarify.ratio(1.3))
    .size([width, height])
    .paddingInner((at) => (at.data.type === 'folder' ? gap : 1))
    .paddingTop((at) => (hasHeader(at) ? header : edgeOf(at)))
    .paddingRight(edgeOf)
    .paddingBottom(edgeOf)
    .paddingLeft(edgeOf)(top);
  return new Map(top.descendants().map((at) => [at.data, [at.x0, at.y0, at.x1, at.y1]]));
}

function edgeOf(at) {
  const least = Math.min(at.x1 - at.x0, at.y1 - at.y0);
  return least > roomy ? gap : least > 12 ? 1 : 0;
}

export const headerHeight = ([left, top, right, bottom]) => (right - left > roomy && bottom - top > roomy ? header : 0);

/** Rectangles on the way from one layout to another, where one shows a room inside the other: `share` of the way, 0 to 1. */
export function between(before, after, focusBefore, focusAfter, share) {
  const inward = after.get(focusAfter) && before.get(focusAfter);
  const [outer, inner, focus] = inward ? [before, after, focusAfter] : [after, before, focusBefore];
  const far = moved(outer.get(focus), inner.get(focus));
  const way = inward ? share : 1 - share;
  const found = new Map();
  for (const [room, rect] of outer) {
    const goal = inner.get(room) ?? far(rect);
    found.set(room, rect.map((side, at) => side + (goal[at] - side) * way));
  }
  return found;
}

/** The map of the plane that takes one rectangle to another. */
function moved(from, to) {
  const wide = (to[2] - to[0]) / Math.max(1, from[2] - from[0]), high = (to[3] - to[1]) / Math.max(1, from[3] - from[1]);
  return ([left, top, right, bottom]) => [
    to[0] + (left - from[0]) * wide, to[1] + (top - from[1]) * high, to[0] + (right - from[0]) * wide, to[1] + (bottom - from[1]) * high,
  ];
}
