import { Injectable } from '@nestjs/common';
import type { Actor } from '../lifecycle/people';
import { accept, fault } from '../people/faults';
import { eachOnItsOwn } from '../platform/web/batch';
import { AssigningService } from './assigning.service';
import type { AssignManyDto, EachDto, HandOverManyDto } from './batch.dto';
import { HandOverService } from './hand-over.service';

/** The hand-over meeting (交办会): many at once, each by itself, and nothing half done. */
@Injectable()
export class BatchService {
  constructor(
    private readonly handOvers: HandOverService,
    private readonly assigning: AssigningService,
  ) {}

  handOver(actor: Actor, { items }: HandOverManyDto): Promise<EachDto[]> {
    const byId = byProposal(items);
    return eachOnItsOwn([...byId.keys()], (id) => this.handOvers.handOver(actor, id, byId.get(id)!));
  }

  assign(actor: Actor, { items }: AssignManyDto): Promise<EachDto[]> {
    const byId = byProposal(items);
    return eachOnItsOwn([...byId.keys()], (id) => this.assigning.assign(actor, id, byId.get(id)!));
  }
}

/** Throws Invalid when a proposal is named twice: nobody could say which of the two was meant. */
function byProposal<T extends { proposalId: number }>(items: readonly T[]): Map<number, T> {
  const isFirst = (item: T, at: number) => items.findIndex((it) => it.proposalId === item.proposalId) === at;
  accept(
    items.flatMap((item, at) =>
      isFirst(item, at) ? [] : [fault(`items.${at}.proposalId`, 'repeated', '「提案」中有重复的内容。')],
    ),
  );
  return new Map(items.map((item) => [item.proposalId, item]));
}
