import type { EntityManager } from 'typeorm';
import type { Database } from '../../platform/database/database';
import { PART_NAMES, type PartName, PARTS } from './case-parts';

/** One text of one case. */
export interface Piece {
  readonly proposalId: number;
  readonly part: PartName;
  readonly text: string;
}

const MOST = 500;

/** The texts of the cases, part by part; one query for up to some hundred cases. */
export async function contentOf(
  db: Database,
  em: EntityManager,
  ids: readonly number[],
  parts: readonly PartName[] = PART_NAMES,
): Promise<Piece[]> {
  const pieces: Piece[] = [];
  for (let at = 0; at < ids.length; at += MOST) {
    const some = ids.slice(at, at + MOST);
    const params = parts.flatMap(() => some);
    pieces.push(...(await db.rows<Piece>(contentSql(parts, some.length), params, em)).map(plain));
  }
  return pieces;
}

/** The pieces of each case, in their order. */
export function byCase(pieces: readonly Piece[]): Map<number, Piece[]> {
  const cases = new Map<number, Piece[]>();
  for (const piece of pieces) {
    const own = cases.get(piece.proposalId);
    if (own) own.push(piece);
    else cases.set(piece.proposalId, [piece]);
  }
  return cases;
}

function contentSql(parts: readonly PartName[], count: number): string {
  const marks = `(${Array<string>(count).fill('?').join(', ')})`;
  const selects = parts.map((part, place) => {
    const { id, text, from } = PARTS[part];
    const columns = `${id} AS "proposalId", '${part}' AS "part", ${place} AS "place", ${text} AS "text"`;
    return `SELECT ${columns} FROM ${from.replaceAll('IDS', marks)}`;
  });
  // In an order of its own, so that the same content always gives the same terms.
  return `${selects.join(' UNION ALL ')} ORDER BY 1, 3, 4`;
}

const plain = ({ proposalId, part, text }: Piece): Piece => ({
  ...{ proposalId, part },
  text: part === 'recommendations' ? (JSON.parse(text) as string[]).join('\n') : text,
});
