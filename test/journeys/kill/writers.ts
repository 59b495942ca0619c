import { PDF } from '../../support/files';
import type { Person } from '../../support/people';
import { JOINT, unitsFor } from '../../support/steps/assignment';
import { WHOLE_TEXT } from '../../support/steps/submission';
import type { World } from '../../support/world';

/** What a server answered with success: from then on it must not be lost. */
export interface Answered {
  kind: 'proposal' | 'assignment';
  action: string;
  id: number;
  stage: string;
  version: number;
  receiptNo?: number;
  caseNo?: number;
  attachmentId?: number;
}

interface Step {
  by: (world: World) => Person;
  action: string;
  on?: 'assignment';
  method?: 'PUT';
  path: string;
  body?: (world: World, version: number) => object;
}

const clerk = ({ by }: World) => by.clerk;
const first = ({ by }: World) => by.first;

const WAY: Step[] = [
  {
    by: first,
    action: 'edit',
    method: 'PUT',
    path: 'text',
    body: (_, version) => ({ version, analysis: '再想想。' }),
  },
  { by: first, action: 'attach', path: 'attachments' },
  { by: first, action: 'submit', path: 'submit' },
  { by: clerk, action: 'recommend', path: 'recommend', body: () => ({ outcome: 'file' }) },
  { by: ({ by }) => by.director, action: 'file', path: 'file' },
  {
    by: clerk,
    action: 'handOver',
    path: 'hand-over',
    body: ({ offices }) => ({ officeId: offices.government }),
  },
  {
    by: ({ by }) => by.government,
    action: 'assign',
    path: 'assign',
    body: (world) => ({ mode: 'joint', units: unitsFor(world, JOINT) }),
  },
  { by: ({ by }) => by.transport.handler, action: 'acknowledge', on: 'assignment', path: 'acknowledge' },
];
const WITHDRAWN: Step[] = [
  ...WAY.slice(0, 3),
  { by: first, action: 'withdraw', path: 'withdraw', body: () => ({ reason: '另行提出。' }) },
];

/** Carries one proposal after another through its life until the server is gone; gives what was answered. */
export async function write(url: string, world: World, answered: Answered[]): Promise<void> {
  const writer = new Writer(url, world, answered);
  for (let count = 0; await writer.carry(count % 3 === 2 ? WITHDRAWN : WAY); count += 1);
}

class Writer {
  constructor(
    private readonly url: string,
    private readonly world: World,
    private readonly answered: Answered[],
  ) {}

  /** False when the server has gone. */
  async carry(way: Step[]): Promise<boolean> {
    const draft = { sponsorId: this.world.sponsors.first, ...WHOLE_TEXT };
    let done = await this.post(this.world.by.first, 'POST', '/api/proposals', draft);
    if (!done) return false;
    const { id } = this.keep('proposal', 'draft', done);
    let leadId = 0;
    for (const { by, action, on, method = 'POST', path, body } of way) {
      const target = on ? `/api/assignments/${leadId}` : `/api/proposals/${id}`;
      const payload = action === 'attach' ? form() : (body?.(this.world, done.version) ?? {});
      done = await this.post(by(this.world), method, `${target}/${path}`, payload);
      if (!done) return false;
      this.keep(on ?? 'proposal', action, done);
      leadId = done.assignments?.[0].id ?? leadId;
    }
    return true;
  }

  private keep(kind: Answered['kind'], action: string, done: Omit<Answered, 'kind' | 'action'>): Answered {
    const kept = { ...done, kind, action };
    this.answered.push(kept);
    return kept;
  }

  private async post(by: Person, method: string, path: string, payload: object) {
    const isForm = payload instanceof FormData;
    const headers = { ...by.headers, ...(isForm ? {} : { 'content-type': 'application/json' }) };
    const body = isForm ? payload : JSON.stringify(payload);
    let answer: Response;
    let text: string;
    try {
      answer = await fetch(this.url + path, { method, headers, body });
      text = await answer.text();
    } catch {
      // The connection broke: nobody knows whether it was done.
      return null;
    }
    if (!answer.ok) throw new Error(`${method} ${path}: ${answer.status} ${text}`);
    return JSON.parse(text) as Answered & { assignments?: { id: number }[] };
  }
}

function form(): FormData {
  const data = new FormData();
  data.append('file', new Blob([new Uint8Array(PDF)]), '附件.pdf');
  return data;
}
