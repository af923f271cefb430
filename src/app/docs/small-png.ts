/** Small PNG files of drawings with few colours: an index of colours, and only the part that is not white. */
import { crc32, deflateSync } from 'node:zlib';

/** A picture as `pdftoppm` writes it: three bytes for each dot. */
interface Dots {
  readonly width: number;
  readonly height: number;
  readonly bytes: Uint8Array;
}

/** Throws Error where it is no PPM file with 255 levels. */
function readPpm(ppm: Uint8Array): Dots {
  const head = /^P6\s(?<width>\d+)\s(?<height>\d+)\s255\s/u.exec(
    Buffer.from(ppm.subarray(0, 40)).toString('latin1'),
  );
  if (head === null) throw new Error('This is no PPM file.');
  const { width, height } = head.groups ?? {};
  return { width: Number(width), height: Number(height), bytes: ppm.subarray(head[0].length) };
}

/** The colours of a PNG with an index cannot be more. */
const MOST_COLOURS = 256;

const byteAt = (bytes: Uint8Array, at: number): number => bytes[at] ?? 0;

/** How much of the picture is used, from its upper left corner and no further down than `tallest`. */
function usedPart(
  { width, height, bytes }: Dots,
  tallest: number,
): { readonly width: number; readonly height: number } {
  let [right, bottom] = [0, 0];
  for (let dot = 0; dot < width * height; dot += 1) {
    if (byteAt(bytes, dot * 3) + byteAt(bytes, dot * 3 + 1) + byteAt(bytes, dot * 3 + 2) === 765) continue;
    right = Math.max(right, dot % width);
    bottom = Math.floor(dot / width);
  }
  return { width: Math.min(width, right + 2), height: Math.min(height, bottom + 2, tallest) };
}

/** The rows of the picture by number of colour, with as fine colours as the index has room for. */
function indexed(
  dots: Dots,
  part: { readonly width: number; readonly height: number },
): { rows: Buffer; colours: Buffer } {
  for (let step = 8; step < MOST_COLOURS; step *= 2) {
    const colours = new Map<string, number>();
    const rows = Buffer.alloc((part.width + 1) * part.height);
    const level = (value: number): number => Math.min(255, Math.round(value / step) * step);
    for (let dot = 0; dot < part.width * part.height; dot += 1) {
      const [x, y] = [dot % part.width, Math.floor(dot / part.width)];
      const at = (y * dots.width + x) * 3;
      const colour = [0, 1, 2].map((channel) => level(byteAt(dots.bytes, at + channel))).join();
      const number = colours.get(colour) ?? colours.size;
      colours.set(colour, number);
      // Each row begins with its filter: none.
      rows[y * (part.width + 1) + 1 + x] = number;
    }
    if (colours.size > MOST_COLOURS) continue;
    return {
      rows,
      colours: Buffer.from([...colours.keys()].flatMap((colour) => colour.split(',').map(Number))),
    };
  }
  throw new Error('The picture has too many colours.');
}

function chunk(name: string, data: Buffer): Buffer {
  const named = Buffer.concat([Buffer.from(name, 'latin1'), data]);
  const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)];
  length.writeUInt32BE(data.length);
  sum.writeUInt32BE(crc32(named));
  return Buffer.concat([length, named, sum]);
}

/** A PNG of the used part of a PPM file, at most `tallest` dots of it. Throws Error where it is none. */
export function smallPng(ppm: Uint8Array, tallest: number): Buffer {
  const dots = readPpm(ppm);
  const part = usedPart(dots, tallest);
  const { rows, colours } = indexed(dots, part);
  const header = Buffer.from([0, 0, 0, 0, 0, 0, 0, 0, 8, 3, 0, 0, 0]);
  header.writeUInt32BE(part.width, 0);
  header.writeUInt32BE(part.height, 4);
  return Buffer.concat([
    Buffer.from('\u0089PNG\r\n\u001A\n', 'latin1'),
    chunk('IHDR', header),
    chunk('PLTE', colours),
    chunk('IDAT', deflateSync(rows, { level: 9 })),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}
