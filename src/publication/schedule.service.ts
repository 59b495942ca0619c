import { Injectable } from '@nestjs/common';
import type { PublicationFacts } from '../lifecycle/facts';
import type { Actor } from '../lifecycle/people';
import { SYSTEM } from '../platform/accounts/actor';
import { Actors } from '../platform/accounts/actors.service';
import { Database } from '../platform/database/database';
import { Conflict, NotFound, Refused } from '../platform/web/errors';
import type { Act } from '../proposals/act';
import type { DeedDto } from '../proposals/deed.dto';
import { Door } from '../proposals/door';
import { NoticesService } from './notices.service';
import type { ScheduleDto } from './publication.dto';

interface Due {
  id: number;
  version: number;
  scheduledBy: number;
}

const DUE = `SELECT "id", "version", "scheduledBy" FROM "notice"
  WHERE "scheduledFor" IS NOT NULL AND "scheduledFor" <= ? AND "stage" = 'approved' ORDER BY "scheduledFor", "id"`;
const UNSCHEDULED = { scheduledFor: null, scheduledBy: null };

/** Notices that come out at a moment which somebody has chosen before. */
@Injectable()
export class NoticeSchedule {
  constructor(
    private readonly database: Database,
    private readonly door: Door,
    private readonly actors: Actors,
    private readonly notices: NoticesService,
  ) {}

  schedule(actor: Actor, id: number, { version, moment }: ScheduleDto) {
    const deed = { machine: 'publication', action: 'scheduleIssue', id, actor, version } as const;
    return this.door.perform({ ...deed, intent: { moment } }, (act: Act<PublicationFacts>) => {
      act.set({ scheduledFor: moment, scheduledBy: actor.accountId });
      act.note({ scheduledFor: moment });
    });
  }

  unschedule(actor: Actor, id: number, { version }: DeedDto) {
    const deed = { machine: 'publication', action: 'unscheduleIssue', id, actor, version } as const;
    return this.door.perform(deed, (act: Act<PublicationFacts>) => {
      act.set(UNSCHEDULED);
      act.note({ scheduledFor: act.facts.scheduledFor });
    });
  }

  /** Issues what is due, in the name of who scheduled it and with the rights they have today. */
  async issueDue(): Promise<void> {
    const due = await this.database.rows<Due>(DUE, [this.door.now().at]);
    for (const notice of due) await this.issue(notice);
  }

  /** The version read is the version issued: what is changed or issued by somebody meanwhile is left to them. */
  private async issue({ id, version, scheduledBy }: Due): Promise<void> {
    const actor = await this.actors.of(scheduledBy);
    if (!actor) return this.drop(id, version, ACCOUNT_CLOSED);
    try {
      await this.notices.issue(actor, id, { version });
    } catch (error) {
      if (error instanceof Conflict) return;
      if (error instanceof Refused) return this.drop(id, version, error.message);
      // Who has lost every hat does not even see it any more.
      if (error instanceof NotFound) return this.drop(id, version, NO_RIGHT);
      throw error;
    }
  }

  private async drop(id: number, version: number, reason: string): Promise<void> {
    const deed = { machine: 'publication', action: 'dropSchedule', id, actor: SYSTEM, version } as const;
    try {
      await this.door.perform(deed, (act: Act<PublicationFacts>) => {
        act.set(UNSCHEDULED);
        act.note({ scheduledFor: act.facts.scheduledFor, reason });
      });
    } catch (error) {
      if (!(error instanceof Conflict || error instanceof Refused)) throw error;
    }
  }
}

const ACCOUNT_CLOSED = '设定定时发布的账号已停用，请重新安排发布。';
const NO_RIGHT = '设定定时发布的人员已无权限，请重新安排发布。';
