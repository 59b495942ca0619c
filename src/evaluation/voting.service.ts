import { Injectable } from '@nestjs/common';
import { type EntityManager, In } from 'typeorm';
import type { EvaluationFacts } from '../lifecycle/facts';
import { type Actor, scopesOf } from '../lifecycle/people';
import { accept, fault } from '../people/faults';
import { Database } from '../platform/database/database';
import { Conflict, type FieldFault } from '../platform/web/errors';
import type { Done } from '../proposals/act';
import type { DeedDto } from '../proposals/deed.dto';
import { Door } from '../proposals/door';
import { EvaluationItem } from '../proposals/entities/evaluation-item.entity';
import { EvaluationVoter } from '../proposals/entities/evaluation-voter.entity';
import { BallotBox } from './ballot-box';
import type { Choice } from './ballot-paper';
import type { MarkDto, VotedDto, VoteDto } from './evaluation.dto';
import { keepRoll } from './roll';

/** One issue, one collection (一次发票，一次收票): every voter hands in one paper for the whole agenda. */
@Injectable()
export class VotingService {
  constructor(
    private readonly door: Door,
    private readonly database: Database,
    private readonly box: BallotBox,
  ) {}

  /** From here on the roll is frozen. */
  open(actor: Actor, id: number, { version }: DeedDto): Promise<Done> {
    const deed = { machine: 'evaluation', action: 'open', id, actor, version } as const;
    return this.door.perform<EvaluationFacts>(deed, async (act) => {
      await keepRoll(this.database, act.em, { id, stage: act.facts.stage });
      const { eligible, present } = act.facts;
      act.set({ issued: present.length });
      act.note({ due: eligible.length, present: present.length, items: act.facts.items });
    });
  }

  /** Receipt and ballot come together or not at all; what joins them ends with this transaction. */
  async vote(actor: Actor, id: number, { choices }: VoteDto): Promise<VotedDto> {
    const voter = await this.voterIn(actor, id);
    const deed = { machine: 'evaluation', action: 'vote', id, actor, intent: { voter } } as const;
    return this.door.perform<EvaluationFacts, { receipted: boolean }>(deed, async ({ em }) => {
      const marks = await this.marksOf(em, id, choices);
      const unused = { evaluationId: id, memberId: voter, receipted: false };
      const { affected } = await em.update(EvaluationVoter, unused, { receipted: true });
      if (affected !== 1) throw new Conflict();
      await this.box.put(em, id, marks);
      return { receipted: true };
    });
  }

  /** The seat for which somebody votes: of several, as after an election, the one that is due here. */
  private async voterIn(actor: Actor, evaluationId: number): Promise<number | undefined> {
    const seats = scopesOf(actor, 'standingCommittee');
    if (seats.length < 2) return seats[0];
    const due = { evaluationId, memberId: In(seats) };
    return (await this.database.reader.findOneBy(EvaluationVoter, due))?.memberId ?? seats[0];
  }

  /** In the order of the agenda; what is not marked is an abstention. */
  private async marksOf(em: EntityManager, evaluationId: number, choices: MarkDto[]): Promise<Choice[]> {
    const items = await em.find(EvaluationItem, { where: { evaluationId }, order: { place: 'ASC' } });
    const onAgenda = new Set(items.map((item) => item.id));
    accept(choices.flatMap((mark, at) => faultsOf(mark, at, choices, onAgenda)));
    const marked = new Map(choices.map(({ itemId, choice }) => [itemId, choice]));
    return items.map((item) => marked.get(item.id) ?? 'abstained');
  }
}

function faultsOf({ itemId }: MarkDto, at: number, all: MarkDto[], onAgenda: Set<number>): FieldFault[] {
  const field = `choices.${at}.itemId`;
  if (!onAgenda.has(itemId)) return [fault(field, 'notOnAgenda', '此项不在本次评议的议程上，请刷新后重试。')];
  const isTwice = all.findIndex((mark) => mark.itemId === itemId) < at;
  return isTwice ? [fault(field, 'repeated', '同一项只能选择一次，请核对。')] : [];
}
