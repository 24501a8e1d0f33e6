/** Reads the columns of the page into units, and files and folders into a tree of rooms. */

/** What code outside all declarations is called. */
export const topLevel = 'top-level code';

/** What a unit or folder is in the tree: 'folder', 'file' or 'unit'. Lines that no child has are its own. */
function room(type, name, parent) {
  return { type, name, parent, children: [], lines: 0, own: 0, users: 0, unit: -1, language: -1, role: 0, isCode: true };
}

export function readCode(data) {
  const { units, edges, paths } = data;
  const count = units.name.length;
  const code = new Set(data.codeLanguages);
  const root = room('folder', data.name, null);
  root.path = '';
  const folders = new Map([['', root]]);
  const files = paths.map((path) => addFile(path, folders));
  const rooms = new Array(count);
  const byFile = paths.map(() => []);
  for (let unit = 0; unit < count; unit++) byFile[units.file[unit]].push(unit);
  byFile.forEach((list, file) => addUnits(list, files[file], rooms, data, code));
  const links = { out: lists(count, edges.from), into: lists(count, edges.to) };
  for (let unit = 0; unit < count; unit++) rooms[unit].users = usersOf(unit, rooms, links, data);
  measure(root);
  return { data, root: joined(root), rooms, links };
}

function addFile(path, folders) {
  const slash = path.lastIndexOf('/');
  const parent = folderOf(slash < 0 ? '' : path.slice(0, slash), folders);
  const file = room('file', path.slice(slash + 1), parent);
  file.path = path;
  parent.children.push(file);
  return file;
}

function folderOf(path, folders) {
  if (!folders.has(path)) {
    const slash = path.lastIndexOf('/');
    const parent = folderOf(slash < 0 ? '' : path.slice(0, slash), folders);
    const folder = room('folder', path.slice(slash + 1), parent);
    folder.path = path;
    parent.children.push(folder);
    folders.set(path, folder);
  }
  return folders.get(path);
}

/** Nests the units of a file by their lines. */
function addUnits(list, file, rooms, data, code) {
  const { units, kinds } = data;
  const nests = (unit) => scopes.has(kinds[units.kind[unit]]);
  list.sort((a, b) => units.start[a] - units.start[b] || units.end[b] - units.end[a] || nests(b) - nests(a) || a - b);
  const open = [file];
  for (const unit of list) {
    while (open.length > 1 && units.end[open.at(-1).unit] < units.end[unit]) open.pop();
    const made = room('unit', units.name[unit], open.at(-1));
    Object.assign(made, { unit, role: units.role[unit], language: units.language[unit], lines: units.end[unit] - units.start[unit] + 1 });
    made.isCode = code.has(made.language);
    made.kind = kinds[units.kind[unit]];
    if (made.kind === 'module' && made.isCode) made.name = topLevel;
    rooms[unit] = made;
    made.parent.children.push(made);
    if (nests(unit)) open.push(made);
    file.lines = Math.max(file.lines, units.end[unit]);
  }
  const first = file.children[0];
  file.language = first.language;
  file.isCode = code.has(file.language);
  file.role = first.role;
}

const scopes = new Set(['namespace', 'class', 'struct', 'interface', 'trait', 'enum', 'record', 'union']);

/** Own lines of each room, and lines and users of folders. */
function measure(at) {
  let inside = 0;
  if (at.type === 'folder') at.isCode = false;
  for (const child of at.children) {
    measure(child);
    if (at.type === 'folder') at.isCode ||= child.isCode;
    inside += child.lines;
    if (at.type === 'folder') at.users += child.users;
    else if (at.type === 'file') at.users = Math.max(at.users, child.users);
  }
  if (at.type === 'folder') at.lines = inside;
  at.own = at.type === 'folder' ? 0 : Math.max(at.children.length ? 0 : 1, at.lines - inside);
}

/** Folders with nothing but one folder in them are one room. */
function joined(at) {
  at.children = at.children.map(joined);
  if (at.type === 'folder' && at.parent && at.children.length === 1 && at.children[0].type === 'folder') {
    const only = at.children[0];
    only.name = `${at.name}/${only.name}`;
    only.parent = at.parent;
    return only;
  }
  return at;
}

/** The edges of each unit: list.at(unit) gives places in the columns of edges. */
function lists(count, ends) {
  const starts = new Int32Array(count + 1);
  for (const end of ends) starts[end + 1]++;
  for (let unit = 0; unit < count; unit++) starts[unit + 1] += starts[unit];
  const items = new Int32Array(ends.length), next = starts.slice();
  ends.forEach((end, edge) => { items[next[end]++] = edge; });
  return { at: (unit) => items.subarray(starts[unit], starts[unit + 1]) };
}

/** How many units outside use a unit, or a member of it. */
function usersOf(unit, rooms, links, data) {
  const inside = new Set(within(rooms[unit])), users = new Set();
  for (const one of inside) for (const edge of links.into.at(one)) {
    if (!inside.has(data.edges.from[edge])) users.add(data.edges.from[edge]);
  }
  return users.size;
}

/** The units of a room: itself and those nested in it. */
export function within(at) {
  const found = at.unit >= 0 ? [at.unit] : [];
  for (const child of at.children) found.push(...within(child));
  return found;
}

/** Rooms from the root to this one. */
export function trail(at) {
  const found = [];
  for (let room = at; room; room = room.parent) found.unshift(room);
  return found;
}

/** The path of a file or folder; of a unit, its file and line. */
export function placeOf(at, code) {
  const { units, paths } = code.data;
  return at.unit < 0 ? at.path : `${paths[units.file[at.unit]]}:${units.start[at.unit]}`;
}

/** Name with the types around it. */
export function fullName(at) {
  return trail(at).filter((room) => room.type === 'unit').map((room) => room.name).join('.') || at.name;
}
