import { Injectable } from '@nestjs/common';
import type { Actor } from '../../lifecycle/people';
import type { Page } from '../../platform/web/page.dto';
import { type PageQuery, windowOf } from '../../platform/web/page.dto';
import { Directory } from '../directory';
import { accept, fault } from '../faults';
import type { Register } from '../register';
import { Term } from './term.entity';
import type { TermChange, TermDraft } from './terms.dto';

@Injectable()
export class TermsService {
  constructor(private readonly directory: Directory) {}

  /** The newest first. */
  async list(query: PageQuery): Promise<Page<Term>> {
    const { page, size, offset } = windowOf(query);
    const wanted = { order: { number: 'DESC' }, skip: offset, take: size } as const;
    const [items, total] = await this.directory.reader.findAndCount(Term, wanted);
    return { items, total, page, size };
  }

  get(id: number): Promise<Term> {
    return this.directory.find(Term, id);
  }

  create(actor: Actor, draft: TermDraft): Promise<Term> {
    return this.directory.keep(actor, 'term', async (register) => {
      await refuseFaults(register, draft);
      return register.add(Term, valuesOf(draft));
    });
  }

  update(actor: Actor, id: number, { version, ...change }: TermChange): Promise<Term> {
    return this.directory.keep(actor, 'term', async (register) => {
      await refuseFaults(register, change, id);
      return register.change(Term, { id, version }, valuesOf(change));
    });
  }
}

function valuesOf({ number, name, fromDay, toDay = null }: TermDraft) {
  return { number, name, fromDay, toDay };
}

async function refuseFaults(
  register: Register,
  { number, fromDay, toDay }: TermDraft,
  except?: number,
): Promise<void> {
  const others = await register.em.find(Term);
  const taken = others.some((term) => term.id !== except && term.number === number);
  accept([
    ...(taken ? [fault('number', 'duplicate', `第 ${number} 届已经登记，请核对。`)] : []),
    ...(toDay && toDay < fromDay ? [fault('toDay', 'beforeStart', '「届满日期」不能早于起始日期。')] : []),
  ]);
}
