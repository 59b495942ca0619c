import { Injectable } from '@nestjs/common';
import type { Actor } from '../../lifecycle/people';
import { dayOf } from '../../platform/clock/calendar';
import type { FieldFault } from '../../platform/web/errors';
import { type Page, windowOf } from '../../platform/web/page.dto';
import { Directory } from '../directory';
import { accept, fault } from '../faults';
import type { Register } from '../register';
import { PlenarySession } from './plenary-session.entity';
import type { SessionChange, SessionDraft, SessionsQuery } from './sessions.dto';
import { Term } from './term.entity';

@Injectable()
export class SessionsService {
  constructor(private readonly directory: Directory) {}

  /** The newest first. */
  async list({ termId, ...query }: SessionsQuery): Promise<Page<PlenarySession>> {
    const { page, size, offset } = windowOf(query);
    const order = { opensOn: 'DESC', id: 'DESC' } as const;
    const wanted = { where: termId ? { termId } : {}, order, skip: offset, take: size };
    const [items, total] = await this.directory.reader.findAndCount(PlenarySession, wanted);
    return { items, total, page, size };
  }

  get(id: number): Promise<PlenarySession> {
    return this.directory.find(PlenarySession, id);
  }

  create(actor: Actor, draft: SessionDraft): Promise<PlenarySession> {
    return this.directory.keep(actor, 'plenarySession', async (register) => {
      accept([...timeFaults(draft), ...(await placeFaults(register, draft))]);
      return register.add(PlenarySession, { ...valuesOf(draft), caseNoLast: 0, receiptNoLast: 0 });
    });
  }

  update(actor: Actor, id: number, { version, ...change }: SessionChange): Promise<PlenarySession> {
    return this.directory.keep(actor, 'plenarySession', async (register) => {
      accept([...timeFaults(change), ...(await placeFaults(register, change, id))]);
      return register.change(PlenarySession, { id, version }, valuesOf(change));
    });
  }
}

function valuesOf({ termId, number, opensOn, closesOn, submissionDeadline, replyBy = null }: SessionDraft) {
  return { termId, number, opensOn, closesOn, submissionDeadline, replyBy };
}

function timeFaults({ opensOn, closesOn, submissionDeadline, replyBy }: SessionDraft): FieldFault[] {
  const faults: FieldFault[] = [];
  const early = (field: string, message: string) => faults.push(fault(field, 'tooEarly', message));
  if (closesOn < opensOn) early('closesOn', '「闭幕日期」不能早于开幕日期。');
  if (dayOf(submissionDeadline) < opensOn) early('submissionDeadline', '「提案截止时间」不能早于开幕日期。');
  if (replyBy && replyBy < closesOn) early('replyBy', '「统一答复期限」不能早于闭幕日期。');
  return faults;
}

async function placeFaults(
  register: Register,
  { termId, number }: SessionDraft,
  except?: number,
): Promise<FieldFault[]> {
  if (!(await register.em.existsBy(Term, { id: termId })))
    return [fault('termId', 'unknown', '「届」不存在，请重新选择。')];
  const twin = await register.em.findOneBy(PlenarySession, { termId, number });
  return twin && twin.id !== except
    ? [fault('number', 'duplicate', `本届第 ${number} 次会议已经登记，请核对。`)]
    : [];
}
