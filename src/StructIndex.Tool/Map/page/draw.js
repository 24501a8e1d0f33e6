import { isGuess } from './arrows.js';
import { headerHeight } from './layout.js';

/** Draws rooms and arrows on a canvas. */

const family = 'system-ui, "Segoe UI", Roboto, "Helvetica Neue", Arial, sans-serif';
const widths = new Map();

export function draw(context, scene) {
  const { width, height, ratio, ink } = scene;
  context.setTransform(ratio, 0, 0, ratio, 0, 0);
  context.fillStyle = ink('--room');
  context.fillRect(0, 0, width, height);
  for (const [room, rect] of scene.rects) {
    if (rect[2] - rect[0] < 0.7 || rect[3] - rect[1] < 0.7 || rect[2] < 0 || rect[3] < 0 || rect[0] > width || rect[1] > height) continue;
    drawRoom(context, scene, room, rect);
  }
  if (scene.moving) return;
  for (const arrow of scene.arrows) drawArrow(context, scene, arrow);
  for (const [room, colour, weight] of scene.marks) outline(context, scene.rects.get(room), colour, weight);
}

function drawRoom(context, scene, room, [left, top, right, bottom]) {
  const wide = right - left, high = bottom - top;
  const isFolder = room.type === 'folder';
  if (room === scene.focus) return;
  context.globalAlpha = isFolder ? 1 : room.children.length ? (room.type === 'file' ? 0.3 : 0.45) : scene.dimmed ? 0.6 : 1;
  context.fillStyle = isFolder ? scene.ink(scene.depth(room) % 2 ? '--room-deep' : '--room') : scene.colour(room);
  context.fillRect(left, top, wide, high);
  context.globalAlpha = 1;
  if (isFolder || (room.type === 'file' && wide > 8 && high > 8)) {
    context.strokeStyle = scene.ink('--room-line');
    context.lineWidth = isFolder ? 1 : 0.5;
    context.strokeRect(left + 0.5, top + 0.5, wide - 1, high - 1);
  }
  if (scene.moving && !isFolder) return;
  if (room.children.length) {
    if (headerHeight([left, top, right, bottom])) label(context, room.name, left + 6, top + 10, wide - 12, `${isFolder ? 650 : 500} 11px ${family}`, scene.ink('--room-ink'));
  } else if (wide > 34 && high > 14) {
    label(context, room.name, left + 4, top + Math.min(9, high / 2), wide - 8, `11px ${family}`, scene.ink('--leaf-ink'));
  }
}

/** Text in one line, cut where it has no room. */
function label(context, text, left, middle, wide, font, colour) {
  context.font = font;
  const fits = cut(context, text, wide);
  if (!fits) return;
  context.fillStyle = colour;
  context.textBaseline = 'middle';
  context.fillText(fits, left, middle + 0.5);
}

function widthOf(context, text) {
  const key = context.font + text;
  if (!widths.has(key)) widths.set(key, context.measureText(text).width);
  return widths.get(key);
}

function cut(context, text, wide) {
  const whole = widthOf(context, text);
  if (whole <= wide) return text;
  let length = Math.floor((text.length * wide) / whole) - 1;
  while (length >= 3 && widthOf(context, `${text.slice(0, length)}…`) > wide) length--;
  return length >= 3 ? `${text.slice(0, length)}…` : '';
}

function outline(context, rect, colour, weight) {
  if (!rect) return;
  context.strokeStyle = colour;
  context.lineWidth = weight;
  context.strokeRect(rect[0] + weight / 2, rect[1] + weight / 2, rect[2] - rect[0] - weight, rect[3] - rect[1] - weight);
}

/** A bent arrow between the middles of two rooms: { from, to, colour, weight, alpha, certainty }. */
function drawArrow(context, scene, arrow) {
  const from = scene.rects.get(arrow.from), to = scene.rects.get(arrow.to);
  if (!from || !to) return;
  const start = middle(from), end = middle(to);
  const dx = end[0] - start[0], dy = end[1] - start[1], far = Math.hypot(dx, dy);
  if (far < 8) return;
  const bend = Math.min(0.18 * far, 60);
  const over = [(start[0] + end[0]) / 2 - (dy / far) * bend, (start[1] + end[1]) / 2 + (dx / far) * bend];
  const angle = Math.atan2(end[1] - over[1], end[0] - over[0]);
  const size = 5 + arrow.weight * 1.6;
  const line = new Path2D();
  line.moveTo(...start);
  line.quadraticCurveTo(...over, end[0] - Math.cos(angle) * size * 0.8, end[1] - Math.sin(angle) * size * 0.8);
  context.globalAlpha = arrow.alpha;
  context.strokeStyle = scene.ink('--room');
  context.lineWidth = arrow.weight + 2.5;
  context.stroke(line);
  context.strokeStyle = context.fillStyle = arrow.colour;
  context.lineWidth = arrow.weight;
  context.setLineDash(arrow.certainty && isGuess(arrow.certainty) ? [4, 4] : []);
  context.stroke(line);
  context.setLineDash([]);
  context.beginPath();
  context.moveTo(...end);
  for (const side of [-1, 1]) context.lineTo(end[0] - Math.cos(angle + side * 0.42) * size, end[1] - Math.sin(angle + side * 0.42) * size);
  context.fill();
  context.beginPath();
  context.arc(...start, arrow.weight + 1, 0, 2 * Math.PI);
  context.fill();
  context.globalAlpha = 1;
}

const middle = ([left, top, right, bottom]) => [(left + right) / 2, (top + bottom) / 2];
