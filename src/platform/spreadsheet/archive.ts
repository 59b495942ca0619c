import { inflateRawSync } from 'node:zlib';
import { Unreadable } from './unreadable';

const END_OF_DIRECTORY = 0x06054b50;
const DIRECTORY_ENTRY = 0x02014b50;
const LOCAL_HEADER = 0x04034b50;
const LONGEST_COMMENT = 0xffff;
const MOST_ENTRIES = 2_000;
const STORED = 0;
const DEFLATED = 8;

export interface Archive {
  readonly names: readonly string[];
  read(name: string, longest?: number): Buffer | undefined;
}

interface Entry {
  method: number;
  packed: number;
  unpacked: number;
  start: number;
}

/**
 * The parts of a zip archive, unpacked one by one when asked for.
 *
 * @throws Unreadable before anything is unpacked when the directory announces more than `limit` bytes, or for one part
 * more than `longest`, and for anything that is not a plain, complete, unencrypted archive.
 */
export function openArchive(bytes: Buffer, limit: number): Archive {
  const entries = asArchive(() => directory(bytes));
  const announced = [...entries.values()].reduce((sum, entry) => sum + entry.unpacked, 0);
  if (announced > limit) throw new Unreadable('tooLarge');
  return {
    names: [...entries.keys()],
    read(name, longest = limit) {
      const entry = entries.get(name);
      if (entry && entry.unpacked > longest) throw new Unreadable('tooLarge');
      return entry && asArchive(() => unpack(bytes, entry));
    },
  };
}

function asArchive<T>(read: () => T): T {
  try {
    return read();
  } catch {
    throw new Unreadable('notASpreadsheet');
  }
}

function directory(bytes: Buffer): Map<string, Entry> {
  const end = endOfDirectory(bytes);
  const count = bytes.readUInt16LE(end + 10);
  if (count > MOST_ENTRIES) throw new Unreadable('notASpreadsheet');
  const entries = new Map<string, Entry>();
  let at = bytes.readUInt32LE(end + 16);
  for (let index = 0; index < count; index++) {
    if (bytes.readUInt32LE(at) !== DIRECTORY_ENTRY) throw new Unreadable('notASpreadsheet');
    const nameLength = bytes.readUInt16LE(at + 28);
    const name = bytes.toString('utf8', at + 46, at + 46 + nameLength);
    entries.set(name.replaceAll('\\', '/').replace(/^\//, ''), entryAt(bytes, at));
    at += 46 + nameLength + bytes.readUInt16LE(at + 30) + bytes.readUInt16LE(at + 32);
  }
  return entries;
}

function endOfDirectory(bytes: Buffer): number {
  const earliest = Math.max(0, bytes.length - 22 - LONGEST_COMMENT);
  for (let at = bytes.length - 22; at >= earliest; at--) {
    if (bytes.readUInt32LE(at) === END_OF_DIRECTORY) return at;
  }
  throw new Unreadable('notASpreadsheet');
}

function entryAt(bytes: Buffer, at: number): Entry {
  const encrypted = bytes.readUInt16LE(at + 8) & 1;
  if (encrypted) throw new Unreadable('notASpreadsheet');
  return {
    method: bytes.readUInt16LE(at + 10),
    packed: bytes.readUInt32LE(at + 20),
    unpacked: bytes.readUInt32LE(at + 24),
    start: bytes.readUInt32LE(at + 42),
  };
}

function unpack(bytes: Buffer, entry: Entry): Buffer {
  if (bytes.readUInt32LE(entry.start) !== LOCAL_HEADER) throw new Unreadable('notASpreadsheet');
  const from = entry.start + 30 + bytes.readUInt16LE(entry.start + 26) + bytes.readUInt16LE(entry.start + 28);
  const packed = bytes.subarray(from, from + entry.packed);
  const content = entry.method === DEFLATED ? inflate(packed, entry.unpacked) : packed;
  if (entry.method !== DEFLATED && entry.method !== STORED) throw new Unreadable('notASpreadsheet');
  if (content.length !== entry.unpacked) throw new Unreadable('notASpreadsheet');
  return content;
}

/** The directory is a claim of whoever made the file: unpacking stops at the size it announced. */
function inflate(packed: Buffer, announced: number): Buffer {
  return inflateRawSync(packed, { maxOutputLength: Math.max(1, announced) });
}
