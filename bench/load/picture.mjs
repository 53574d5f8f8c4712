/** Curves as a picture. */
import { encoded } from '../../scripts/png.mjs';
import { pointsOf } from './letters.mjs';

const WIDTH = 1200;
const HEIGHT = 640;
/** The field that the curves are drawn in. */
const field = { left: 130, right: WIDTH - 40, top: 90, bottom: HEIGHT - 90 };
const MARKS = 5;

/** @typedef {readonly [red: number, green: number, blue: number]} Ink */
/** @typedef {{ name: string, ink: Ink, points: readonly (readonly [x: number, y: number])[] }} Curve */

const white = /** @type {Ink} */ ([255, 255, 255]);
const black = /** @type {Ink} */ ([30, 30, 30]);
const grey = /** @type {Ink} */ ([215, 215, 215]);

/**
 * Both axes begin at zero, so that a slope looks as steep as it is.
 *
 * @param {{ title: string, x: string, y: string, curves: readonly Curve[] }} what
 * @returns {Buffer} a PNG
 */
export function picture({ title, x, y, curves }) {
  const canvas = new Canvas();
  const all = curves.flatMap(({ points }) => points);
  const most = [0, 1].map((axis) => niceAbove(Math.max(...all.map((point) => point[axis] ?? 0))));
  const [mostX = 1, mostY = 1] = most;
  const toX = (/** @type {number} */ value) => field.left + (value / mostX) * (field.right - field.left);
  const toY = (/** @type {number} */ value) => field.bottom - (value / mostY) * (field.bottom - field.top);
  for (let mark = 0; mark <= MARKS; mark++) {
    const [atX, atY] = [(mostX * mark) / MARKS, (mostY * mark) / MARKS];
    canvas.line([field.left, toY(atY)], [field.right, toY(atY)], grey, 1);
    canvas.line([toX(atX), field.top], [toX(atX), field.bottom], grey, 1);
    canvas.text(number(atY), field.left - 12, toY(atY) - 7, black, 2, 1);
    canvas.text(number(atX), toX(atX), field.bottom + 14, black, 2, 0.5);
  }
  canvas.line([field.left, field.top], [field.left, field.bottom], black, 2);
  canvas.line([field.left, field.bottom], [field.right, field.bottom], black, 2);
  canvas.text(title, field.left, 16, black, 3, 0);
  canvas.text(y, field.left, 56, black, 2, 0);
  canvas.text(x, (field.left + field.right) / 2, HEIGHT - 40, black, 2, 0.5);
  let legend = field.right;
  for (const { name, ink, points } of curves) {
    for (const [at, point] of points.entries()) {
      const next = points[at + 1] ?? point;
      canvas.line([toX(point[0]), toY(point[1])], [toX(next[0]), toY(next[1])], ink, 3);
    }
    legend -= canvas.text(name, legend, 56, ink, 2, 1) + 40;
  }
  return canvas.png();
}

class Canvas {
  #rows = Buffer.alloc(HEIGHT * (1 + WIDTH * 4));

  constructor() {
    for (let y = 0; y < HEIGHT; y++) for (let x = 0; x < WIDTH; x++) this.#dot(x, y, white);
  }

  /**
   * @param {readonly [number, number]} from
   * @param {readonly [number, number]} to
   * @param {Ink} ink
   * @param {number} thick in pixels
   */
  line([x1, y1], [x2, y2], ink, thick) {
    const steps = Math.max(1, Math.ceil(Math.hypot(x2 - x1, y2 - y1)));
    for (let step = 0; step <= steps; step++) {
      const [x, y] = [x1 + ((x2 - x1) * step) / steps, y1 + ((y2 - y1) * step) / steps];
      this.#square(Math.round(x - thick / 2), Math.round(y - thick / 2), thick, ink);
    }
  }

  /**
   * @param {string} text
   * @param {number} x
   * @param {number} y of its upper edge
   * @param {Ink} ink
   * @param {number} scale
   * @param {number} share of its width that is left of x
   * @returns {number} its width
   */
  text(text, x, y, ink, scale, share) {
    const { points, width } = pointsOf(text);
    const left = Math.round(x - width * scale * share);
    for (const [dx, dy] of points) this.#square(left + dx * scale, Math.round(y) + dy * scale, scale, ink);
    return width * scale;
  }

  png() {
    return encoded(WIDTH, HEIGHT, this.#rows);
  }

  /** @param {number} left @param {number} top @param {number} size @param {Ink} ink */
  #square(left, top, size, ink) {
    for (let y = top; y < top + size; y++) for (let x = left; x < left + size; x++) this.#dot(x, y, ink);
  }

  /** @param {number} x @param {number} y @param {Ink} ink */
  #dot(x, y, ink) {
    if (x < 0 || x >= WIDTH || y < 0 || y >= HEIGHT) return;
    this.#rows.set([...ink, 255], y * (1 + WIDTH * 4) + 1 + x * 4);
  }
}

/**
 * The next round number, so that marks are round too.
 *
 * @param {number} value
 */
function niceAbove(value) {
  const unit = 10 ** Math.floor(Math.log10(value));
  return ([1, 2, 2.5, 5].find((factor) => factor * unit >= value) ?? 10) * unit || 1;
}

/** @param {number} value */
function number(value) {
  return Math.round(value).toLocaleString('en-US');
}
