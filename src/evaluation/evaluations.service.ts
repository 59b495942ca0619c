import { Injectable } from '@nestjs/common';
import type { EvaluationFacts } from '../lifecycle/facts';
import type { Actor } from '../lifecycle/people';
import { accept, fault } from '../people/faults';
import { PlenarySession } from '../people/terms/plenary-session.entity';
import type { FieldFault } from '../platform/web/errors';
import type { Act, Done } from '../proposals/act';
import type { DeedDto, ReasonDto } from '../proposals/deed.dto';
import { Door } from '../proposals/door';
import { EvaluationItem } from '../proposals/entities/evaluation-item.entity';
import { Evaluation } from '../proposals/entities/evaluation.entity';
import type { Subject } from '../proposals/facts/subject';
import { Subjects } from '../proposals/facts/subjects';
import { Rules } from '../proposals/rules';
import { Agendas } from './agendas';
import type { AgendaDto, PlanDto } from './evaluation.dto';
import { resultOf } from './results';

/** The meeting before and after the ballot: planned, given an agenda, announced or called off. */
@Injectable()
export class EvaluationsService {
  constructor(
    private readonly door: Door,
    private readonly subjects: Subjects,
    private readonly agendas: Agendas,
    private readonly rules: Rules,
  ) {}

  /** What is rated, in which dimensions and by which ballots is laid down here, whatever the settings say later. */
  plan(actor: Actor, { sessionId, title, heldOn, ...given }: PlanDto): Promise<Done> {
    const { evaluation, evaluationDimensions } = this.rules.handling;
    const objects = given.objects ?? evaluation.objects;
    const ballots = given.ballots ?? evaluation.ballots;
    const deed = { machine: 'evaluation', action: 'plan', id: null, actor } as const;
    return this.door.perform<EvaluationFacts>(deed, async (act) => {
      accept(await planFaults(act, { sessionId, heldOn }));
      const begun = { stage: 'planned', version: 1, round: 1, issued: 0, collected: 0, shut: false } as const;
      const how = { objects, ballots, dimensions: [...evaluationDimensions] };
      const { identifiers } = await act.em.insert(Evaluation, { sessionId, title, heldOn, ...how, ...begun });
      act.created(await this.load(act, identifiers[0].id as number));
      act.start({ clock: 'holdEvaluation', subjectId: act.id, given: heldOn });
      act.note({ sessionId, title, heldOn, ...how });
    });
  }

  changeAgenda(actor: Actor, id: number, { version, ...wanted }: AgendaDto): Promise<Done> {
    const deed = { machine: 'evaluation', action: 'changeAgenda', id, actor, version } as const;
    return this.door.perform<EvaluationFacts>(deed, async (act) => {
      const meeting = await act.em.findOneByOrFail(Evaluation, { id });
      act.note(await this.agendas.replace(act.em, actor, meeting, wanted));
    });
  }

  /**
   * The results flow to the proposals in the same transaction; where nobody voted for anything there is none. What is
   * said of a unit is said of its work as a whole, and of none of its proposals.
   */
  announce(actor: Actor, id: number, { version }: DeedDto): Promise<Done> {
    const deed = { machine: 'evaluation', action: 'announce', id, actor, version } as const;
    return this.door.perform<EvaluationFacts>(deed, async (act) => {
      const items = await act.em.find(EvaluationItem, {
        where: { evaluationId: id },
        order: { place: 'ASC' },
      });
      for (const item of items.filter(({ grade }) => grade !== null)) tellProposal(act, item);
      act.set({ announcedAt: act.now.at });
      act.note({ items: items.map(resultOf) });
    });
  }

  cancel(actor: Actor, id: number, { version, reason }: ReasonDto): Promise<Done> {
    const deed = { machine: 'evaluation', action: 'cancel', id, actor, version } as const;
    return this.door.perform<EvaluationFacts>(deed, (act) => act.note({ reason }));
  }

  private async load(act: Act<EvaluationFacts>, id: number): Promise<Subject<EvaluationFacts>> {
    return (await this.subjects.load('evaluation', id, act.now, act.em)) as Subject<EvaluationFacts>;
  }
}

async function planFaults(
  { em, now }: Pick<Act, 'em' | 'now'>,
  { sessionId, heldOn }: Pick<PlanDto, 'sessionId' | 'heldOn'>,
): Promise<FieldFault[]> {
  const known = await em.existsBy(PlenarySession, { id: sessionId });
  return [
    ...(known ? [] : [fault('sessionId', 'unknown', '「会议」不存在，请重新选择。')]),
    ...(heldOn >= now.day ? [] : [fault('heldOn', 'past', '「评议日期」不能早于今天，请重新选择。')]),
  ];
}

function tellProposal(act: Act<EvaluationFacts>, item: EvaluationItem): void {
  if (item.proposalId === null) return;
  const deed = { machine: 'proposal', action: 'evaluated', id: item.proposalId } as const;
  act.then(deed, (follow) => {
    follow.set({ grade: item.grade, gradePassed: item.passed });
    follow.note({ evaluationId: item.evaluationId, ...resultOf(item) });
  });
}
