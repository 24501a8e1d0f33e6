import { arrowsIn, isGuess, neighbours } from './arrows.js';
import { placeOf, readCode, trail, within, fullName } from './code.js';
import { draw } from './draw.js';
import { between, layoutOf, treeOf } from './layout.js';
import { element, showFound, showRoom, showUnit } from './panel.js';
import { paletteOf } from './palette.js';
import { search } from './search.js';

/** The page: what is shown follows from the fragment of its address, so that back, forward and links work. */

const mostArrows = 24, mostFound = 100, duration = 320;
const find = (id) => document.getElementById(id);
const canvas = find('map'), context = canvas.getContext('2d'), panel = find('panel'), tip = find('tip');
const code = readCode(JSON.parse(find('data').textContent));
const dark = matchMedia('(prefers-color-scheme: dark)');
const shown = { focus: code.root, unit: null, hovered: null, rects: new Map(), tree: null, nodes: null, arrows: [], palette: null, frame: 0 };
let inks = new Map();

find('counts').textContent = `${code.data.paths.length.toLocaleString('en')} files, ${code.rooms.length.toLocaleString('en')} units, ${code.data.edges.from.length.toLocaleString('en')} edges`;

function state() {
  return new URLSearchParams(location.hash.slice(1));
}

/** Changes the address; a value of null leaves its entry out. */
function set(changes) {
  const next = state();
  for (const [key, value] of Object.entries(changes)) {
    if (value === null) next.delete(key);
    else next.set(key, value);
  }
  location.hash = next.toString();
}

const keyOf = (room) => (room.unit >= 0 ? `${room.unit}` : room.path);

function roomOf(key) {
  if (/^\d+$/.test(key) && code.rooms[key]) return code.rooms[key];
  let found = null;
  shown.tree.each((node) => { if (node.data.unit < 0 && node.data.path === key) found = node.data; });
  return found;
}

/** Shows a room: zooms to a folder or file, opens the neighbourhood of a unit where the map shows it. */
function go(room) {
  find('search').value = '';
  if (room.unit < 0) return set({ at: room.path || null, unit: null });
  const isInside = trail(room).includes(shown.focus) && shown.rects.has(room);
  return set({ unit: keyOf(room), ...(isInside ? {} : { at: trail(room).findLast((one) => one.type === 'file').path }) });
}

const zoom = (room) => set({ at: room === code.root ? null : keyOf(room), unit: null });

function shade() {
  const wanted = state().get('theme') ?? (dark.matches ? 'dark' : 'light');
  document.documentElement.classList.toggle('dark', wanted === 'dark');
  inks = new Map();
  return wanted === 'dark' ? 'dark' : 'light';
}

function ink(name) {
  if (!inks.has(name)) inks.set(name, getComputedStyle(document.documentElement).getPropertyValue(name).trim());
  return inks.get(name);
}

/** Brings the page to what the address says. */
function show() {
  const wanted = state();
  const colour = wanted.get('colour') ?? 'language', documents = wanted.get('documents') === '1' || !code.root.isCode;
  for (const [id, value] of [['colour', colour], ['arrows', wanted.get('arrows') ?? 'all']]) find(id).value = value;
  find('documents').checked = documents;
  if (shown.documents !== documents) {
    shown.documents = documents;
    shown.tree = treeOf(code.root, documents);
    shown.nodes = new Map(shown.tree.descendants().map((node) => [node.data, node]));
  }
  shown.palette = paletteOf(colour, shade(), code, shown.tree);
  const unit = wanted.get('unit') === null ? null : roomOf(wanted.get('unit'));
  const at = roomOf(wanted.get('at') ?? '') ?? code.root;
  const focus = shown.nodes.has(at) && at.children.length ? at : code.root;
  const before = { focus: shown.focus, rects: shown.rects };
  Object.assign(shown, { focus, unit, hovered: null, arrows: arrowsIn(focus, code).filter((arrow) => shown.nodes.has(arrow.from) && shown.nodes.has(arrow.to)) });
  place();
  showTrail();
  showLegend();
  showList();
  const related = trail(focus).includes(before.focus) || trail(before.focus).includes(focus);
  if (before.focus !== focus && related && before.rects.has(before.focus) && !matchMedia('(prefers-reduced-motion: reduce)').matches) animate(before);
  else paint();
}

function place() {
  const { width, height } = canvas.getBoundingClientRect();
  const ratio = window.devicePixelRatio || 1;
  Object.assign(canvas, { width: Math.round(width * ratio), height: Math.round(height * ratio) });
  Object.assign(shown, { width, height, ratio, rects: layoutOf(shown.nodes.get(shown.focus), width, height) });
}

function animate(before) {
  const start = performance.now();
  cancelAnimationFrame(shown.frame);
  const step = (now) => {
    const share = Math.min(1, (now - start) / duration);
    if (share === 1) return paint();
    const eased = share < 0.5 ? 2 * share * share : 1 - 2 * (1 - share) ** 2;
    paint(between(before.rects, shown.rects, before.focus, shown.focus, eased));
    shown.frame = requestAnimationFrame(step);
  };
  shown.frame = requestAnimationFrame(step);
}

function paint(rects = shown.rects) {
  draw(context, {
    ...shown, rects, moving: rects !== shown.rects, ink, colour: shown.palette.colour, dimmed: shown.unit !== null,
    depth: (room) => trail(room).length, arrows: shown.unit ? unitArrows() : roomArrows(), marks: marks(),
  });
}

function roomArrows() {
  const wanted = find('arrows').value;
  if (wanted === 'none' && !shown.hovered) return [];
  const near = shown.hovered && childUnder(shown.hovered);
  const mine = near ? shown.arrows.filter((arrow) => arrow.from === near || arrow.to === near) : [];
  const some = mine.length ? mine : shown.arrows.filter((arrow) => wanted === 'all' || (wanted === 'cycles' && arrow.inCycle)).slice(0, mostArrows);
  const top = Math.log2(1 + Math.max(1, ...some.map((arrow) => arrow.count)));
  return some.map((arrow) => ({
    from: arrow.from, to: arrow.to, colour: ink(arrow.inCycle ? '--cycle' : '--arrow'), weight: 0.8 + (2.2 * Math.log2(1 + arrow.count)) / top, alpha: arrow.inCycle || mine.length ? 0.95 : 0.75,
  })).reverse();
}

function unitArrows() {
  const arrows = [];
  for (const [direction, colour] of [['into', '--caller'], ['out', '--callee']]) {
    for (const { unit, certainty } of neighbours(within(shown.unit), direction, code).slice(0, mostArrows)) {
      const far = visible(code.rooms[unit]), near = visible(shown.unit);
      if (far && near && far !== near) arrows.push({ from: direction === 'into' ? far : near, to: direction === 'into' ? near : far, colour: ink(colour), weight: 1.6, alpha: 0.9, certainty });
    }
  }
  return arrows;
}

function marks() {
  const found = [];
  if (shown.hovered) found.push([shown.hovered, ink('--accent'), 2]);
  if (shown.unit && visible(shown.unit)) found.push([visible(shown.unit), ink('--chosen'), 2.5]);
  return found;
}

/** The innermost room around one that the map shows; null for none, and for the room that the map is of. */
function visible(room) {
  const found = trail(room).findLast((one) => shown.rects.has(one));
  return found && found !== shown.focus ? found : null;
}

/** The room directly inside the focus that a room is in. */
const childUnder = (room) => trail(room)[trail(shown.focus).length];

/** The innermost room at a point that is large enough to be meant. */
function roomAt(x, y) {
  let at = shown.focus;
  for (;;) {
    const next = at.children.find((child) => {
      const rect = shown.rects.get(child);
      return rect && x >= rect[0] && x < rect[2] && y >= rect[1] && y < rect[3] && rect[2] - rect[0] >= 7 && rect[3] - rect[1] >= 7;
    });
    if (!next) return at === shown.focus ? null : at;
    at = next;
  }
}

function showTrail() {
  const rooms = trail(shown.focus);
  find('trail').replaceChildren(...rooms.flatMap((room, at) => [
    ...(at ? ['/'] : []), element('button', { type: 'button', textContent: room.name, onclick: () => zoom(room) }),
  ]));
}

function showLegend() {
  const entries = shown.palette.legend.map(([colour, text]) => entry('', colour, text));
  if (shown.unit) entries.push(entry('stroke', ink('--caller'), 'uses it'), entry('stroke', ink('--callee'), 'is used by it'));
  else if (find('arrows').value !== 'none' && shown.arrows.length) {
    const left = shown.arrows.length - mostArrows;
    if (shown.arrows.some((arrow) => arrow.inCycle)) entries.push(entry('stroke', ink('--cycle'), 'uses in a cycle'));
    if (find('arrows').value === 'all') entries.push(entry('stroke', ink('--arrow'), `uses${left > 0 ? ` (${mostArrows} strongest of ${shown.arrows.length}; point at a room for its own)` : ''}`));
  }
  find('legend').replaceChildren(...entries);
}

function entry(className, colour, text) {
  const sign = element('i', { className });
  sign.style[className ? 'borderColor' : 'background'] = colour;
  return element('li', {}, sign, text);
}

function showList() {
  const text = find('search').value.trim();
  if (text) showFound(panel, search(text, code, mostFound), text, code, go);
  else if (shown.unit) showUnit(panel, shown.unit, code, go);
  else showRoom(panel, shown.focus, shown.arrows, code, go);
  panel.scrollTop = 0;
}

function point(event) {
  const box = canvas.getBoundingClientRect();
  const room = event ? roomAt(event.clientX - box.left, event.clientY - box.top) : null;
  tip.hidden = !room;
  if (room) {
    const facts = [room.kind ?? room.type, `${room.lines.toLocaleString('en')} lines`, ...(room.unit >= 0 ? [`${room.users} users`] : [])].join(', ');
    tip.replaceChildren(element('b', { textContent: room.unit >= 0 ? fullName(room) : room.path }), facts, ...(room.unit >= 0 ? [element('br'), placeOf(room, code)] : []));
    const x = event.clientX - box.left, y = event.clientY - box.top;
    tip.style.left = `${Math.max(4, Math.min(x + 14, box.width - tip.offsetWidth - 6))}px`;
    tip.style.top = `${y + 18 + tip.offsetHeight > box.height ? Math.max(4, y - tip.offsetHeight - 10) : y + 18}px`;
  }
  if (room !== shown.hovered) {
    shown.hovered = room;
    canvas.style.cursor = room ? 'pointer' : 'default';
    paint();
  }
}

let turned = 0;
function turn(event) {
  event.preventDefault();
  if (event.timeStamp - turned < duration + 80 || Math.abs(event.deltaY) < 4) return;
  turned = event.timeStamp;
  const box = canvas.getBoundingClientRect();
  const under = roomAt(event.clientX - box.left, event.clientY - box.top);
  const next = event.deltaY < 0 ? under && childUnder(under) : shown.focus.parent;
  if (next && next.children.length) zoom(next);
}

canvas.addEventListener('mousemove', point);
canvas.addEventListener('mouseleave', () => point(null));
canvas.addEventListener('wheel', turn, { passive: false });
canvas.addEventListener('click', () => { if (shown.hovered) go(shown.hovered); });
canvas.addEventListener('dblclick', () => { if (shown.unit?.children.length) zoom(shown.unit); });
find('search').addEventListener('input', showList);
find('search').addEventListener('keydown', (event) => {
  const [first] = event.key === 'Enter' ? search(event.target.value, code, 1) : [];
  if (first) go(first);
});
for (const id of ['colour', 'arrows']) find(id).addEventListener('change', (event) => set({ [id]: event.target.value }));
find('documents').addEventListener('change', (event) => set({ documents: event.target.checked ? '1' : null }));
find('documents-label').hidden = !code.root.isCode;
find('theme').addEventListener('click', () => set({ theme: shade() === 'dark' ? 'light' : 'dark' }));
document.addEventListener('keydown', (event) => {
  if (event.key === '/' && document.activeElement !== find('search')) {
    event.preventDefault();
    find('search').focus();
  } else if (event.key === 'Escape') {
    if (find('search').value) {
      find('search').value = '';
      showList();
    } else if (shown.unit) set({ unit: null });
    else if (shown.focus.parent) zoom(shown.focus.parent);
  }
});
addEventListener('hashchange', show);
dark.addEventListener('change', show);
new ResizeObserver(() => { place(); paint(); }).observe(find('stage'));
show();
