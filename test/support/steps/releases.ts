import { upload } from '../files';
import type { Problem } from '../problems';
import { type Answer, type App, must, perform, send } from '../requests';
import type { World } from '../world';

interface Lead {
  readonly id: number;
}

/** A file that the unit adds to a report of its progress; gives the id of the file. */
export async function aProgressFile(
  app: App,
  world: World,
  lead: Lead,
  name: string,
  content: Buffer,
): Promise<number> {
  const by = world.by.transport.handler;
  const report = { reportedOn: '2026-03-02', text: '附材料。' };
  const url = `/api/assignments/${lead.id}`;
  const { reportId } = await must<{ reportId: number }>(app, by, 'POST', `${url}/report-progress`, report);
  const { body } = await upload(app, by, `${url}/progress/${reportId}/attachments`, { name, content });
  return body.attachmentId as number;
}

export interface Inspection {
  findings: { code: string; count: number; word: string }[];
  needsConfirmation: boolean;
  hits: { kind: string; text: string; decision: string | null }[];
}

export const inspect = (app: App, world: World, id: number, attachmentId: number): Promise<Inspection> =>
  must(app, world.by.clerk, 'GET', `/api/proposals/${id}/dossier/attachments/${attachmentId}`);

export const tryRelease = (
  app: App,
  world: World,
  id: number,
  attachmentId: number,
  more: object = {},
): Promise<Answer<Problem>> =>
  send(app, world.by.clerk, 'POST', `/api/proposals/${id}/release-attachment`, { attachmentId, ...more });

export const withdraw = (app: App, world: World, id: number, attachmentId: number) =>
  perform(app, world.by.clerk, id, 'withdraw-attachment', { attachmentId, reason: '不宜公开。' });

/** Decides the same about everything that was found, in the text or in a file. */
export async function decideAll(
  app: App,
  world: World,
  id: number,
  decision: string,
  attachmentId?: number,
): Promise<void> {
  const path = attachmentId ? `dossier/attachments/${attachmentId}` : 'dossier';
  const { hits } = await must<Inspection>(app, world.by.clerk, 'GET', `/api/proposals/${id}/${path}`);
  const decisions = hits.map(({ text }) => ({ text, decision }));
  await perform(app, world.by.clerk, id, 'decide-personal-data', { attachmentId, decisions });
}
