import { posix } from 'node:path';
import { type Archive, openArchive } from '../spreadsheet/archive';
import { Unreadable } from '../spreadsheet/unreadable';
import type { Findings } from './cleaned';
import { Uncleanable } from './uncleanable';
import { escaped, treeOf } from './xml-tree';
import { attributeOf, elementsIn } from './xml-walk';

const MOST_UNPACKED = 100 * 1024 * 1024;

/** How one part of an office file refers to another. */
export interface Relation {
  readonly id: string;
  /** The last word of its type, as `image`. */
  readonly type: string;
  readonly fullType: string;
  readonly path: string;
  readonly target: string;
  readonly external: boolean;
}

/** The parts of an office file; what cannot be read in it makes the whole of it uncleanable. */
export class Parts {
  private readonly archive: Archive;

  constructor(bytes: Buffer) {
    this.archive = readable(() => openArchive(bytes, MOST_UNPACKED));
  }

  read(path: string): Buffer {
    const content = readable(() => this.archive.read(path));
    if (!content) throw new Uncleanable('broken');
    return content;
  }

  /** The main part, named by the package itself. */
  get main(): Relation {
    const main = this.relationsOf('').find(({ type }) => type === 'officeDocument');
    if (!main || main.external) throw new Uncleanable('broken');
    return main;
  }

  relationsOf(path: string): Relation[] {
    const folder = path === '' ? '' : posix.dirname(path);
    const list = posix.join(folder, '_rels', `${posix.basename(path)}.rels`);
    if (!this.archive.names.includes(list)) return [];
    return elementsIn(treeOf(this.read(list)), 'Relationship').map((relation) => {
      const target = attributeOf(relation, 'Target') ?? '';
      const fullType = attributeOf(relation, 'Type') ?? '';
      return {
        id: attributeOf(relation, 'Id') ?? '',
        type: fullType.split('/').pop() ?? '',
        fullType,
        target,
        path: target.startsWith('/') ? posix.normalize(target).slice(1) : posix.join(folder, target),
        external: attributeOf(relation, 'TargetMode') === 'External',
      };
    });
  }

  /** What is told by the names of the parts alone. */
  noteTo(findings: Findings): void {
    const count = (pattern: RegExp) => this.archive.names.filter((name) => pattern.test(name)).length;
    findings.add('authors', count(/^docProps\/(core|app)\.xml$/i));
    findings.add('customProperties', count(/^docProps\/custom\.xml$|^customXml\/item\d*\.xml$/i));
    findings.add('embedded', count(/\/(embeddings|activeX|oleObjects?)\//i));
    findings.add('macros', count(/vba|macro/i));
  }
}

/** The list of references of one part; nothing when there are none. */
export function relationsXml(relations: readonly Relation[]): Buffer {
  const lines = relations.map(
    ({ id, fullType, target }) =>
      `<Relationship Id="${escaped(id)}" Type="${escaped(fullType)}" Target="${escaped(target)}"/>`,
  );
  const space = 'http://schemas.openxmlformats.org/package/2006/relationships';
  return Buffer.from(`${HEAD}<Relationships xmlns="${space}">${lines.join('')}</Relationships>`);
}

export function contentTypesXml(types: ReadonlyMap<string, string>): Buffer {
  const lines = [...types].map(
    ([path, type]) => `<Override PartName="/${escaped(path)}" ContentType="${type}"/>`,
  );
  const space = 'http://schemas.openxmlformats.org/package/2006/content-types';
  return Buffer.from(`${HEAD}<Types xmlns="${space}">${DEFAULTS}${lines.join('')}</Types>`);
}

const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const DEFAULTS = [
  ['rels', 'application/vnd.openxmlformats-package.relationships+xml'],
  ['xml', 'application/xml'],
  ['png', 'image/png'],
  ['jpg', 'image/jpeg'],
  ['jpeg', 'image/jpeg'],
]
  .map(([extension, type]) => `<Default Extension="${extension}" ContentType="${type}"/>`)
  .join('');

function readable<T>(read: () => T): T {
  try {
    return read();
  } catch (error) {
    if (error instanceof Unreadable)
      throw new Uncleanable(error.reason === 'tooLarge' ? 'tooLarge' : 'broken');
    throw error;
  }
}
