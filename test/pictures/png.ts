import { crc32, deflateSync, inflateSync } from 'node:zlib';

/** A picture in memory: `channels` bytes a pixel, row by row. */
interface Raster {
  readonly width: number;
  readonly height: number;
  readonly channels: number;
  readonly bytes: Buffer;
}

const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
const MOST_COLOURS = 256;
/** Enough for paper, frames and ink. */
const KEPT = 16;

/**
 * The same picture with a palette, at a third of the size or so: letters on paper need few colours. The most frequent ones
 * are kept; of the others, those that agree in the upper four bits of each channel become the most frequent among them, and
 * the rarest what is nearest to them. Pure.
 *
 * @param png as Chromium writes it: 8 bits a channel, RGB or RGBA, not interlaced (PNG, third edition)
 */
export function withPalette(png: Buffer): Buffer {
  const { width, height, channels, bytes } = decoded(png);
  const pixels = new Uint32Array(width * height);
  const counts = new Map<number, number>();
  for (let i = 0; i < pixels.length; i++) {
    const colour = bytes.readUIntBE(i * channels, 3);
    pixels[i] = colour;
    counts.set(colour, (counts.get(colour) ?? 0) + 1);
  }
  const frequent = [...counts].sort(([a, m], [b, n]) => n - m || a - b).map(([colour]) => colour);
  const kept = frequent.slice(0, KEPT);
  const leaders = new Map<number, number>();
  for (const colour of frequent) if (!leaders.has(bucket(colour))) leaders.set(bucket(colour), colour);
  const palette = [...new Set([...kept, ...leaders.values()])].slice(0, MOST_COLOURS);
  const places = new Map(palette.map((colour, i) => [colour, i]));
  const placeOf = (colour: number): number =>
    places.get(colour) ?? places.get(leaders.get(bucket(colour)) ?? -1) ?? nearest(colour, palette);
  const index = new Map(frequent.map((colour) => [colour, placeOf(colour)]));
  const rows = Buffer.alloc(height * (width + 1));
  for (let y = 0; y < height; y++)
    for (let x = 0; x < width; x++)
      rows[y * (width + 1) + 1 + x] = index.get(pixels[y * width + x] ?? 0) ?? 0;
  const head = Buffer.alloc(13);
  head.writeUInt32BE(width, 0);
  head.writeUInt32BE(height, 4);
  // 8 bits, indexed colour.
  head.set([8, 3], 8);
  return Buffer.concat([
    signature,
    chunk('IHDR', head),
    chunk('PLTE', Buffer.from(palette.flatMap(parts))),
    chunk('IDAT', deflateSync(rows, { level: 9, memLevel: 9 })),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

function parts(colour: number): readonly [number, number, number] {
  return [colour >> 16, (colour >> 8) & 255, colour & 255];
}

/** Upper four bits of each channel. */
function bucket(colour: number): number {
  return colour & 0xf0f0f0;
}

function nearest(colour: number, palette: readonly number[]): number {
  const [r, g, b] = parts(colour);
  let best = 0;
  let least = Number.POSITIVE_INFINITY;
  for (const [i, other] of palette.entries()) {
    const [x, y, z] = parts(other);
    const away = (r - x) ** 2 + (g - y) ** 2 + (b - z) ** 2;
    if (away < least) [best, least] = [i, away];
  }
  return best;
}

function chunk(type: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const frame = Buffer.alloc(8);
  frame.writeUInt32BE(data.length, 0);
  frame.writeUInt32BE(crc32(body), 4);
  return Buffer.concat([frame.subarray(0, 4), body, frame.subarray(4)]);
}

function decoded(png: Buffer): Raster {
  const width = png.readUInt32BE(16);
  const height = png.readUInt32BE(20);
  const channels = png[25] === 6 ? 4 : 3;
  const data: Buffer[] = [];
  for (let at = signature.length; at < png.length; ) {
    const length = png.readUInt32BE(at);
    if (png.toString('latin1', at + 4, at + 8) === 'IDAT') data.push(png.subarray(at + 8, at + 8 + length));
    at += length + 12;
  }
  const packed = inflateSync(Buffer.concat(data));
  const stride = width * channels;
  const bytes = Buffer.alloc(stride * height);
  for (let y = 0; y < height; y++) {
    const filter = packed[y * (stride + 1)] ?? 0;
    for (let x = 0; x < stride; x++) {
      const to = y * stride + x;
      const left = x < channels ? 0 : (bytes[to - channels] ?? 0);
      const above = y === 0 ? 0 : (bytes[to - stride] ?? 0);
      const corner = x < channels || y === 0 ? 0 : (bytes[to - stride - channels] ?? 0);
      bytes[to] = (packed[y * (stride + 1) + 1 + x] ?? 0) + predicted(filter, left, above, corner);
    }
  }
  return { width, height, channels, bytes };
}

/** What a filter adds (PNG §9.2). */
function predicted(filter: number, left: number, above: number, corner: number): number {
  if (filter === 0) return 0;
  if (filter === 1) return left;
  if (filter === 2) return above;
  if (filter === 3) return (left + above) >> 1;
  const guess = left + above - corner;
  const away = (value: number): number => Math.abs(guess - value);
  if (away(left) <= away(above) && away(left) <= away(corner)) return left;
  return away(above) <= away(corner) ? above : corner;
}
