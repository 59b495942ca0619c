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

/** Once ballots have been issued, whoever comes gets one, and whoever leaves without having voted hands it back. */
function issuedAfter({ present, absent }: Changes, facts: EvaluationFacts): number {
  const there = new Set([...facts.present, ...present]);
  for (const memberId of absent) there.delete(memberId);
  return facts.issued === 0 ? 0 : there.size;
}

function faultsOf({ present, absent }: Changes, { eligible, voted }: EvaluationFacts): FieldFault[] {
  const strangers = (field: keyof Changes, members: readonly number[]) =>
    members.flatMap((member, at) =>
      eligible.includes(member) ? [] : [fault(`${field}.${at}`, 'notDue', '此人不在应到名单中，请核对。')],
    );
  const nobody = present.length + absent.length === 0;
  return [
    ...(nobody ? [fault('present', 'required', '请至少登记一人到会或缺席。')] : []),
    ...strangers('present', present),
    ...strangers('absent', absent),
    ...absent.flatMap((member, at) => absentFaults(member, `absent.${at}`, present, voted)),
  ];
}

function absentFaults(
  member: number,
  field: string,
  present: readonly number[],
  voted: readonly number[],
): FieldFault[] {
  if (present.includes(member)) return [fault(field, 'repeated', '同一人不能既到会又缺席，请核对。')];
  return voted.includes(member) ? [fault(field, 'hasVoted', '此人已投票，不能改为缺席。')] : [];
}
