import { Injectable } from '@nestjs/common';
import type { ProposalFacts } from '../lifecycle/facts';
import type { Actor } from '../lifecycle/people';
import { Database } from '../platform/database/database';
import type { Act, Done } from '../proposals/act';
import type { DeedDto } from '../proposals/deed.dto';
import { Door } from '../proposals/door';
import { Merging } from '../proposals/entities/merging.entity';
import { askedIn, openMerging } from './consents.service';
import { jointOf } from './joint';
import type { UnmergeDto } from './merging.dto';

/** Merging (并案): a case follows a principal and stays whole, its text, number, sponsors and history untouched. */
@Injectable()
export class MergingService {
  constructor(
    private readonly door: Door,
    private readonly database: Database,
  ) {}

  merge(actor: Actor, id: number, { version }: DeedDto): Promise<Done> {
    const deed = { machine: 'proposal', action: 'merge', id, actor, version } as const;
    return this.door.perform<ProposalFacts>(deed, async (act) => {
      const { id: mergingId, principalId } = await openMerging(act);
      await act.em.update(Merging, mergingId, { state: 'done', doneAt: act.now.at });
      act.set({ principalId });
      act.note({ principalId, asked: askedIn(act), answers: act.facts.merge?.answers });
      this.tellPrincipal(act, 'joined', principalId);
    });
  }

  /** Possible until the principal is replied. The case is filed again, and the principal what it was without it. */
  unmerge(actor: Actor, id: number, { version, reason }: UnmergeDto): Promise<Done> {
    const deed = { machine: 'proposal', action: 'unmerge', id, actor, version } as const;
    return this.door.perform<ProposalFacts>(deed, async (act) => {
      const { id: mergingId, principalId } = await lastingMerging(act);
      const ended = { state: 'undone', undoneAt: act.now.at, endReason: reason } as const;
      await act.em.update(Merging, mergingId, ended);
      act.set({ principalId: null });
      act.note({ principalId, reason, asked: askedIn(act) });
      this.tellPrincipal(act, 'parted', principalId);
    });
  }

  /** The principal's own part: its history shows the change, and its version rises, so that nobody acts beside it. */
  private tellPrincipal(act: Act, action: 'joined' | 'parted', id: number): void {
    act.then<ProposalFacts>({ machine: 'proposal', action, id }, async (principal) => {
      const joint = await jointOf(this.database, principal.em, principal.id);
      principal.set(joint);
      principal.note({ followerId: act.id, ...joint });
    });
  }
}

function lastingMerging({ em, id }: Act): Promise<Merging> {
  return em.findOneByOrFail(Merging, { followerId: id, state: 'done' });
}
