import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { MachineName, Moment } from '../../lifecycle/rule';
import { Database } from '../../platform/database/database';
import { Rules } from '../rules';
import { assignmentSubject } from './assignment-facts';
import { evaluationSubject } from './meeting-facts';
import { noticeSubject } from './notice-facts';
import { proposalSubject } from './proposal-facts';
import type { Subject } from './subject';

/** Turns rows into what the rulebook reads. */
@Injectable()
export class Subjects {
  constructor(
    private readonly database: Database,
    private readonly rules: Rules,
  ) {}

  /** The subject as it is in the transaction of `em`, or as committed with the reader; null when there is none. */
  load(
    machine: MachineName,
    id: number,
    now: Moment,
    em: EntityManager = this.database.reader,
  ): Promise<Subject | null> {
    if (machine === 'proposal') return proposalSubject(this.database, em, id, now, this.rules);
    if (machine === 'assignment') return assignmentSubject(this.database, em, id, now, this.rules);
    if (machine === 'evaluation') return evaluationSubject(this.database, em, id, this.rules);
    return noticeSubject(this.database, em, id);
  }
}
