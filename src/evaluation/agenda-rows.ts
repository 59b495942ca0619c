import type { EntityManager } from 'typeorm';
import type { Database } from '../platform/database/database';
import { EvaluationItem } from '../proposals/entities/evaluation-item.entity';
import type { Evaluation } from '../proposals/entities/evaluation.entity';
import { type AgendaCase, casesOnAgenda } from './agenda-cases';
import { CHOICES } from './ballot-paper';
import { dimensionsOf } from './dimensions';
import { type Counts, tiedIn } from './tally';

type Meeting = Pick<Evaluation, 'id' | 'objects' | 'dimensions'>;
type Unit = { id: number; name: string };

const UNITS = `SELECT u."id", u."name" FROM "evaluationItem" i JOIN "handlingUnit" u ON u."id" = i."unitId"
  WHERE i."evaluationId" = ?`;

export type MaterialItem = Awaited<ReturnType<typeof materialsOf>>[number];

/** What the voters vote on, with all that lies before them, and the counts once they are known. */
export async function materialsOf(db: Database, em: EntityManager, meeting: Meeting) {
  const where = { evaluationId: meeting.id };
  const items = await em.find(EvaluationItem, { where, order: { place: 'ASC' } });
  const cases = await casesOnAgenda(db, em, meeting);
  const units = meeting.objects === 'units' ? await db.rows<Unit>(UNITS, [meeting.id], em) : [];
  return items.map((item) => {
    const own = cases.filter(({ itemId }) => itemId === item.id).map(withoutItem);
    const unit = units.find(({ id }) => id === item.unitId);
    return {
      ...{ id: item.id, place: item.place, proposalId: item.proposalId, unitId: item.unitId },
      subject: unit?.name ?? own[0].subject,
      cases: own,
      ...countsOf(item, meeting),
    };
  });
}

/** The same without what has to be read at leisure; a proposal on the agenda is its own only case. */
export async function agendaOf(db: Database, em: EntityManager, meeting: Meeting) {
  const items = await materialsOf(db, em, meeting);
  return items.map(({ cases, ...item }) => {
    const inShort = cases.map(({ summary: _, promises: __, ...each }) => each);
    return meeting.objects === 'units' ? { ...item, cases: inShort } : { ...inShort[0], ...item };
  });
}

const withoutItem = ({ itemId: _, ...each }: AgendaCase & { itemId: number }): AgendaCase => each;

/** There are no counts, not even of abstentions, before the box is closed. */
function countsOf(item: EvaluationItem, meeting: Meeting) {
  const { collected, spoiled, grade, passed } = item;
  const known = { collected, spoiled, grade, passed };
  if (item.dimensions !== null) {
    const ofDimension = dimensionsOf(meeting).map((dimension, at) => {
      const counts = onlyCounts(item.dimensions?.[at] as Counts);
      return { ...dimension, counts, tied: tiedIn(counts) };
    });
    return { counts: null, tied: [], dimensions: ofDimension, ...known };
  }
  const counts = item.abstained === null ? null : onlyCounts(item as Counts);
  return { counts, tied: counts ? tiedIn(counts) : [], dimensions: null, ...known };
}

const onlyCounts = (of: Counts) =>
  Object.fromEntries(CHOICES.map((choice) => [choice, of[choice]])) as Record<keyof Counts, number>;
