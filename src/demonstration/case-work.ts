import type { Mode } from '../lifecycle/facts';
import type { Cast } from './cast';
import { type Hands, versionOf } from './hands';
import { type Handled, modeOf, type Progress, type Writing } from './material';

const CLERK = '提案委经办';
const DIRECTOR = '提案委主任';

export interface Assigned {
  lead: number;
  leadUnit: string;
  co: { id: number; unit: string }[];
}

/** What people do to one case, in the words of the trade; who does it follows from the case. */
export class CaseWork {
  constructor(
    readonly hands: Hands,
    readonly cast: Cast,
  ) {}

  readonly clerk = () => this.cast.actor(CLERK);
  readonly director = () => this.cast.actor(DIRECTOR);

  async draft(writing: Writing, category: string, sessionId: number, units: string[] = []): Promise<number> {
    const { sponsor, subject, situation, analysis, recommendations } = writing;
    const text = { subject, situation, analysis, recommendations, category, publicityWish: 'open' as const };
    const suggestedUnits = units.map(this.cast.unitId);
    const draft = {
      sponsorId: this.cast.sponsorId(sponsor),
      sessionId,
      signedAs: sponsor,
      ...text,
      suggestedUnits,
    };
    const { id } = await this.hands.drafts.draft(this.cast.sponsor(sponsor), draft);
    return id;
  }

  async submit(id: number, sponsor: string): Promise<void> {
    const actor = this.cast.sponsor(sponsor);
    await this.hands.submission.signAsConvener(actor, id, { name: actor.name }).catch(() => undefined);
    await this.hands.submission.submit(actor, id, {});
  }

  async recommendFiling(id: number, reason: string): Promise<void> {
    await this.hands.examination.recommend(this.clerk(), id, { outcome: 'file', reason });
  }

  async handOver(id: number, office: string): Promise<void> {
    await this.hands.handOver.handOver(this.clerk(), id, { officeId: this.cast.officeId(office) });
  }

  async assign(
    id: number,
    office: string,
    mode: Mode,
    leadUnit: string,
    coHandlers: string[],
  ): Promise<Assigned> {
    const lead = { unitId: this.cast.unitId(leadUnit), role: 'lead' as const };
    const others = coHandlers.map((unit) => ({ unitId: this.cast.unitId(unit), role: 'coHandler' as const }));
    const chosen = { mode, units: [lead, ...others] };
    const { assignments } = await this.hands.assigning.assign(this.cast.officeActor(office), id, chosen);
    const idOf = (unitId: number) => assignments.find((each) => each.unitId === unitId)?.id ?? 0;
    const co = coHandlers.map((unit) => ({ id: idOf(this.cast.unitId(unit)), unit }));
    return { lead: idOf(lead.unitId), leadUnit, co };
  }

  async acknowledge({ lead, leadUnit, co }: Assigned): Promise<void> {
    await this.hands.acknowledgement.acknowledge(this.cast.handler(leadUnit), lead, {});
    for (const { id, unit } of co)
      await this.hands.acknowledgement.acknowledge(this.cast.handler(unit), id, {});
  }

  async telephone({ lead, leadUnit }: Assigned, on: string): Promise<void> {
    const people = `${leadUnit}经办与提案者`;
    const met = {
      heldOn: on,
      mode: 'phone',
      people,
      outcome: '首次联系，了解提案背景，约定面商的时间和方式。',
    };
    await this.hands.consultations.record(this.cast.handler(leadUnit), lead, met);
  }

  async consult({ lead, leadUnit }: Assigned, { consultation }: Handled, on: string): Promise<void> {
    const { mode, place, outcome } = consultation;
    const met = {
      heldOn: on,
      mode: modeOf(mode),
      people: `${leadUnit}经办与提案者，地点：${place}`,
      outcome,
    };
    await this.hands.consultations.record(this.cast.handler(leadUnit), lead, met);
  }

  async report({ lead, leadUnit }: Assigned, { text, figures }: Progress, on: string): Promise<void> {
    await this.hands.progress.report(this.cast.handler(leadUnit), lead, { reportedOn: on, text, figures });
  }

  async giveOpinions({ co }: Assigned, { coOpinions = [] }: Handled, docNo: string): Promise<void> {
    for (const { id, unit } of co) {
      const body =
        coOpinions.find((opinion) => opinion.unit === unit)?.text ?? '同意主办单位意见，将配合做好落实。';
      const opinion = { docNo: `会办${docNo}`, body, signer: `${unit}分管领导` };
      await this.hands.opinions.give(this.cast.leader(unit), id, opinion);
    }
  }

  async draftReply({ lead, leadUnit }: Assigned, { reply, promises }: Handled): Promise<void> {
    const { body, contactPerson, publicity, publicityReason = null } = reply;
    const contact = { contactPerson, contactPhone: this.cast.phoneOf(contactPerson) };
    const planned = promises.map(({ text, due }) => ({ text, dueOn: due }));
    const draft = { body, class: reply.class, promises: planned, ...contact, publicity, publicityReason };
    const version = await versionOf(this.hands, lead);
    await this.hands.replies.draft(this.cast.handler(leadUnit), lead, { ...draft, version });
  }

  async askCountersign({ lead, leadUnit }: Assigned): Promise<void> {
    await this.hands.countersigning.ask(this.cast.handler(leadUnit), lead, {});
  }

  async countersign(co: { id: number; unit: string }[]): Promise<void> {
    for (const { id, unit } of co)
      await this.hands.countersigning.sign(this.cast.leader(unit), id, { note: '同意。' });
  }

  async sendToAudit({ lead, leadUnit }: Assigned): Promise<void> {
    await this.hands.audits.submit(this.cast.handler(leadUnit), lead, {});
  }

  async passAudit({ lead }: Assigned, office: string): Promise<void> {
    await this.hands.audits.pass(this.cast.officeActor(office), lead, { note: '内容规范，同意签发。' });
  }

  /** Collective and key proposals are signed by the principal leader; here every reply is. */
  async issue({ lead, leadUnit }: Assigned, docNo: string) {
    const signed = { docNo: `提办${docNo}`, signer: `${leadUnit}主要领导`, principalLeader: true };
    return this.hands.issuing.issue(this.cast.leader(leadUnit), lead, signed);
  }
}
