import Database from 'better-sqlite3';
import { caseSeeder } from './case.mjs';
import { seedNotice } from './notice.mjs';
import { seedPeople } from './people.mjs';
import { chain } from './rows.mjs';
import { chance, writer } from './texts.mjs';
import { wholeDossier } from './whole-dossier.mjs';

const CASES_PER_TRANSACTION = 10_000;
const WHOLE_DOSSIERS = 20;
const EXAMINED = 500;

/**
 * Fills a migrated database with so many cases by plain SQL; through the door it would take hours. Gives the tokens of
 * those who will send requests, and the ids of the cases they will ask for.
 */
export function seed(file, proposals) {
  const db = new Database(file);
  // Nothing is lost when this fails: the file is thrown away.
  for (const setting of ['synchronous = OFF', 'journal_mode = OFF', 'cache_size = -200000'])
    db.pragma(setting);
  const random = chance(1);
  const setting = { random, write: writer(random), now: Date.now() };
  try {
    const people = db.transaction(() => seedPeople(db, proposals))();
    const cases = seedCases(db, proposals, setting);
    return { ...people, ...cases, notice: seedNotice(db, setting) };
  } finally {
    db.pragma('journal_mode = WAL');
    db.close();
  }
}

function seedCases(db, proposals, setting) {
  const history = chain(db);
  const seedCase = caseSeeder(db, history, setting);
  const examined = [];
  const some = db.transaction((from, to) => {
    for (let number = from; number < to; number += 1) {
      const { id, stage } = seedCase(number);
      if (stage === 'submitted' && examined.length < EXAMINED) examined.push(id);
    }
  });
  for (let from = 0; from < proposals; from += CASES_PER_TRANSACTION)
    some(from, Math.min(from + CASES_PER_TRANSACTION, proposals));
  const whole = db.transaction(() => {
    // Each brings two more that were merged into it.
    const numbers = Array.from({ length: WHOLE_DOSSIERS }, (_, at) => proposals + 3 * at);
    const ids = numbers.map((number) => wholeDossier(db, history, seedCase, setting, number));
    history.close();
    return ids;
  });
  return { examined, whole: whole() };
}
