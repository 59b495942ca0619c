import type { MigrationInterface, QueryRunner } from 'typeorm';
import {
  createTable,
  day,
  flag,
  id,
  integer,
  moment,
  optional,
  word,
  wordKey,
} from '../src/platform/database/table';

export class PeopleAndBodies1795200200000 implements MigrationInterface {
  async up(q: QueryRunner): Promise<void> {
    await createTable(q, 'term', TERM, { unique: [['number']] });
    await createTable(q, 'plenarySession', PLENARY_SESSION, {
      unique: [['termId', 'number']],
      foreign: { termId: 'term' },
    });
    await createTable(
      q,
      'assigningOffice',
      { id, name: word(100), kind: word(40), version: integer },
      { unique: [['name']] },
    );
    await createTable(q, 'handlingUnit', HANDLING_UNIT, {
      index: [['name'], ['officeId']],
      foreign: { officeId: 'assigningOffice', successorId: 'handlingUnit' },
    });
    await createTable(
      q,
      'unitAlias',
      { id, unitId: integer, name: word(100) },
      {
        unique: [['name', 'unitId']],
        index: [['unitId']],
        foreign: { unitId: 'handlingUnit' },
      },
    );
    await createTable(q, 'sponsorKind', SPONSOR_KIND);
    await createTable(q, 'sponsor', SPONSOR, {
      index: [['kindCode', 'name'], ['name']],
      foreign: { kindCode: 'sponsorKind.code', successorId: 'sponsor' },
    });
    await createTable(
      q,
      'sponsorAlias',
      { id, sponsorId: integer, name: word(100) },
      {
        unique: [['name', 'sponsorId']],
        index: [['sponsorId']],
        foreign: { sponsorId: 'sponsor' },
      },
    );
    await createTable(q, 'member', MEMBER, {
      unique: [['sponsorId'], ['termId', 'number']],
      index: [['termId', 'name'], ['sectorSponsorId']],
      foreign: { sponsorId: 'sponsor', termId: 'term', sectorSponsorId: 'sponsor' },
    });
    for (const kind of KINDS) await q.query(kindRow(kind));
  }

  async down(q: QueryRunner): Promise<void> {
    const tables = [
      'member',
      'sponsorAlias',
      'sponsor',
      'sponsorKind',
      'unitAlias',
      'handlingUnit',
      'assigningOffice',
    ];
    for (const table of [...tables, 'plenarySession', 'term']) await q.query(`DROP TABLE "${table}"`);
  }
}

const TERM = { id, number: integer, name: word(40), fromDay: day, toDay: optional(day), version: integer };

const PLENARY_SESSION = {
  id,
  termId: integer,
  number: integer,
  opensOn: day,
  closesOn: day,
  submissionDeadline: moment,
  replyBy: optional(day),
  caseNoLast: integer,
  receiptNoLast: integer,
  version: integer,
};

const HANDLING_UNIT = {
  id,
  name: word(100),
  shortName: optional(word(40)),
  kind: word(40),
  officeId: integer,
  contactName: optional(word(60)),
  contactPhone: optional(word(40)),
  validFrom: day,
  validTo: optional(day),
  successorId: optional(integer),
  version: integer,
};

const SPONSOR_KIND = {
  code: wordKey(40),
  name: word(40),
  collective: flag,
  needsConvener: flag,
  betweenSessions: flag,
  version: integer,
};

const SPONSOR = {
  id,
  kindCode: word(40),
  name: word(100),
  contactName: optional(word(60)),
  contactPost: optional(word(100)),
  contactPhone: optional(word(40)),
  validFrom: day,
  validTo: optional(day),
  successorId: optional(integer),
  version: integer,
};

const MEMBER = {
  id,
  sponsorId: integer,
  number: optional(word(20)),
  name: word(60),
  termId: integer,
  sectorSponsorId: optional(integer),
  standingCommittee: flag,
  phone: optional(word(40)),
  validFrom: day,
  validTo: optional(day),
  version: integer,
};

/** code, name, collective, needsConvener, betweenSessions */
const KINDS: [string, string, boolean, boolean, boolean][] = [
  ['member', '委员', false, false, true],
  ['party', '党派', true, true, true],
  ['organisation', '人民团体', true, true, true],
  ['sector', '界别', true, true, true],
  ['sectorGroup', '界别组', true, true, true],
  ['specialCommittee', '专委会', true, true, true],
  ['liaisonGroup', '镇（街道）委员联络组', true, true, true],
  ['memberGroup', '委员小组', true, true, true],
];

function kindRow([code, name, ...flags]: (typeof KINDS)[number]): string {
  const columns = '"code", "name", "collective", "needsConvener", "betweenSessions", "version"';
  return `INSERT INTO "sponsorKind" (${columns}) VALUES ('${code}', '${name}', ${flags.join(', ')}, 1)`;
}
