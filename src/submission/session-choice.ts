import type { EntityManager } from 'typeorm';
import { accept, fault } from '../people/faults';
import { PlenarySession } from '../people/terms/plenary-session.entity';
import type { Moment } from '../lifecycle/rule';

/**
 * The session a new proposal belongs to: the wanted one, else the one whose submission deadline comes next, else the
 * latest. A session that another has followed already takes nothing new.
 */
export async function chooseSession(
  em: EntityManager,
  wanted: number | null | undefined,
  now: Moment,
): Promise<PlenarySession> {
  const sessions = await em.find(PlenarySession, { order: { opensOn: 'ASC', id: 'ASC' } });
  if (sessions.length === 0) accept([fault('sessionId', 'none', '尚未登记会议，请联系提案委登记后再起草。')]);
  const ahead = sessions.filter((session) => session.submissionDeadline >= now.at).sort(byDeadline);
  const latest = sessions.filter((session) => session.opensOn <= now.day).at(-1);
  const open = [...ahead, latest ?? sessions[sessions.length - 1]];
  const chosen = wanted ? open.find(({ id }) => id === wanted) : open[0];
  if (!chosen) accept([fault('sessionId', 'unknown', '该次会议不存在或者已有后续会议，请重新选择。')]);
  return chosen as PlenarySession;
}

function byDeadline(one: PlenarySession, other: PlenarySession): number {
  return one.submissionDeadline < other.submissionDeadline ? -1 : 1;
}
