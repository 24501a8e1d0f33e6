import { isGuess, neighbours } from './arrows.js';
import { fullName, placeOf, within } from './code.js';

/** The list beside the map. Everything from the code is set as text, never as markup. */

const most = 200;

export function element(tag, properties = {}, ...children) {
  const made = Object.assign(document.createElement(tag), properties);
  made.append(...children);
  return made;
}

/** What there is to say of a unit: its neighbourhood. */
export function showUnit(panel, room, code, go) {
  const { units, certainties } = code.data;
  const inside = within(room);
  const list = (direction) => neighbours(inside, direction, code);
  const into = list('into'), out = list('out');
  const isOnly = (one, ...kinds) => [...one.kinds].every((kind) => kinds.includes(kind));
  const tests = into.filter((one) => one.kinds.has('tests'));
  const bases = ['inherits', 'implements', 'overrides'];
  panel.replaceChildren(
    element('h2', { textContent: fullName(room) }),
    element('p', { textContent: `${room.kind}, ${room.lines.toLocaleString('en')} lines, ${code.data.languages[room.language]}, ${code.data.roles[room.role]}` }),
    element('p', { textContent: placeOf(room, code) }),
    ...(units.signature[room.unit] ? [element('code', { textContent: units.signature[room.unit] })] : []),
    ...section('Used by', into.filter((one) => !one.kinds.has('tests') && !isOnly(one, ...bases)), edgeItem),
    ...section('Tests', tests, edgeItem),
    ...section('Implemented or extended by', into.filter((one) => isOnly(one, ...bases)), edgeItem),
    ...section('Uses', out.filter((one) => !isOnly(one, ...bases)), edgeItem),
    ...section('Implements or extends', out.filter((one) => isOnly(one, ...bases)), edgeItem),
    ...section('Members', room.children, (child) => item(child, `${child.users} users`, go)),
  );
  if (into.length + out.length === 0) panel.append(element('p', { textContent: 'No edge leads to it or from it.' }));

  function edgeItem(one) {
    const kinds = [...one.kinds].filter((kind) => kind !== 'tests').join(', ');
    const how = element('span', { className: isGuess(one.certainty) ? 'how guessed' : 'how', textContent: one.certainty, title: `certainty: ${certainties.join(', ')}` });
    return item(code.rooms[one.unit], how, go, `${kinds ? `${kinds} · ` : ''}${placeOf(code.rooms[one.unit], code)}`);
  }
}

/** What there is to say of a folder or file: who uses whom in it, and its rooms. */
export function showRoom(panel, room, arrows, code, go) {
  const counts = { file: 0, unit: 0 };
  count(room);
  const cycles = arrows.filter((arrow) => arrow.inCycle);
  panel.replaceChildren(
    element('h2', { textContent: room.type === 'unit' ? fullName(room) : room.path || room.name }),
    element('p', { textContent: `${room.type === 'folder' ? `${counts.file.toLocaleString('en')} files, ` : ''}${counts.unit.toLocaleString('en')} units, ${room.lines.toLocaleString('en')} lines` }),
    ...section('In cycles', cycles, (arrow) => arrowItem(arrow, 'cycle')),
    ...section('Who uses whom', arrows.filter((arrow) => !arrow.inCycle), (arrow) => arrowItem(arrow, '')),
    ...section(room.type === 'folder' ? 'Folders and files' : 'Types and functions', [...room.children].sort((a, b) => b.lines - a.lines), (child) => item(child, `${child.lines.toLocaleString('en')} lines`, go)),
  );

  function count(at) {
    for (const child of at.children) {
      counts[child.type]++;
      count(child);
    }
  }

  function arrowItem(arrow, className) {
    const { edges } = code.data;
    const first = arrow.first < 0 ? '' : `first ${fullName(code.rooms[edges.from[arrow.first]])} → ${fullName(code.rooms[edges.to[arrow.first]])}`;
    const button = element('button', { type: 'button', onclick: () => go(arrow.first < 0 ? arrow.from : code.rooms[edges.from[arrow.first]]) },
      element('span', { className: `name ${className}` }, `${arrow.from.name} → ${arrow.to.name}`, element('small', { textContent: first || 'from or to tests' })),
      element('span', { className: 'count', textContent: arrow.count.toLocaleString('en') }));
    return element('li', {}, button);
  }
}

export function showFound(panel, rooms, text, code, go) {
  panel.replaceChildren(
    element('h2', { textContent: rooms.length ? `${rooms.length === 100 ? 'First 100' : rooms.length} named like “${text}”` : `Nothing is named like “${text}”` }),
    element('ul', {}, ...rooms.map((room) => item(room, room.kind ?? room.type, go, placeOf(room, code)))),
  );
}

function section(title, list, itemOf) {
  if (list.length === 0) return [];
  const items = list.slice(0, most).map(itemOf);
  if (list.length > most) items.push(element('li', {}, element('small', { textContent: `and ${(list.length - most).toLocaleString('en')} more` })));
  return [element('h3', { textContent: `${title} (${list.length.toLocaleString('en')})` }), element('ul', {}, ...items)];
}

function item(room, right, go, below = '') {
  const name = element('span', { className: 'name' }, room.type === 'unit' ? fullName(room) : room.name, ...(below ? [element('small', { textContent: below })] : []));
  const side = typeof right === 'string' ? element('small', { textContent: right }) : right;
  return element('li', {}, element('button', { type: 'button', onclick: () => go(room) }, name, side));
}
