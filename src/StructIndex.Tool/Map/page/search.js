import { fullName, topLevel } from './code.js';

/** Finds rooms by name: those that are called so first, then names that begin so, then names that have it inside. */

export function search(text, code, limit) {
  const wanted = text.trim().toLowerCase();
  if (!wanted) return [];
  code.names ??= namesOf(code.root, []);
  const found = [];
  for (const entry of code.names) {
    const last = entry.name.slice(entry.name.lastIndexOf('.') + 1);
    const at = entry.name.indexOf(wanted);
    if (at >= 0) found.push([last === wanted || entry.name === wanted ? 0 : last.startsWith(wanted) ? 1 : last.includes(wanted) ? 2 : 3, entry]);
  }
  found.sort((a, b) => a[0] - b[0] || b[1].room.users - a[1].room.users || a[1].name.length - b[1].name.length);
  return found.slice(0, limit).map(([, entry]) => entry.room);
}

function namesOf(at, names) {
  if (at.name !== topLevel) names.push({ room: at, name: fullName(at).toLowerCase() });
  for (const child of at.children) namesOf(child, names);
  return names;
}
