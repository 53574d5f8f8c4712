/** `node scripts/draw-teams-icons.mjs`: the icons of the Teams app, a container with a life ring. */
import { writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { png } from './png.mjs';

/** @typedef {import('./png.mjs').Colour} Colour */

const folder = join(dirname(dirname(fileURLToPath(import.meta.url))), 'manifest', 'teams');

/** @type {Readonly<Record<'blue' | 'shade' | 'white' | 'orange' | 'none', Colour>>} */
const colours = {
  blue: [15, 108, 189, 255],
  shade: [176, 205, 232, 255],
  white: [255, 255, 255, 255],
  orange: [232, 89, 12, 255],
  none: [255, 255, 255, 0],
};

/**
 * Distance to a box with round corners; negative inside.
 *
 * @param {number} x
 * @param {number} y
 * @param {readonly [left: number, top: number, right: number, bottom: number]} box
 * @param {number} radius
 */
function toBox(x, y, [left, top, right, bottom], radius) {
  const dx = Math.abs(x - (left + right) / 2) - (right - left) / 2 + radius;
  const dy = Math.abs(y - (top + bottom) / 2) - (bottom - top) / 2 + radius;
  return Math.hypot(Math.max(dx, 0), Math.max(dy, 0)) + Math.min(Math.max(dx, dy), 0) - radius;
}

/**
 * @param {number} x
 * @param {number} y
 * @returns {Colour}
 */
function colour(x, y) {
  const ring = Math.hypot(x - 126, y - 116);
  if (ring < 40) {
    if (ring > 34 || ring < 14) return colours.blue;
    const eighth = (Math.atan2(y - 116, x - 126) / Math.PI) * 4 + 8.5;
    return Math.floor(eighth) % 2 === 0 ? colours.white : colours.orange;
  }
  if (toBox(x, y, [30, 44, 150, 120], 7) > 0) return colours.blue;
  const isRib = [48, 66, 84, 102, 120].some((left) => toBox(x, y, [left, 58, left + 9, 106], 4.5) < 0);
  return isRib ? colours.shade : colours.white;
}

/**
 * @param {number} x
 * @param {number} y
 * @returns {Colour}
 */
function outline(x, y) {
  const ring = Math.hypot(x - 23, y - 22.5);
  if (ring < 8.5) return ring < 7 && ring > 3.2 && !isNotch(x - 23, y - 22.5) ? colours.white : colours.none;
  const box = toBox(x, y, [2, 6, 30, 23], 2.5);
  const isRib = [8, 14, 20].some((left) => x > left && x < left + 2 && y > 10 && y < 19);
  return (box < 0 && box > -2) || isRib ? colours.white : colours.none;
}

/**
 * Four gaps make a life ring of a circle.
 *
 * @param {number} dx
 * @param {number} dy
 */
function isNotch(dx, dy) {
  return Math.abs(Math.abs(dx) - Math.abs(dy)) < 0.9;
}

writeFileSync(join(folder, 'color.png'), png(192, colour));
writeFileSync(join(folder, 'outline.png'), png(32, outline));
