/** Colours of rooms: by language, role, or how many units use them. */

// Nine hues of like weight for light and dark pages, then grey for the rest.
const hues = {
  light: ['#8fb3e8', '#8fcfb4', '#e9b98a', '#c3a7e0', '#e59fae', '#a5cbd6', '#d8cb86', '#b7c08f', '#c9a893'],
  dark: ['#3f6aa8', '#36806a', '#a06a35', '#75579c', '#9c4a60', '#3f7888', '#80742f', '#63703a', '#7c5947'],
};
const grey = { light: '#c8ced8', dark: '#4a5564' };
const steps = {
  light: ['#e6ebf2', '#c4d7ee', '#9dc0e6', '#6fa3da', '#4684c8', '#2863a8'],
  dark: ['#2a323e', '#2c4160', '#2d5281', '#3268a6', '#4384cc', '#6ba6ea'],
};
const floors = [0, 1, 3, 10, 30, 100];

/** A function from room to colour, and the entries of its legend: [colour, text]. */
export function paletteOf(by, shade, code, tree) {
  if (by === 'users') {
    const step = (room) => floors.findLastIndex((floor) => room.users >= floor);
    const texts = floors.map((floor, at) => (at === 0 ? 'not used' : at + 1 < floors.length ? (floors[at + 1] - floor === 1 ? `${floor}` : `${floor} to ${floors[at + 1] - 1}`) : `${floor} or more users`));
    return { colour: (room) => steps[shade][step(room)], legend: texts.map((text, at) => [steps[shade][at], text]) };
  }
  const names = by === 'role' ? code.data.roles : code.data.languages;
  const lines = new Map();
  tree.each((node) => { if (node.data.type !== 'folder') lines.set(node.data[by], (lines.get(node.data[by]) ?? 0) + node.data.own); });
  const order = [...lines.keys()].sort((a, b) => lines.get(b) - lines.get(a));
  const colours = new Map(order.map((key, at) => [key, hues[shade][at] ?? grey[shade]]));
  const legend = order.slice(0, hues[shade].length).map((key) => [colours.get(key), `${names[key]} (${lines.get(key).toLocaleString('en')} lines)`]);
  if (order.length > legend.length) legend.push([grey[shade], `${order.length - legend.length} more`]);
  return { colour: (room) => colours.get(room[by]) ?? grey[shade], legend };
}
