import type { EntityManager } from 'typeorm';
import { accept, fault } from '../people/faults';
import type { Database } from '../platform/database/database';

/** Fields that name rows of the directory, with their table and how they are called. */
const REFERENCES: Record<string, readonly [table: string, label: string]> = {
  sessionId: ['plenarySession', '会议'],
  unitId: ['handlingUnit', '承办单位'],
  owedByUnitId: ['handlingUnit', '责任单位'],
  sponsorId: ['sponsor', '提案者'],
  officeId: ['assigningOffice', '交办单位'],
  suggestedUnits: ['handlingUnit', '建议承办单位'],
};

/** Throws Invalid, naming every field that refers to what is not in the directory. */
export async function requireKnown(db: Database, given: object, em?: EntityManager): Promise<void> {
  const faults = [];
  for (const [field, [table, label]] of Object.entries(REFERENCES)) {
    const value = (given as Record<string, number | number[] | null | undefined>)[field];
    const ids = [...new Set([value ?? []].flat())];
    if (ids.length === 0) continue;
    const marks = ids.map(() => '?').join(', ');
    const sql = `SELECT COUNT(*) AS "known" FROM "${table}" WHERE "id" IN (${marks})`;
    const [{ known }] = await db.rows<{ known: number }>(sql, ids, em);
    if (known < ids.length) faults.push(fault(field, 'unknown', `「${label}」不存在，请重新选择。`));
  }
  accept(faults);
}
