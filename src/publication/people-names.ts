import type { EntityManager } from 'typeorm';
import type { Database } from '../platform/database/database';
import type { Place } from './personal-data';
import { asSearched } from './searched-text';

const TITLES = '委员|同志|先生|女士|主任|主席|书记|局长|处长|科长|经理|老师|医生|师傅|等人';
const SAYING = '反映|提出|提交|表示|建议|认为|介绍|说';
const JOINING = '[和与及由同对向为请让经据被将是]';
/**
 * Two signs are often part of other words: around them there has to be something that ends a word. Longer names are
 * looked for everywhere.
 */
const BEFORE = `(?:^|(?<!\\p{Script=Han})|(?<=${JOINING}|委员|联系人|领衔人|代表|群众|居民|村民|市民))`;
const AFTER = `(?=$|\\P{Script=Han}|${TITLES}|${SAYING}|${JOINING}|的)`;

// Of members of all terms: who has left the committee has not lost the right to be left alone. A name is a case's own
// when somebody of that name signed it or one merged into it.
const STRANGERS = `SELECT s."name" FROM "sponsor" s WHERE s."kindCode" = 'member'
  UNION SELECT a."name" FROM "sponsorAlias" a JOIN "sponsor" s ON s."id" = a."sponsorId" WHERE s."kindCode" = 'member'`;
const OWN = `SELECT ss."name" FROM "sponsorship" ss JOIN "proposal" p ON p."id" = ss."proposalId"
    WHERE ss."signature" = 'agreed' AND (p."id" = ? OR p."principalId" = ?)
  UNION SELECT s."name" FROM "sponsorship" ss JOIN "proposal" p ON p."id" = ss."proposalId"
    JOIN "sponsor" s ON s."id" = ss."sponsorId"
    WHERE ss."signature" = 'agreed' AND (p."id" = ? OR p."principalId" = ?)
  UNION SELECT a."name" FROM "sponsorship" ss JOIN "proposal" p ON p."id" = ss."proposalId"
    JOIN "sponsorAlias" a ON a."sponsorId" = ss."sponsorId"
    WHERE ss."signature" = 'agreed' AND (p."id" = ? OR p."principalId" = ?)`;

/** Names and aliases of members who are not sponsors of the case. */
export async function strangersTo(db: Database, em: EntityManager, proposalId: number): Promise<string[]> {
  const own = await db.rows<{ name: string }>(OWN, Array<number>(6).fill(proposalId), em);
  const all = await db.rows<{ name: string }>(STRANGERS, [], em);
  const known = new Set(own.map(({ name }) => nameAsSearched(name)));
  return all.map(({ name }) => nameAsSearched(name)).filter((name) => name.length >= 2 && !known.has(name));
}

/** Where these names stand; blanks that set a name of two signs as wide as one of three do not hide it. */
export function namePlaces(searched: string, names: readonly string[]): Place[] {
  const plain = searched.replace(/\s/g, '');
  const there = [...new Set(names)].filter((name) => plain.includes(name));
  return there.flatMap((name) =>
    [...searched.matchAll(patternOf(name))].map((match) => ({
      kind: 'name' as const,
      text: match[0],
      at: match.index,
    })),
  );
}

const nameAsSearched = (name: string): string => asSearched(name).replace(/\s/g, '');

function patternOf(name: string): RegExp {
  const spelt = [...name].map((sign) => sign.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')).join('[ \\t]{0,4}');
  return new RegExp([...name].length > 2 ? spelt : `${BEFORE}${spelt}${AFTER}`, 'gu');
}
