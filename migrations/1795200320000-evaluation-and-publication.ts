import type { MigrationInterface, QueryRunner } from 'typeorm';
import * as t from '../src/platform/database/table';

export class EvaluationAndPublication1795200320000 implements MigrationInterface {
  name = 'EvaluationAndPublication1795200320000';

  async up(q: QueryRunner): Promise<void> {
    await t.createTable(
      q,
      'evaluation',
      {
        id: t.id,
        sessionId: t.integer,
        title: t.word(100),
        heldOn: t.day,
        stage: t.word(20),
        version: t.integer,
        round: t.integer,
        issued: t.integer,
        collected: t.integer,
        announcedAt: t.optional(t.moment),
      },
      { foreign: { sessionId: 'plenarySession' } },
    );
    await t.createTable(
      q,
      'evaluationItem',
      {
        id: t.id,
        evaluationId: t.integer,
        proposalId: t.integer,
        place: t.integer,
        satisfied: t.optional(t.integer),
        basicallySatisfied: t.optional(t.integer),
        dissatisfied: t.optional(t.integer),
        abstained: t.optional(t.integer),
        grade: t.optional(t.word(20)),
        passed: t.optional(t.flag),
      },
      {
        unique: [['evaluationId', 'proposalId']],
        index: [['proposalId']],
        foreign: { evaluationId: 'evaluation', proposalId: 'proposal' },
      },
    );
    await t.createTable(
      q,
      'evaluationVoter',
      {
        id: t.id,
        evaluationId: t.integer,
        memberId: t.integer,
        name: t.word(60),
        present: t.flag,
        receipted: t.flag,
      },
      { unique: [['evaluationId', 'memberId']], foreign: { evaluationId: 'evaluation', memberId: 'member' } },
    );
    await t.createTable(
      q,
      'ballotLock',
      { id: t.id, evaluationId: t.integer, accountId: t.integer, publicKey: t.text, lockedKey: t.text },
      { unique: [['evaluationId', 'accountId']], foreign: { evaluationId: 'evaluation' } },
    );
    await t.createTable(
      q,
      'ballot',
      { key: t.wordKey(32), evaluationId: t.integer, sealed: t.text },
      { index: [['evaluationId']], foreign: { evaluationId: 'evaluation' } },
    );
    await t.createTable(
      q,
      'dossier',
      {
        id: t.id,
        proposalId: t.integer,
        version: t.integer,
        summary: t.text,
        extent: t.word(20),
        summarisedBy: t.optional(t.integer),
        summarisedAt: t.moment,
        checkedBy: t.optional(t.integer),
        checkedAt: t.optional(t.moment),
      },
      { unique: [['proposalId']], foreign: { proposalId: 'proposal' } },
    );
    await t.createTable(
      q,
      'publicationConsent',
      {
        id: t.id,
        proposalId: t.integer,
        party: t.word(20),
        partyId: t.integer,
        answer: t.word(20),
        note: t.optional(t.text),
        onBehalf: t.flag,
        byAccountId: t.optional(t.integer),
        at: t.moment,
      },
      { unique: [['proposalId', 'party', 'partyId']], foreign: { proposalId: 'proposal' } },
    );
    await t.createTable(
      q,
      'notice',
      {
        id: t.id,
        stage: t.word(20),
        version: t.integer,
        title: t.word(200),
        preface: t.text,
        issuer: t.word(100),
        contactAddress: t.word(200),
        contactPhone: t.word(40),
        datedOn: t.day,
        preparedBy: t.optional(t.integer),
        approvedBy: t.optional(t.integer),
        issuedBy: t.optional(t.integer),
        issuedAt: t.optional(t.moment),
        correctedAt: t.optional(t.moment),
        takenDownAt: t.optional(t.moment),
        takenDownReason: t.optional(t.text),
      },
      { index: [['stage', 'id']] },
    );
    await t.createTable(
      q,
      'noticeItem',
      {
        id: t.id,
        noticeId: t.integer,
        place: t.integer,
        proposalId: t.integer,
        subject: t.word(200),
        tag: t.optional(t.word(20)),
        sponsors: t.json,
        leadUnits: t.json,
        summary: t.text,
        dossierVersion: t.optional(t.integer),
      },
      {
        unique: [['noticeId', 'proposalId']],
        index: [['proposalId']],
        foreign: { noticeId: 'notice', proposalId: 'proposal' },
      },
    );
    await t.createTable(
      q,
      'noticeCorrection',
      {
        id: t.id,
        noticeId: t.integer,
        itemId: t.integer,
        note: t.text,
        before: t.text,
        after: t.text,
        byAccountId: t.optional(t.integer),
        at: t.moment,
      },
      { index: [['noticeId']], foreign: { noticeId: 'notice', itemId: 'noticeItem' } },
    );
  }

  async down(q: QueryRunner): Promise<void> {
    for (const table of [
      'noticeCorrection',
      'noticeItem',
      'notice',
      'publicationConsent',
      'dossier',
      'ballot',
      'ballotLock',
      'evaluationVoter',
      'evaluationItem',
      'evaluation',
    ])
      await q.query(`DROP TABLE "${table}"`);
  }
}
