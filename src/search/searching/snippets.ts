import { Injectable } from '@nestjs/common';
import { Database } from '../../platform/database/database';
import { byCase, contentOf, type Piece } from '../indexing/case-content';
import { PART_NAMES, type PartName, PARTS } from '../indexing/case-parts';
import type { Phrase } from '../tokens/tokenizer';
import { excerpt, excerptAsTyped, type TextPiece } from './marking';

/** Where in a case something was found, in words and marked; never markup. */
export interface Snippet {
  readonly part: PartName;
  readonly label: string;
  readonly pieces: readonly TextPiece[];
}

const MOST = 3;
/** The subject is shown anyway. */
const SHOWN: readonly PartName[] = PART_NAMES.filter((part) => part !== 'subject' && part !== 'jointSubject');
const OPEN = SHOWN.filter((part) => PARTS[part].column !== 'inside');

/** Reads what is shown of finds, from the parts that their reader may read. */
@Injectable()
export class Snippets {
  constructor(private readonly database: Database) {}

  async of(
    ids: readonly number[],
    phrases: readonly Phrase[],
    inside: boolean,
  ): Promise<Map<number, Snippet[]>> {
    if (phrases.length === 0 || ids.length === 0) return new Map();
    const parts = inside ? SHOWN : OPEN;
    const pieces = byCase(await contentOf(this.database, this.database.reader, ids, parts));
    return new Map(ids.map((id) => [id, snippetsIn(pieces.get(id) ?? [], phrases)]));
  }
}

function snippetsIn(pieces: readonly Piece[], phrases: readonly Phrase[]): Snippet[] {
  const found = snippetsBy(excerptAsTyped, pieces, phrases);
  return found.length > 0 ? found : snippetsBy(excerpt, pieces, phrases);
}

function snippetsBy(by: typeof excerpt, pieces: readonly Piece[], phrases: readonly Phrase[]): Snippet[] {
  const found: Snippet[] = [];
  for (const { part, text } of pieces) {
    if (found.length >= MOST) break;
    const marked = by(text, phrases);
    if (marked) found.push({ part, label: PARTS[part].label, pieces: marked });
  }
  return found;
}
