import { Injectable } from '@nestjs/common';
import { In, IsNull } from 'typeorm';
import type { ClockName } from '../lifecycle/clocks';
import type { AssignmentFacts } from '../lifecycle/facts';
import type { Actor } from '../lifecycle/people';
import { accept, fault } from '../people/faults';
import { Database } from '../platform/database/database';
import { Conflict } from '../platform/web/errors';
import type { Act, Done } from '../proposals/act';
import { onAssignment } from '../proposals/deeds';
import { Door } from '../proposals/door';
import { Deadline } from '../proposals/entities/deadline.entity';
import { UnitRequest } from '../proposals/entities/unit-request.entity';
import type { AskExtensionDto, ExtendedDto, GrantExtensionDto, RefuseDto } from './requests.dto';
import { ask, decide } from './requests';

const EXTENDED: readonly ClockName[] = ['reply', 'replyRound2'];

/** More time for a reply (延期): asked before the time ends, decided by the office, told to the sponsor. */
@Injectable()
export class ExtensionsService {
  constructor(
    private readonly door: Door,
    private readonly database: Database,
  ) {}

  ask(actor: Actor, id: number, given: AskExtensionDto): Promise<Done> {
    const { until, reason } = given;
    const deed = onAssignment('askExtension', actor, id, given, { until });
    return this.door.perform<AssignmentFacts>(deed, async (act) => {
      await requireLater(act, until);
      await ask(act, 'extension', { until, reason });
    });
  }

  /** Until the day asked for, or another one of the office's own. */
  async grant(actor: Actor, id: number, given: GrantExtensionDto): Promise<ExtendedDto> {
    const until = given.until ?? (await this.asked(id));
    const deed = onAssignment('grantExtension', actor, id, given, { until });
    return this.door.perform<AssignmentFacts, { until: string }>(deed, async (act) => {
      const request = await decide(act, 'extension', 'granted', given.note);
      if (until === undefined || (!given.until && request.until !== until)) throw new Conflict();
      await requireLater(act, until);
      act.extend(EXTENDED, until);
      act.note({ until });
      return { until };
    });
  }

  refuse(actor: Actor, id: number, given: RefuseDto): Promise<Done> {
    const deed = onAssignment('refuseExtension', actor, id, given);
    return this.door.perform<AssignmentFacts>(deed, async (act) => {
      await decide(act, 'extension', 'refused', given.note);
    });
  }

  private async asked(assignmentId: number): Promise<string | undefined> {
    const open = { assignmentId, kind: 'extension', decision: IsNull() } as const;
    return (await this.database.reader.findOneBy(UnitRequest, open))?.until ?? undefined;
  }
}

/** A day that is not later would extend nothing. */
async function requireLater({ em, id }: Act<AssignmentFacts>, until: string): Promise<void> {
  const running = { clock: In([...EXTENDED]), state: In(['running', 'paused']) };
  const deadline = await em.findOneBy(Deadline, { subjectKind: 'assignment', subjectId: id, ...running });
  if (!deadline || until > deadline.dueOn) return;
  accept([fault('until', 'notLater', `「延期至」应当晚于现在的期限 ${deadline.dueOn}。`)]);
}
