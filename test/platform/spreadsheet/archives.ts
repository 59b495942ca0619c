import { crc32, deflateRawSync } from 'node:zlib';

/** What the directory of an archive says of a part; by default the truth. */
export interface Part {
  content: string | Buffer;
  claimedSize?: number;
  method?: number;
  flags?: number;
}

/** A zip archive made by hand, so that it can lie. */
export function archiveOf(parts: Record<string, Part | string>): Buffer {
  const local: Buffer[] = [];
  const directory: Buffer[] = [];
  let offset = 0;
  for (const [name, part] of Object.entries(parts)) {
    const {
      content,
      claimedSize,
      method = 8,
      flags = 0,
    } = typeof part === 'string' ? { content: part } : (part as Part);
    const bytes = Buffer.from(content as string);
    const packed = method === 8 ? deflateRawSync(bytes) : bytes;
    const fields = {
      flags,
      method,
      crc: crc32(bytes),
      packed: packed.length,
      size: claimedSize ?? bytes.length,
      name,
    };
    const head = localHeader(fields);
    directory.push(directoryEntry(fields, offset));
    local.push(head, packed);
    offset += head.length + packed.length;
  }
  const entries = Buffer.concat(directory);
  return Buffer.concat([...local, entries, endRecord(directory.length, entries.length, offset)]);
}

interface Fields {
  flags: number;
  method: number;
  crc: number;
  packed: number;
  size: number;
  name: string;
}

function common({ flags, method, crc, packed, size, name }: Fields): Buffer {
  const bytes = Buffer.alloc(26);
  bytes.writeUInt16LE(20, 0);
  bytes.writeUInt16LE(flags, 2);
  bytes.writeUInt16LE(method, 4);
  bytes.writeUInt32LE(crc, 10);
  bytes.writeUInt32LE(packed, 14);
  bytes.writeUInt32LE(size, 18);
  bytes.writeUInt16LE(Buffer.byteLength(name), 22);
  return bytes;
}

function localHeader(fields: Fields): Buffer {
  return Buffer.concat([Buffer.from('PK\x03\x04'), common(fields), Buffer.from(fields.name)]);
}

function directoryEntry(fields: Fields, offset: number): Buffer {
  const rest = Buffer.alloc(14);
  rest.writeUInt32LE(offset, 10);
  return Buffer.concat([
    Buffer.from('PK\x01\x02\x14\x00', 'latin1'),
    common(fields),
    rest,
    Buffer.from(fields.name),
  ]);
}

function endRecord(count: number, size: number, offset: number): Buffer {
  const bytes = Buffer.alloc(22);
  bytes.write('PK\x05\x06', 'latin1');
  bytes.writeUInt16LE(count, 8);
  bytes.writeUInt16LE(count, 10);
  bytes.writeUInt32LE(size, 12);
  bytes.writeUInt32LE(offset, 16);
  return bytes;
}

const RELATIONS = `<?xml version="1.0"?><Relationships>
  <Relationship Id="r1" Type="http://x/worksheet" Target="worksheets/sheet1.xml"/>
  <Relationship Id="r2" Type="http://x/sharedStrings" Target="/xl/sharedStrings.xml"/>
  <Relationship Id="r3" Type="http://x/styles" Target="styles.xml"/></Relationships>`;
const WORKBOOK =
  '<x:workbook xmlns:x="a"><x:sheets><x:sheet name="S" sheetId="1" r:id="r1"/></x:sheets></x:workbook>';

/** A workbook of one sheet; parts may be replaced or added. */
export function workbookOf(sheet: Part | string, more: Record<string, Part | string> = {}): Buffer {
  return archiveOf({
    'xl/workbook.xml': WORKBOOK,
    'xl/_rels/workbook.xml.rels': RELATIONS,
    'xl/worksheets/sheet1.xml': sheet,
    ...more,
  });
}
