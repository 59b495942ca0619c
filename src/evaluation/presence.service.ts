import { Injectable } from '@nestjs/common';
import { In } from 'typeorm';
import type { EvaluationFacts } from '../lifecycle/facts';
import type { Actor } from '../lifecycle/people';
import { accept, fault } from '../people/faults';
import { Database } from '../platform/database/database';
import type { FieldFault } from '../platform/web/errors';
import type { Done } from '../proposals/act';
import { Door } from '../proposals/door';
import { EvaluationVoter } from '../proposals/entities/evaluation-voter.entity';
import type { PresenceDto } from './evaluation.dto';
import { issuedTo } from './issued';
import { keepRoll } from './roll';

type Changes = Record<'present' | 'absent', readonly number[]>;

/** Who is there (到会). */
@Injectable()
export class PresenceService {
  constructor(
    private readonly door: Door,
    private readonly database: Database,
  ) {}

  mark(actor: Actor, id: number, { version, ...given }: PresenceDto): Promise<Done> {
    const changes = { present: given.present ?? [], absent: given.absent ?? [] };
    const deed = { machine: 'evaluation', action: 'markPresence', id, actor, version } as const;
    return this.door.perform<EvaluationFacts>(deed, async (act) => {
      const { em, facts } = act;
      accept(faultsOf(changes, facts));
      await keepRoll(this.database, em, { id, stage: facts.stage });
      const rowsOf = (members: readonly number[]) => ({ evaluationId: id, memberId: In(members) });
      await em.update(EvaluationVoter, rowsOf(changes.present), { present: true });
      await em.update(EvaluationVoter, rowsOf(changes.absent), { present: false });
      act.set({ issued: issuedAfter(changes, facts) });
      act.note(changes);
    });
  }
}

/** Before the box is opened there are no ballots, and once voting is over nobody gets or hands back any. */
function issuedAfter({ present, absent }: Changes, facts: EvaluationFacts): number {
  if (facts.stage === 'planned') return 0;
  if (facts.shut) return facts.issued;
  const there = [...facts.present, ...present].filter((memberId) => !absent.includes(memberId));
  return issuedTo({ ...facts, present: there });
}

function faultsOf({ present, absent }: Changes, { eligible }: EvaluationFacts): FieldFault[] {
  const strangers = (field: keyof Changes, members: readonly number[]) =>
    members.flatMap((member, at) =>
      eligible.includes(member) ? [] : [fault(`${field}.${at}`, 'notDue', '此人不在应到名单中，请核对。')],
    );
  const nobody = present.length + absent.length === 0;
  return [
    ...(nobody ? [fault('present', 'required', '请至少登记一人到会或缺席。')] : []),
    ...strangers('present', present),
    ...strangers('absent', absent),
    ...absent.flatMap((member, at) =>
      present.includes(member) ? [fault(`absent.${at}`, 'repeated', '同一人不能既到会又缺席，请核对。')] : [],
    ),
  ];
}
