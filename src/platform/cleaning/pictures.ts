import { Uncleanable } from './uncleanable';

/** A picture without what the camera and the program wrote into it. Throws Uncleanable for kinds nobody can look into. */
export function cleanPicture(bytes: Buffer): { content: Buffer; mime: string } {
  try {
    if (bytes.toString('hex', 0, 8) === '89504e470d0a1a0a')
      return { content: cleanPng(bytes), mime: 'image/png' };
    if (bytes.toString('hex', 0, 3) === 'ffd8ff') return { content: cleanJpeg(bytes), mime: 'image/jpeg' };
  } catch {
    throw new Uncleanable('picture');
  }
  throw new Uncleanable('picture');
}

// What draws the picture; texts, times and profiles are left out.
const DRAWING = ['IHDR', 'PLTE', 'IDAT', 'IEND', 'tRNS', 'gAMA', 'cHRM', 'sRGB', 'sBIT', 'bKGD', 'pHYs'];

function cleanPng(bytes: Buffer): Buffer {
  const kept = [bytes.subarray(0, 8)];
  for (let at = 8, name = ''; name !== 'IEND';) {
    const end = at + 12 + bytes.readUInt32BE(at);
    name = bytes.toString('latin1', at + 4, at + 8);
    if (end > bytes.length) throw new RangeError('cut off');
    if (DRAWING.includes(name)) kept.push(bytes.subarray(at, end));
    at = end;
  }
  return Buffer.concat(kept);
}

const START_OF_SCAN = 0xda;
const END = 0xd9;
const COMMENT = 0xfe;
const FIRST_APPLICATION = 0xe0;
const LAST_APPLICATION = 0xef;
/** Tells how the colours are meant. */
const ADOBE = 0xee;

function cleanJpeg(bytes: Buffer): Buffer {
  const kept = [bytes.subarray(0, 2)];
  for (let at = 2; ;) {
    if (bytes[at] !== 0xff) throw new RangeError('no marker');
    const marker = bytes[at + 1];
    if (marker === END) break;
    const end = at + 2 + bytes.readUInt16BE(at + 2);
    const told = marker === COMMENT || (marker >= FIRST_APPLICATION && marker <= LAST_APPLICATION);
    if (!told || marker === ADOBE) kept.push(bytes.subarray(at, end));
    at = end;
    if (marker === START_OF_SCAN) {
      const after = endOfScan(bytes, at);
      kept.push(bytes.subarray(at, after));
      at = after;
    }
  }
  return Buffer.concat([...kept, Buffer.from([0xff, END])]);
}

/** In a scan 0xff is followed by 0 or the number of a restart. */
function endOfScan(bytes: Buffer, from: number): number {
  for (let at = bytes.indexOf(0xff, from); at >= 0; at = bytes.indexOf(0xff, at + 1)) {
    const next = bytes[at + 1];
    if (next !== 0 && next !== 0xff && !(next >= 0xd0 && next <= 0xd7)) return at;
  }
  throw new RangeError('no end');
}
