/** Draws small pictures as PNG (RFC 2083), with nothing but zlib. */
import { crc32, deflateSync } from 'node:zlib';

/**
 * @typedef {readonly [red: number, green: number, blue: number, alpha: number]} Colour 0–255 each
 * @typedef {(x: number, y: number) => Colour} Picture the colour at a point, in pixels
 */

/** Samples in each direction of a pixel, for smooth edges. */
const SAMPLES = 8;

/**
 * @param {number} size width and height in pixels
 * @param {Picture} picture
 * @returns {Buffer} an RGBA PNG
 */
export function png(size, picture) {
  const rows = Buffer.alloc(size * (1 + size * 4));
  for (let y = 0; y < size; y += 1)
    for (let x = 0; x < size; x += 1) rows.set(pixel(picture, x, y), y * (1 + size * 4) + 1 + x * 4);
  return encoded(size, size, rows);
}

/**
 * @param {number} width in pixels
 * @param {number} height in pixels
 * @param {Buffer} rows each a zero (no filter), then four bytes a pixel
 * @returns {Buffer} an RGBA PNG
 */
export function encoded(width, height, rows) {
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  // Eight bits each for red, green, blue and alpha.
  header.set([8, 6, 0, 0, 0], 8);
  return Buffer.concat([
    Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
    chunk('IHDR', header),
    chunk('IDAT', deflateSync(rows, { level: 9 })),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

/**
 * @param {Picture} picture
 * @param {number} x
 * @param {number} y
 */
function pixel(picture, x, y) {
  const sum = [0, 0, 0, 0];
  for (let i = 0; i < SAMPLES * SAMPLES; i += 1) {
    const dx = ((i % SAMPLES) + 0.5) / SAMPLES;
    const dy = (Math.floor(i / SAMPLES) + 0.5) / SAMPLES;
    const [red, green, blue, alpha] = picture(x + dx, y + dy);
    // A colour counts as much as it covers.
    for (const [j, part] of [red * alpha, green * alpha, blue * alpha, alpha].entries())
      sum[j] = (sum[j] ?? 0) + part;
  }
  const [red = 0, green = 0, blue = 0, alpha = 0] = sum;
  if (alpha === 0) return [0, 0, 0, 0];
  return [red / alpha, green / alpha, blue / alpha, alpha / (SAMPLES * SAMPLES)].map(Math.round);
}

/**
 * @param {string} type
 * @param {Buffer} data
 */
function chunk(type, data) {
  const named = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const framed = Buffer.alloc(named.length + 8);
  framed.writeUInt32BE(data.length, 0);
  named.copy(framed, 4);
  framed.writeUInt32BE(crc32(named), named.length + 4);
  return framed;
}
