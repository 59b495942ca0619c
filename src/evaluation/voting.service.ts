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
import { Evaluation } from '../proposals/entities/evaluation.entity';
import { BallotBox } from './ballot-box';
import type { Choice } from './ballot-paper';
import type { MarkDto, VotedDto, VoteDto } from './evaluation.dto';
import { dimensionsOf, OVERALL } from './dimensions';
import { issuedTo } from './issued';
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
      act.set({ issued: issuedTo(act.facts) });
      act.note({ due: eligible.length, present: present.length, items: act.facts.items });
    });
  }

  /** Receipt and ballot come together or not at all; what joins them ends with this transaction. */
  async vote(actor: Actor, id: number, { choices }: VoteDto): Promise<VotedDto> {
    const voter = await this.voterIn(actor, id);
    const deed = { machine: 'evaluation', action: 'vote', id, actor, intent: { voter } } as const;
    return this.door.perform<EvaluationFacts, { receipted: boolean }>(deed, async ({ em }) => {
      const marks = await this.marksOf(em, id, choices);
      const unused = { evaluationId: id, memberId: voter, receipted: false, paper: false };
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

  /** In the order of the agenda, and of the dimensions; what is not marked is an abstention. */
  private async marksOf(em: EntityManager, evaluationId: number, choices: MarkDto[]): Promise<Choice[]> {
    const meeting = await em.findOneByOrFail(Evaluation, { id: evaluationId });
    const items = await em.find(EvaluationItem, { where: { evaluationId }, order: { place: 'ASC' } });
    const codes = dimensionsOf(meeting).map(({ code }) => code);
    const onAgenda = new Set(items.map((item) => item.id));
    accept(choices.flatMap((mark, at) => faultsOf(mark, at, choices, { onAgenda, codes })));
    const marked = new Map(choices.map((mark) => [placeOf(mark), mark.choice]));
    return items.flatMap(({ id: itemId }) =>
      codes.map((dimension) => marked.get(placeOf({ itemId, dimension })) ?? 'abstained'),
    );
  }
}

interface Ballot {
  readonly onAgenda: Set<number>;
  readonly codes: readonly string[];
}

function faultsOf(mark: MarkDto, at: number, all: MarkDto[], { onAgenda, codes }: Ballot): FieldFault[] {
  const field = `choices.${at}.itemId`;
  if (!onAgenda.has(mark.itemId))
    return [fault(field, 'notOnAgenda', '此项不在本次评议的议程上，请刷新后重试。')];
  if (!codes.includes(codeOf(mark)))
    return [fault(`choices.${at}.dimension`, 'unknown', '没有这一评价维度，请刷新后重试。')];
  const isTwice = all.findIndex((each) => placeOf(each) === placeOf(mark)) < at;
  return isTwice ? [fault(field, 'repeated', '同一项只能选择一次，请核对。')] : [];
}

type Place = Pick<MarkDto, 'itemId' | 'dimension'>;
const codeOf = ({ dimension }: Pick<Place, 'dimension'>): string => dimension ?? OVERALL.code;
const placeOf = (mark: Place): string => `${mark.itemId} ${codeOf(mark)}`;
