import type { MigrationInterface, QueryRunner } from 'typeorm';
import * as t from '../src/platform/database/table';

export class TheWorkOnAnAssignment1795200310000 implements MigrationInterface {
  name = 'TheWorkOnAnAssignment1795200310000';

  async up(q: QueryRunner): Promise<void> {
    await t.createTable(
      q,
      'assignment',
      {
        id: t.id,
        proposalId: t.integer,
        unitId: t.integer,
        role: t.word(20),
        stage: t.word(20),
        version: t.integer,
        round: t.integer,
        assignedAt: t.moment,
        acknowledgedAt: t.optional(t.moment),
        finishedAt: t.optional(t.moment),
        releaseReason: t.optional(t.text),
      },
      {
        index: [
          ['unitId', 'proposalId', 'stage'],
          ['proposalId', 'round'],
        ],
        foreign: { proposalId: 'proposal', unitId: 'handlingUnit' },
      },
    );
    await t.createTable(
      q,
      'unitRequest',
      {
        id: t.id,
        assignmentId: t.integer,
        proposalId: t.integer,
        kind: t.word(20),
        reason: t.text,
        suggestedUnitId: t.optional(t.integer),
        until: t.optional(t.day),
        askedBy: t.optional(t.integer),
        askedAt: t.moment,
        decision: t.optional(t.word(20)),
        decisionNote: t.optional(t.text),
        decidedBy: t.optional(t.integer),
        decidedAt: t.optional(t.moment),
      },
      {
        index: [['proposalId', 'kind'], ['assignmentId']],
        foreign: { assignmentId: 'assignment', proposalId: 'proposal', suggestedUnitId: 'handlingUnit' },
      },
    );
    await t.createTable(
      q,
      'consultation',
      {
        id: t.id,
        proposalId: t.integer,
        assignmentId: t.integer,
        heldOn: t.day,
        mode: t.word(20),
        people: t.text,
        outcome: t.text,
        declined: t.flag,
        recordedBy: t.optional(t.integer),
        recordedAt: t.moment,
      },
      { index: [['proposalId']], foreign: { proposalId: 'proposal', assignmentId: 'assignment' } },
    );
    await t.createTable(
      q,
      'progressReport',
      {
        id: t.id,
        proposalId: t.integer,
        assignmentId: t.integer,
        reportedOn: t.day,
        text: t.text,
        reportedBy: t.optional(t.integer),
        reportedAt: t.moment,
      },
      { index: [['proposalId']], foreign: { proposalId: 'proposal', assignmentId: 'assignment' } },
    );
    await t.createTable(
      q,
      'progressFigure',
      {
        id: t.id,
        reportId: t.integer,
        indicator: t.word(100),
        value: t.real,
        unit: t.word(20),
        period: t.word(60),
        target: t.optional(t.real),
      },
      { index: [['reportId']], foreign: { reportId: 'progressReport' } },
    );
    await t.createTable(
      q,
      'reply',
      {
        id: t.id,
        proposalId: t.integer,
        assignmentId: t.integer,
        round: t.integer,
        body: t.text,
        class: t.optional(t.word(1)),
        firstClass: t.optional(t.word(1)),
        promises: t.json,
        contactPerson: t.word(60),
        contactPhone: t.word(40),
        publicity: t.optional(t.word(20)),
        publicityReason: t.optional(t.text),
        docNo: t.optional(t.word(60)),
        signer: t.optional(t.word(60)),
        principalLeaderSigned: t.flag,
        auditedBy: t.optional(t.integer),
        auditedAt: t.optional(t.moment),
        issuedAt: t.optional(t.moment),
        draftedBy: t.optional(t.integer),
        draftedAt: t.moment,
      },
      {
        unique: [['assignmentId']],
        index: [['proposalId']],
        foreign: { proposalId: 'proposal', assignmentId: 'assignment' },
      },
    );
    await t.createTable(
      q,
      'countersignature',
      {
        id: t.id,
        assignmentId: t.integer,
        coAssignmentId: t.integer,
        state: t.word(20),
        note: t.optional(t.text),
        byAccountId: t.optional(t.integer),
        at: t.optional(t.moment),
      },
      {
        unique: [['assignmentId', 'coAssignmentId']],
        index: [['coAssignmentId']],
        foreign: { assignmentId: 'assignment', coAssignmentId: 'assignment' },
      },
    );
    await t.createTable(
      q,
      'coOpinion',
      {
        id: t.id,
        proposalId: t.integer,
        assignmentId: t.integer,
        docNo: t.word(60),
        body: t.text,
        signer: t.word(60),
        givenBy: t.optional(t.integer),
        givenAt: t.moment,
      },
      {
        unique: [['assignmentId']],
        index: [['proposalId']],
        foreign: { proposalId: 'proposal', assignmentId: 'assignment' },
      },
    );
    await t.createTable(
      q,
      'promise',
      {
        id: t.id,
        proposalId: t.integer,
        assignmentId: t.integer,
        replyId: t.integer,
        text: t.text,
        dueOn: t.day,
        evidence: t.optional(t.text),
        keptOn: t.optional(t.day),
        keptAt: t.optional(t.moment),
      },
      {
        index: [['proposalId'], ['assignmentId']],
        foreign: { proposalId: 'proposal', assignmentId: 'assignment', replyId: 'reply' },
      },
    );
  }

  async down(q: QueryRunner): Promise<void> {
    for (const table of [
      'promise',
      'coOpinion',
      'countersignature',
      'reply',
      'progressFigure',
      'progressReport',
      'consultation',
      'unitRequest',
      'assignment',
    ])
      await q.query(`DROP TABLE "${table}"`);
  }
}
