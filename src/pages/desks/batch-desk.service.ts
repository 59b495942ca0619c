import { Injectable } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import type { Actor } from '../../lifecycle/people';
import type { FieldFault } from '../../platform/web/errors';
import { DeedDesk } from '../deeds/deed-desk';
import { DeedPerformance } from '../deeds/deed-performance';
import { OptionLists } from '../deeds/option-lists';
import type { Each } from './batch-results';

export interface Batch {
  /** What became of each; undefined when nothing was done, and `faults` say why. */
  readonly results?: readonly Each[];
  readonly faults: readonly FieldFault[];
}

/** Does the same to many cases, by the batch routes of the API. */
@Injectable()
export class BatchDesk {
  constructor(
    private readonly desk: DeedDesk,
    private readonly performance: DeedPerformance,
    private readonly lists: OptionLists,
  ) {}

  /** At least one has to be ticked: the DTO would say so of a field that the page does not have. */
  async perform(
    path: string,
    body: { readonly ids?: readonly unknown[]; readonly items?: readonly unknown[] },
    request: FastifyRequest,
  ): Promise<Batch> {
    if ((body.ids ?? body.items ?? []).length === 0)
      return { faults: [{ field: '', code: 'none', message: '没有选择提案，请先勾选。' }] };
    const { deed } = this.desk.find(path, false);
    const outcome = await this.performance.perform(deed, path, request, body);
    if (outcome.kind === 'done') return { results: outcome.result as unknown as Each[], faults: [] };
    return { faults: faultsIn(outcome) };
  }

  /** The same deed for each case with what each needs, where the API knows it for one only. */
  async performEach(
    verb: string,
    bodies: readonly { readonly id: number; readonly body: object }[],
    request: FastifyRequest,
  ): Promise<Each[]> {
    const results: Each[] = [];
    for (const { id, body } of bodies) {
      const path = `proposals/${id}/${verb}`;
      const outcome = await this.performance.perform(this.desk.find(path, false).deed, path, request, body);
      results.push(
        outcome.kind === 'done' ? { id, ok: true } : { id, ok: false, reasons: faultsIn(outcome) },
      );
    }
    return results;
  }

  async namesOf(actor: Actor, results: readonly Each[]): Promise<Map<number, string>> {
    const options = await this.lists.cases.named(
      actor,
      results.map(({ id }) => id),
    );
    return new Map(options.map(({ value, label }) => [Number(value), label]));
  }
}

/** What stood in the way, for a page that asks in another way than the DTO: no field of it is linked. */
export function faultsIn(
  outcome: Exclude<Awaited<ReturnType<DeedPerformance['perform']>>, { kind: 'done' }>,
) {
  if (outcome.kind === 'invalid') return outcome.faults.map((each) => ({ ...each, field: '' }));
  const messages =
    outcome.kind === 'refused' ? outcome.reasons.map(({ message }) => message) : [outcome.detail];
  return messages.map((message) => ({
    field: '',
    code: outcome.kind,
    message: message || '没有办成，请重试。',
  }));
}
