import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Actor } from '../lifecycle/people';
import { accept, fault } from '../people/faults';
import { Database } from '../platform/database/database';
import type { FieldFault } from '../platform/web/errors';
import { EvaluationItem } from '../proposals/entities/evaluation-item.entity';
import type { Evaluation } from '../proposals/entities/evaluation.entity';
import { proposalFaults, unitFaults } from './candidates';
import { dimensionsOf } from './dimensions';
import { type AgendaDto, MOST_MARKS } from './evaluation.dto';

type Wanted = Pick<AgendaDto, 'proposalIds' | 'unitIds'>;

/** What a meeting votes on, in order. */
@Injectable()
export class Agendas {
  constructor(private readonly database: Database) {}

  /** Gives what was on it before and is now. Throws Invalid, naming the place of each that cannot be on it. */
  async replace(em: EntityManager, actor: Actor, meeting: Evaluation, wanted: Wanted) {
    const { id: evaluationId, objects } = meeting;
    const ids = idsOf(meeting, wanted);
    // Two meetings that want the same case at once: the later one then sees that it is taken.
    await this.database.hold(objects === 'units' ? 'handlingUnit' : 'proposal', ids, em);
    const faultsOf = objects === 'units' ? unitFaults : proposalFaults;
    accept([...lengthFaults(meeting, ids), ...(await faultsOf(this.database, em, { actor, meeting, ids }))]);
    const before = await em.find(EvaluationItem, { where: { evaluationId }, order: { place: 'ASC' } });
    await em.delete(EvaluationItem, { evaluationId });
    const column = objects === 'units' ? 'unitId' : 'proposalId';
    await em.insert(
      EvaluationItem,
      ids.map((id, at) => ({ evaluationId, [column]: id, place: at + 1 })),
    );
    return { before: before.map((item) => item[column]), after: ids };
  }
}

/** A meeting on units takes units, one on proposals proposals; which of them was laid down when it was planned. */
function idsOf({ objects }: Evaluation, { proposalIds, unitIds }: Wanted): readonly number[] {
  const [own, other] =
    objects === 'units'
      ? ([
          ['unitIds', unitIds],
          ['proposalIds', proposalIds],
        ] as const)
      : ([
          ['proposalIds', proposalIds],
          ['unitIds', unitIds],
        ] as const);
  const message =
    objects === 'units' ? '本次会议评议承办单位，不评议提案。' : '本次会议评议提案，不评议承办单位。';
  accept([
    ...(other[1] ? [fault(other[0], 'otherObjects', message)] : []),
    ...(own[1] ? [] : [fault(own[0], 'required', '「评议对象」不能为空，请填写。')]),
  ]);
  return own[1] ?? [];
}

/** One ballot has room for so many marks. */
function lengthFaults(meeting: Evaluation, ids: readonly number[]): FieldFault[] {
  const most = Math.floor(MOST_MARKS / dimensionsOf(meeting).length);
  if (ids.length <= most) return [];
  const field = meeting.objects === 'units' ? 'unitIds' : 'proposalIds';
  return [fault(field, 'tooMany', `按现有评价维度，一次会议最多评议 ${most} 项，请分次评议。`)];
}
