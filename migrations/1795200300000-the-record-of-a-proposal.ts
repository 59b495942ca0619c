import type { MigrationInterface, QueryRunner } from 'typeorm';
import * as t from '../src/platform/database/table';

export class TheRecordOfAProposal1795200300000 implements MigrationInterface {
  name = 'TheRecordOfAProposal1795200300000';

  async up(q: QueryRunner): Promise<void> {
    await t.createTable(
      q,
      'proposal',
      {
        id: t.id,
        sessionId: t.integer,
        stage: t.word(20),
        version: t.integer,
        round: t.integer,
        subject: t.word(200),
        category: t.optional(t.word(20)),
        collective: t.flag,
        leadSponsorId: t.integer,
        enteredBy: t.optional(t.integer),
        enteredOnBehalf: t.flag,
        suggestedUnits: t.json,
        publicityWish: t.optional(t.word(20)),
        publicityReason: t.optional(t.text),
        textVersion: t.integer,
        convener: t.optional(t.word(60)),
        convenerSignedAt: t.optional(t.moment),
        receiptNo: t.optional(t.integer),
        caseNo: t.optional(t.integer),
        origin: t.optional(t.word(20)),
        reasonCode: t.optional(t.word(40)),
        disposition: t.optional(t.word(40)),
        decisionNote: t.optional(t.text),
        withdrawalReason: t.optional(t.text),
        withdrawalAskedAt: t.optional(t.moment),
        principalId: t.optional(t.integer),
        jointSubject: t.optional(t.word(200)),
        jointOrder: t.optional(t.json),
        officeId: t.optional(t.integer),
        mode: t.optional(t.word(20)),
        isKey: t.flag,
        keyLeader: t.optional(t.word(100)),
        rehandlingDeclinedRound: t.optional(t.integer),
        grade: t.optional(t.word(20)),
        gradePassed: t.optional(t.flag),
        draftedAt: t.moment,
        submittedAt: t.optional(t.moment),
        filedAt: t.optional(t.moment),
        handedOverAt: t.optional(t.moment),
        repliedAt: t.optional(t.moment),
        concludedAt: t.optional(t.moment),
        archivedAt: t.optional(t.moment),
      },
      {
        unique: [
          ['sessionId', 'caseNo'],
          ['sessionId', 'receiptNo'],
        ],
        index: [
          // With everything the gate asks of a case, so that counting a list never reads the rows themselves.
          ['stage', 'id', 'principalId', 'officeId', 'enteredOnBehalf', 'submittedAt'],
          ['leadSponsorId', 'id'],
          ['officeId', 'id'],
          { columns: ['principalId'], where: '"principalId" IS NOT NULL' },
        ],
        foreign: {
          sessionId: 'plenarySession',
          leadSponsorId: 'sponsor',
          principalId: 'proposal',
          officeId: 'assigningOffice',
        },
      },
    );
    await t.createTable(
      q,
      'proposalText',
      {
        id: t.id,
        proposalId: t.integer,
        version: t.integer,
        kind: t.word(20),
        subject: t.word(200),
        situation: t.text,
        analysis: t.text,
        recommendations: t.json,
        byAccountId: t.optional(t.integer),
        at: t.moment,
        note: t.optional(t.text),
      },
      { unique: [['proposalId', 'version']], foreign: { proposalId: 'proposal' } },
    );
    await t.createTable(
      q,
      'sponsorship',
      {
        id: t.id,
        proposalId: t.integer,
        sponsorId: t.integer,
        place: t.integer,
        signature: t.word(20),
        signedVersion: t.optional(t.integer),
        opinion: t.optional(t.text),
        invitedAt: t.optional(t.moment),
        answeredAt: t.optional(t.moment),
        name: t.word(100),
        contactName: t.optional(t.word(60)),
        contactPost: t.optional(t.word(100)),
        contactPhone: t.optional(t.word(40)),
      },
      {
        unique: [['proposalId', 'sponsorId']],
        index: [['sponsorId', 'proposalId']],
        foreign: { proposalId: 'proposal', sponsorId: 'sponsor' },
      },
    );
    await t.createTable(
      q,
      'attachment',
      {
        id: t.id,
        proposalId: t.integer,
        ownerKind: t.word(20),
        ownerId: t.integer,
        name: t.word(200),
        mime: t.word(100),
        size: t.integer,
        hash: t.word(64),
        addedBy: t.optional(t.integer),
        addedAt: t.moment,
        removedAt: t.optional(t.moment),
      },
      { index: [['proposalId'], ['hash']], foreign: { proposalId: 'proposal' } },
    );
    await t.createTable(
      q,
      'recommendation',
      {
        id: t.id,
        proposalId: t.integer,
        outcome: t.word(20),
        reasonCode: t.optional(t.word(40)),
        disposition: t.optional(t.word(40)),
        reason: t.optional(t.text),
        byAccountId: t.optional(t.integer),
        at: t.moment,
        state: t.word(20),
      },
      { index: [['proposalId', 'state']], foreign: { proposalId: 'proposal' } },
    );
    await t.createTable(
      q,
      'merging',
      {
        id: t.id,
        followerId: t.integer,
        principalId: t.integer,
        state: t.word(20),
        reason: t.optional(t.text),
        proposedBy: t.optional(t.integer),
        proposedAt: t.moment,
        doneAt: t.optional(t.moment),
        undoneAt: t.optional(t.moment),
      },
      {
        unique: [{ columns: ['followerId'], where: "\"state\" IN ('proposed', 'done')" }],
        index: [
          ['followerId', 'state'],
          ['principalId', 'state'],
        ],
        foreign: { followerId: 'proposal', principalId: 'proposal' },
      },
    );
    await t.createTable(
      q,
      'mergeAnswer',
      {
        id: t.id,
        mergingId: t.integer,
        sponsorId: t.integer,
        answer: t.optional(t.word(20)),
        note: t.optional(t.text),
        answeredAt: t.optional(t.moment),
        answeredBy: t.optional(t.integer),
      },
      {
        unique: [['mergingId', 'sponsorId']],
        index: [['sponsorId']],
        foreign: { mergingId: 'merging', sponsorId: 'sponsor' },
      },
    );
  }

  async down(q: QueryRunner): Promise<void> {
    for (const table of [
      'mergeAnswer',
      'merging',
      'recommendation',
      'attachment',
      'sponsorship',
      'proposalText',
      'proposal',
    ])
      await q.query(`DROP TABLE "${table}"`);
  }
}
