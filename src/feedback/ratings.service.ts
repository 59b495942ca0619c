import { Injectable } from '@nestjs/common';
import type { ProposalFacts } from '../lifecycle/facts';
import { type Actor, scopesOf, wears } from '../lifecycle/people';
import { accept, fault } from '../people/faults';
import { Names } from '../people/names.service';
import type { FieldFault } from '../platform/web/errors';
import type { Act, Done } from '../proposals/act';
import { Door } from '../proposals/door';
import { FeedbackForm } from '../proposals/entities/feedback-form.entity';
import { isDissatisfied } from '../proposals/facts/proposal-facts';
import { Subjects } from '../proposals/facts/subjects';
import { onBehalfOf } from '../proposals/on-behalf';
import type { RateDto } from './feedback.dto';
import { nextDebts } from '../proposals/next-debts';
import { ScansService } from './scans.service';

type Rated = Pick<
  FeedbackForm,
  'attitude' | 'result' | 'met' | 'metHow' | 'answersPoints' | 'text' | 'onBehalf' | 'scanId'
>;

/** What sponsors say about how their proposal was handled (反馈). It goes straight to the committee. */
@Injectable()
export class RatingsService {
  constructor(
    private readonly door: Door,
    private readonly subjects: Subjects,
    private readonly names: Names,
    private readonly scans: ScansService,
  ) {}

  /** Enters or changes the form of one sponsor for the round that is open. */
  async rate(actor: Actor, id: number, { version, ...dto }: RateDto): Promise<Done> {
    const rater = dto.sponsorId ?? (await this.ownSponsor(actor, id));
    const behalf = rater === undefined ? null : await onBehalfOf(this.names, actor, rater);
    const intent = { rater, onBehalf: behalf !== null };
    const about = { id, actor, version, onBehalfOf: behalf, intent };
    const deed = { machine: 'proposal', action: 'rate', ...about } as const;
    return this.door.perform<ProposalFacts>(deed, async (act) => {
      const sponsorId = rater as number; // the rule has asked for it
      accept(await this.faultsOf(act, sponsorId, dto));
      await this.enter(act, sponsorId, ratedBy(act.actor, sponsorId, dto));
    });
  }

  private async enter(act: Act<ProposalFacts>, sponsorId: number, rated: Rated): Promise<void> {
    const place = { proposalId: act.id, sponsorId, round: act.facts.round };
    const entered = { enteredBy: act.actor.accountId, enteredAt: act.now.at };
    const before = await act.em.findOneBy(FeedbackForm, place);
    if (before) await act.em.update(FeedbackForm, before.id, { ...rated, ...entered });
    else await act.em.insert(FeedbackForm, { ...place, ...rated, ...entered });
    act.note({ sponsorId, round: place.round, before: before && contentOf(before), after: rated });
    askForNext(act, sponsorId, isDissatisfied(rated));
  }

  /** Of several bodies the actor stands for, the one that rates here. */
  private async ownSponsor(actor: Actor, id: number): Promise<number | undefined> {
    const own = scopesOf(actor, 'sponsor');
    if (own.length < 2) return own[0];
    const subject = await this.subjects.load('proposal', id, this.door.now());
    const raters = (subject?.facts as ProposalFacts | undefined)?.raters ?? [];
    const rating = own.filter((sponsorId) => raters.includes(sponsorId));
    return rating.length === 1 ? rating[0] : undefined;
  }

  private async faultsOf(act: Act, sponsorId: number, dto: RateDto): Promise<FieldFault[]> {
    const faults: FieldFault[] = [];
    if (dto.metHow && !dto.met)
      faults.push(fault('metHow', 'notApplicable', '没有面商时不填写「面商方式」，请删除。'));
    if (!dto.scanId && !wears(act.actor, 'sponsor', sponsorId))
      faults.push(fault('scanId', 'required', '代提案者录入反馈须附征询意见表「扫描件」，请先上传。'));
    if (dto.scanId && !(await this.scans.has(act.em, act.id, sponsorId, dto.scanId)))
      faults.push(fault('scanId', 'unknown', '「扫描件」不是该提案者就本提案的征询意见表，请重新上传。'));
    return faults;
  }
}

function ratedBy(actor: Actor, sponsorId: number, dto: RateDto): Rated {
  const { attitude, result, met, metHow = null, answersPoints, text = null, scanId = null } = dto;
  const onBehalf = !wears(actor, 'sponsor', sponsorId);
  return { attitude, result, met, metHow, answersPoints, text, onBehalf, scanId };
}

function contentOf(form: FeedbackForm): Rated {
  const { attitude, result, met, metHow, answersPoints, text, onBehalf, scanId } = form;
  return { attitude, result, met, metHow, answersPoints, text, onBehalf, scanId };
}

/** A new 不满意 is a new question to the director, also after the director has declined once. */
function askForNext(act: Act<ProposalFacts>, sponsorId: number, dissatisfied: boolean): void {
  if (dissatisfied) act.set({ rehandlingDeclinedRound: null });
  const others = act.facts.forms.filter((form) => form.sponsorId !== sponsorId);
  const forms = [...others, { sponsorId, dissatisfied }];
  const rehandlingDeclined = act.facts.rehandlingDeclined && !dissatisfied;
  act.settle('feedback', sponsorId);
  nextDebts(act, { ...act.facts, forms, rehandlingDeclined });
}
