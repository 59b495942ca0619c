// The compound file format (MS-CFB): a file system of sectors in one file, as old office files use it.

const SECTOR_SHIFT_AT = 30;
const FIRST_DIRECTORY_SECTOR_AT = 48;
const FIRST_LIST_SECTOR_AT = 68;
const LIST_AT = 76;
const LIST_LENGTH = 109;
const LARGEST_SECTOR = 0xfffffffa;
const ENTRY_SIZE = 128;
const NAME_LENGTH_AT = 64;
const TYPE_AT = 66;
const LEFT_AT = 68;
const RIGHT_AT = 72;
const CHILD_AT = 76;
const UNUSED = 0;
const ROOT = 5;

export interface CompoundEntry {
  name: string;
  /** Lies directly in the root, not in a folder or in a file that is embedded. */
  top: boolean;
}

/** The names of all streams and folders. Throws a RangeError when the file is not what it claims to be. */
export function entriesOf(bytes: Buffer): CompoundEntry[] {
  const shift = bytes.readUInt16LE(SECTOR_SHIFT_AT);
  if (shift !== 9 && shift !== 12) throw new RangeError('unknown sector size');
  const file = new Sectors(bytes, 1 << shift);
  const directory = file.chain(bytes.readUInt32LE(FIRST_DIRECTORY_SECTOR_AT));
  const entries = directory.flatMap((sector) => slices(sector, ENTRY_SIZE));
  const top = topOf(entries);
  const used = entries.filter((entry) => entry[TYPE_AT] !== UNUSED);
  return used.map((entry) => ({ name: nameOf(entry), top: top.has(entry) }));
}

class Sectors {
  /** For each sector the one that follows it. */
  private readonly next: Buffer[];

  constructor(
    private readonly bytes: Buffer,
    private readonly size: number,
  ) {
    this.next = this.tableSectors().map((sector) => this.sector(sector));
  }

  chain(first: number): Buffer[] {
    const seen = new Set<number>();
    for (let sector = first; sector < LARGEST_SECTOR; sector = this.after(sector)) {
      if (seen.has(sector)) throw new RangeError('a chain that bites its tail');
      seen.add(sector);
    }
    return [...seen].map((sector) => this.sector(sector));
  }

  private after(sector: number): number {
    const perTable = this.size / 4;
    const table = this.next[Math.floor(sector / perTable)];
    if (!table) throw new RangeError('a sector beyond the table');
    return table.readUInt32LE((sector % perTable) * 4);
  }

  private tableSectors(): number[] {
    const found = numbers(this.bytes.subarray(LIST_AT, LIST_AT + LIST_LENGTH * 4));
    const seen = new Set<number>();
    let list = this.bytes.readUInt32LE(FIRST_LIST_SECTOR_AT);
    while (list < LARGEST_SECTOR && !seen.has(list)) {
      seen.add(list);
      const more = numbers(this.sector(list));
      list = more.pop() ?? LARGEST_SECTOR;
      found.push(...more);
    }
    return found.filter((sector) => sector < LARGEST_SECTOR);
  }

  private sector(number: number): Buffer {
    const at = (number + 1) * this.size;
    if (at + this.size > this.bytes.length) throw new RangeError('a sector beyond the end');
    return this.bytes.subarray(at, at + this.size);
  }
}

/** Entries of a folder form a tree of left and right neighbours, which the folder names by its middle. */
function topOf(entries: Buffer[]): Set<Buffer> {
  const top = new Set<Buffer>();
  const root = entries.find((entry) => entry[TYPE_AT] === ROOT);
  const waiting = root ? [root.readUInt32LE(CHILD_AT)] : [];
  for (let id = waiting.pop(); id !== undefined; id = waiting.pop()) {
    const entry = entries[id];
    if (!entry || top.has(entry)) continue;
    top.add(entry);
    waiting.push(entry.readUInt32LE(LEFT_AT), entry.readUInt32LE(RIGHT_AT));
  }
  return top;
}

function nameOf(entry: Buffer): string {
  const length = Math.min(entry.readUInt16LE(NAME_LENGTH_AT), 64);
  return entry.toString('utf16le', 0, Math.max(0, length - 2));
}

function slices(bytes: Buffer, size: number): Buffer[] {
  return Array.from({ length: Math.floor(bytes.length / size) }, (_, at) =>
    bytes.subarray(at * size, (at + 1) * size),
  );
}

function numbers(bytes: Buffer): number[] {
  return slices(bytes, 4).map((each) => each.readUInt32LE(0));
}
