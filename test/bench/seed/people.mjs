import { createHash } from 'node:crypto';
import { into } from './rows.mjs';

export const UNITS = 100;
export const SPONSORS = 2000;
export const OFFICES = 2;
export const CASES_PER_SESSION = 5000;

const BEGAN = '2005-01-01T00:00:00.000Z';

/** Terms, bodies and accounts; gives the API tokens of a committee clerk and of one handler for each unit. */
export function seedPeople(db, proposals) {
  seedBodies(db, Math.ceil(proposals / CASES_PER_SESSION) + 1);
  const people = { committee: account(db, 'committee'), director: account(db, 'director') };
  const handlers = range(UNITS).map((unitId) => ({ unitId, token: account(db, 'unitHandler', unitId) }));
  return { ...people, handlers };
}

function seedBodies(db, sessions) {
  const [office, unit, sponsor] = ['assigningOffice', 'handlingUnit', 'sponsor'].map((name) =>
    into(db, name),
  );
  const valid = { validFrom: '2005-01-01', version: 1 };
  into(db, 'term')({ number: 15, name: '第十五届', fromDay: '2005-01-01', version: 1 });
  for (const number of range(sessions)) into(db, 'plenarySession')(session(number));
  for (const at of range(OFFICES)) office({ name: `交办单位${at}`, kind: 'government', version: 1 });
  for (const at of range(UNITS))
    unit({ name: `承办单位${at}`, kind: 'bureau', officeId: 1 + (at % OFFICES), ...valid });
  for (const at of range(SPONSORS)) sponsor({ kindCode: 'member', name: `委员${at}`, ...valid });
}

const session = (number) => {
  const days = {
    opensOn: '2026-02-20',
    closesOn: '2026-02-24',
    submissionDeadline: '2026-02-23T09:00:00.000Z',
  };
  return { termId: 1, number, ...days, caseNoLast: 0, receiptNoLast: 0, version: 1 };
};

function account(db, hat, scopeId = null) {
  const username = `${hat}-${scopeId ?? 0}`;
  const named = {
    username,
    displayName: username,
    mustChangePassword: false,
    active: true,
    createdAt: BEGAN,
  };
  const accountId = into(db, 'account')(named);
  const hatId = into(db, 'wornHat')({ accountId, hat, scopeId, since: '2005-01-01' });
  const token = `bench-${username}`;
  const hash = createHash('sha256').update(token).digest('hex');
  into(db, 'apiToken')({ accountId, name: 'bench', hash, hats: [hatId], createdAt: BEGAN });
  return token;
}

export const range = (length) => Array.from({ length }, (_, at) => at + 1);
