/** Reads the pixels of a PNG, so that tests can see what it shows. */
import { inflateSync } from 'node:zlib';

export interface Pixels {
  readonly width: number;
  readonly height: number;
  /** How light a pixel is, 0 (black) to 255, the mean of red, green and blue. */
  readonly light: (x: number, y: number) => number;
}

const BYTES = 4;

function nearest(left: number, up: number, corner: number): number {
  const guess = left + up - corner;
  const [a, b, c] = [Math.abs(guess - left), Math.abs(guess - up), Math.abs(guess - corner)];
  return a <= b && a <= c ? left : b <= c ? up : corner;
}

/** Undoes the filter of each line (PNG 1.2, chapter 6). */
function unfiltered(raw: Buffer, width: number, height: number): Buffer {
  const line = width * BYTES;
  const out = Buffer.alloc(line * height);
  for (let y = 0; y < height; y += 1) {
    const filter = raw[y * (line + 1)] ?? 0;
    for (let x = 0; x < line; x += 1) {
      const at = (dx: number, dy: number): number =>
        x - dx < 0 || y - dy < 0 ? 0 : (out[(y - dy) * line + x - dx] ?? 0);
      const [left, up, corner] = [at(BYTES, 0), at(0, 1), at(BYTES, 1)];
      const guess = [0, left, up, (left + up) >> 1, nearest(left, up, corner)][filter] ?? 0;
      out[y * line + x] = ((raw[y * (line + 1) + 1 + x] ?? 0) + guess) & 255;
    }
  }
  return out;
}

/** A PNG with red, green, blue and opacity in eight bits each, not interlaced: as resvg writes them. */
export function readPng(png: Uint8Array): Pixels {
  const bytes = Buffer.from(png);
  const [width, height] = [bytes.readUInt32BE(16), bytes.readUInt32BE(20)];
  if (bytes.readUInt8(24) !== 8 || bytes.readUInt8(25) !== 6 || bytes.readUInt8(28) !== 0)
    throw new Error('another kind of PNG');
  const data: Buffer[] = [];
  for (let at = 8; at < bytes.length; at += 12 + bytes.readUInt32BE(at)) {
    const length = bytes.readUInt32BE(at);
    if (bytes.toString('latin1', at + 4, at + 8) === 'IDAT')
      data.push(bytes.subarray(at + 8, at + 8 + length));
  }
  const pixels = unfiltered(inflateSync(Buffer.concat(data)), width, height);
  const light: Pixels['light'] = (x, y) => {
    const [red = 0, green = 0, blue = 0] = pixels.subarray((y * width + x) * BYTES);
    return (red + green + blue) / 3;
  };
  return { width, height, light };
}
