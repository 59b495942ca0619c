import { deflateRawSync } from 'node:zlib';
import type { App, Answer } from './requests';
import type { Person } from './people';

export interface SentFile {
  name: string;
  content: Buffer;
  type?: string;
}

/** Sends a file in a form, as a browser does; `fields` come after it. */
// eslint-disable-next-line @typescript-eslint/no-explicit-any
export async function upload<T = any>(
  app: App,
  by: Pick<Person, 'headers'>,
  url: string,
  files: SentFile | SentFile[],
  fields: Record<string, string> = {},
): Promise<Answer<T>> {
  const form = multipart([files].flat(), fields);
  const headers = { ...by.headers, 'content-type': form.type };
  const answer = await app.inject({ method: 'POST', url, headers, payload: form.body });
  return { status: answer.statusCode, body: answer.json() as T };
}

function multipart(files: SentFile[], fields: Record<string, string>) {
  const boundary = 'a-boundary-of-the-specs';
  const parts = files.flatMap(({ name, content, type = 'application/octet-stream' }) => [
    `--${boundary}\r\ncontent-disposition: form-data; name="file"; filename="${name}"\r\ncontent-type: ${type}\r\n\r\n`,
    content,
    '\r\n',
  ]);
  const texts = Object.entries(fields).map(
    ([name, value]) => `--${boundary}\r\ncontent-disposition: form-data; name="${name}"\r\n\r\n${value}\r\n`,
  );
  const all = [...parts, ...texts, `--${boundary}--\r\n`].map((part) => Buffer.from(part as string));
  return { type: `multipart/form-data; boundary=${boundary}`, body: Buffer.concat(all) };
}

export const PDF = Buffer.from('%PDF-1.7\n1 0 obj\n<<>>\nendobj\ntrailer <<>>\n%%EOF\n');
export const JPG = Buffer.from('ffd8ffe000104a46494600010100000100010000ffd9', 'hex');
export const PNG = Buffer.from('89504e470d0a1a0a0000000d49484452000000010000000108060000001f15c489', 'hex');

/** A zip archive of these parts. */
export function zip(parts: Record<string, string | Buffer>): Buffer {
  const local: Buffer[] = [];
  const central: Buffer[] = [];
  let at = 0;
  for (const [name, text] of Object.entries(parts)) {
    const content = Buffer.from(text as string);
    const packed = deflateRawSync(content);
    const title = Buffer.from(name);
    const about = Buffer.alloc(26);
    about.writeUInt16LE(20, 0);
    about.writeUInt16LE(8, 4);
    about.writeUInt32LE(packed.length, 14);
    about.writeUInt32LE(content.length, 18);
    about.writeUInt16LE(title.length, 22);
    const entry = Buffer.alloc(14);
    entry.writeUInt32LE(at, 10);
    local.push(Buffer.from('PK\x03\x04'), about, title, packed);
    central.push(Buffer.from('PK\x01\x02\x14\x00'), about, entry, title);
    at += 4 + about.length + title.length + packed.length;
  }
  const end = Buffer.alloc(18);
  const count = Object.keys(parts).length;
  end.writeUInt16LE(count, 4);
  end.writeUInt16LE(count, 6);
  end.writeUInt32LE(Buffer.concat(central).length, 8);
  end.writeUInt32LE(at, 12);
  return Buffer.concat([...local, ...central, Buffer.from('PK\x05\x06'), end]);
}

const MAIN = {
  docx: 'wordprocessingml.document.main+xml',
  xlsx: 'spreadsheetml.sheet.main+xml',
  pptx: 'presentationml.presentation.main+xml',
};

/** An office file of the present format, with more in its list of contents if wanted. */
export function officeFile(kind: keyof typeof MAIN, more = ''): Buffer {
  const main = `<Override PartName="/main.xml" ContentType="application/vnd.openxmlformats-officedocument.${MAIN[kind]}"/>`;
  return zip({ '[Content_Types].xml': `<Types>${main}${more}</Types>`, 'main.xml': '<main/>' });
}

/** An office file of the old format with these streams and folders; names with a slash lie in a folder. */
export function compoundFile(names: string[]): Buffer {
  const sector = 512;
  const header = Buffer.alloc(sector, 0xff);
  Buffer.from('d0cf11e0a1b11ae1', 'hex').copy(header);
  header.writeUInt16LE(9, 30);
  header.writeUInt32LE(1, 48);
  header.writeUInt32LE(0xfffffffe, 68);
  header.writeUInt32LE(0, 76);
  const entries = ['Root Entry', ...names];
  const sectors = Math.ceil(entries.length / 4);
  const table = Buffer.alloc(sector, 0xff);
  table.writeUInt32LE(0xfffffffd, 0);
  for (let at = 1; at <= sectors; at += 1) table.writeUInt32LE(at === sectors ? 0xfffffffe : at + 1, at * 4);
  return Buffer.concat([header, table, directoryOf(entries, sectors * sector)]);
}

function directoryOf(names: string[], size: number): Buffer {
  const directory = Buffer.alloc(size);
  const top = names.flatMap((name, at) => (at > 0 && !name.includes('/') ? [at] : []));
  names.forEach((name, at) => {
    const entry = directory.subarray(at * 128, (at + 1) * 128);
    const title = Buffer.from(name.split('/').at(-1) ?? '', 'utf16le');
    title.copy(entry);
    entry.writeUInt16LE(title.length + 2, 64);
    entry[66] = at === 0 ? 5 : 2;
    entry.writeUInt32LE(0xffffffff, 68);
    entry.writeUInt32LE(top[top.indexOf(at) + 1] ?? 0xffffffff, 72);
    entry.writeUInt32LE(at === 0 ? (top[0] ?? 0xffffffff) : 0xffffffff, 76);
  });
  return directory;
}
