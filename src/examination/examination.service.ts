import { Injectable } from '@nestjs/common';
import type { ProposalFacts } from '../lifecycle/facts';
import type { Actor } from '../lifecycle/people';
import { accept } from '../people/faults';
import type { Act, Done, Work } from '../proposals/act';
import type { DeedDto } from '../proposals/deed.dto';
import { Door } from '../proposals/door';
import { Recommendation } from '../proposals/entities/recommendation.entity';
import { Rules } from '../proposals/rules';
import { Database } from '../platform/database/database';
import { CaseNumbers } from './case-numbers.service';
import type * as dto from './examination.dto';
import { outcomeFaults, unknownFaults } from './outcome';

/** The examination (审查): one prepares the outcome, another decides, and filing gives the case number. */
@Injectable()
export class ExaminationService {
  constructor(
    private readonly database: Database,
    private readonly door: Door,
    private readonly rules: Rules,
    private readonly numbers: CaseNumbers,
  ) {}

  /** Replaces an earlier recommendation nobody has decided on. */
  recommend(actor: Actor, id: number, given: dto.RecommendDto): Promise<Done> {
    accept(outcomeFaults(given, this.rules.handling));
    const { outcome, reasonCode = null, disposition = null, reason = null, category } = given;
    return this.perform(actor, id, 'recommend', given, async (act) => {
      const found = { outcome, reasonCode, disposition, reason };
      await this.overrule(act);
      const by = { byAccountId: actor.accountId, at: act.now.at };
      const row = { ...found, ...by, proposalId: act.id, state: 'open' as const };
      await this.database.insert(Recommendation, [row], act.em);
      if (category) act.set({ category });
      act.note({ ...found, ...(category ? { category } : {}) });
    });
  }

  reexamine(actor: Actor, id: number, given: dto.ReexamineDto): Promise<Done> {
    return this.perform(actor, id, 'reexamine', given, async (act) => {
      await this.overrule(act);
      act.note({ note: given.note });
    });
  }

  file(actor: Actor, id: number, given: DeedDto = {}): Promise<dto.FiledDto> {
    return this.perform(actor, id, 'file', given, async (act) => {
      const { reason } = await confirm(act);
      const caseNo = await this.numbers.next(act.em, act.id);
      act.set({ caseNo, filedAt: act.now.at, reasonCode: null, disposition: null, decisionNote: reason });
      act.note({ caseNo });
      return { caseNo };
    });
  }

  returnForRevision(actor: Actor, id: number, given: dto.ReturnDto): Promise<Done> {
    return this.perform(actor, id, 'returnForRevision', given, async (act) => {
      const prepared = await confirm(act);
      const reason = given.reason ?? prepared.reason;
      act.set({ reasonCode: null, disposition: null, decisionNote: reason });
      act.note({ reason });
    });
  }

  notFile(actor: Actor, id: number, given: dto.NotFileDto): Promise<Done> {
    accept(unknownFaults(given, this.rules.handling));
    return this.perform(actor, id, 'notFile', given, async (act) => {
      const prepared = await confirm(act);
      const reasonCode = given.reasonCode ?? prepared.reasonCode;
      const disposition = given.disposition ?? prepared.disposition;
      const reason = given.reason ?? prepared.reason;
      act.set({ reasonCode, disposition, decisionNote: reason });
      act.note({ reasonCode, disposition, reason });
    });
  }

  designateKey(actor: Actor, id: number, given: dto.DesignateKeyDto): Promise<Done> {
    return this.perform(actor, id, 'designateKey', given, (act) => {
      act.set({ isKey: true, keyLeader: given.leader });
      act.note({ leader: given.leader });
    });
  }

  undesignateKey(actor: Actor, id: number, given: dto.UndesignateKeyDto): Promise<Done> {
    return this.perform(actor, id, 'undesignateKey', given, (act) => {
      act.set({ isKey: false, keyLeader: null });
      act.note({ reason: given.reason });
    });
  }

  private async overrule({ id, em }: Act): Promise<void> {
    const open = { proposalId: id, state: 'open' as const };
    await this.database.update(Recommendation, open, { state: 'overruled' }, em);
  }

  private perform<T extends object>(
    actor: Actor,
    id: number,
    action: string,
    { version }: DeedDto,
    work: Work<ProposalFacts, T>,
  ): Promise<Done & T> {
    return this.door.perform({ machine: 'proposal', action, id, actor, version }, work);
  }
}

/** The recommendation the rule has asked for, now final. */
async function confirm(act: Act): Promise<Recommendation> {
  const open = await act.em.findOneByOrFail(Recommendation, { proposalId: act.id, state: 'open' });
  await act.em.update(Recommendation, open.id, { state: 'confirmed' });
  return open;
}
