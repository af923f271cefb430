import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { expect, it } from 'vitest';
import { pack, packPackage, writeZip } from '../../../src/stores/xlsx/package/pack.ts';
import { OfficePackage } from '../../../src/stores/xlsx/package/office-package.ts';
import { readZip, unpack } from '../../../src/stores/xlsx/package/zip.ts';

const FILES = {
  'å/b.xml': strToU8('<a>ø</a>'),
  'tom.txt': new Uint8Array(),
  'c.bin': Uint8Array.from([1, 2, 3]),
};

it('reads what another library has packed, stored or deflated', () => {
  for (const level of [0, 9] as const) {
    const entries = readZip(zipSync(FILES, { level }));
    expect(entries.map((entry) => entry.name)).toEqual(Object.keys(FILES));
    expect(entries.map((entry) => [...unpack(entry)])).toEqual(Object.values(FILES).map((file) => [...file]));
  }
});

it('writes what another library can unpack, in the order given', () => {
  const entries = Object.entries(FILES).map(([name, content]) => pack(name, content));
  const unpacked = unzipSync(writeZip(entries));
  expect(Object.keys(unpacked)).toEqual(Object.keys(FILES));
  expect(strFromU8(unpacked['å/b.xml']!)).toBe('<a>ø</a>');
});

it('copies untouched entries as they stand, packed bytes and dates too', () => {
  const before = zipSync(FILES, { mtime: '2020-02-02T02:02:02', level: 9 });
  const entries = readZip(before);
  const after = writeZip(
    entries.map((entry, index) => (index === 1 ? pack('tom.txt', strToU8('nå'), entry) : entry)),
  );
  for (const [index, entry] of readZip(after).entries()) {
    expect(entry.modified).toBe(entries[index]!.modified);
    if (index !== 1) expect([...entry.packed]).toEqual([...entries[index]!.packed]);
  }
  expect(strFromU8(unzipSync(after)['tom.txt']!)).toBe('nå');
});

it('reads sizes that stand in the extra field, as large archives and some programs have them', () => {
  const plain = Buffer.from(zipSync({ 'a.txt': strToU8('hei') }, { level: 0 }));
  const central = plain.indexOf('PK\u0001\u0002', 0, 'latin1');
  const end = plain.indexOf('PK\u0005\u0006', 0, 'latin1');
  const extra = Buffer.alloc(8 + 28);
  extra.writeUInt16LE(0x9999, 0);
  extra.writeUInt16LE(4, 2);
  extra.writeUInt16LE(1, 8);
  extra.writeUInt16LE(24, 10);
  [3, 3, 0].forEach((value, index) => extra.writeBigUInt64LE(BigInt(value), 12 + index * 8));
  const head = Buffer.from(plain.subarray(0, end));
  head.writeUInt16LE(extra.length, central + 30);
  for (const field of [20, 24, 42]) head.writeUInt32LE(0xffffffff, central + field);
  const record = Buffer.alloc(56 + 20);
  record.writeUInt32LE(0x06064b50, 0);
  record.writeBigUInt64LE(1n, 32);
  record.writeBigUInt64LE(BigInt(central), 48);
  record.writeUInt32LE(0x07064b50, 56);
  record.writeBigUInt64LE(BigInt(end + extra.length), 64);
  const tail = Buffer.from(plain.subarray(end));
  tail.writeUInt32LE(0xffffffff, 16);
  const [entry] = readZip(Buffer.concat([head, extra, record, tail]));
  expect(strFromU8(unpack(entry!))).toBe('hei');
});

it('packs what is large as well, and refuses what it could not read again', () => {
  const large = Uint8Array.from({ length: 5_000_000 }, (_, index) => (index * index) % 251);
  const [entry] = readZip(writeZip([pack('a.bin', large)]));
  expect(Buffer.from(unpack(entry!)).equals(large)).toBe(true);
  const many = Array.from({ length: 10_001 }, (_, index): [string, string] => [
    `a${String(index)}.xml`,
    '<a/>',
  ]);
  const parts = OfficePackage.create(Object.fromEntries(many));
  expect(() => packPackage(parts)).toThrow('would make the workbook too large to be read again');
});
