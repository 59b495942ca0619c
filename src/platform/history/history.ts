import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { Database } from '../database/database';
import { Jobs } from '../queue/jobs';
import { currentRequestId } from '../web/request-id';
import { canonicalJson, hashOf } from './chain';
import { HistoryRow } from './history.entity';
import { OutboxRow } from './outbox.entity';

/** What happened, as the caller tells it; the chain adds number and hashes. */
export interface Entry {
  at: string;
  accountId: number | null;
  actorName: string;
  onBehalfOf?: string | null;
  /** The request being served when left out; null keeps none. */
  requestId?: string | null;
  /** What the entry is about: `proposal`, `account` … */
  kind: string;
  subjectId: number | null;
  proposalId?: number | null;
  action: string;
  stageFrom?: string | null;
  stageTo?: string | null;
  /** Before and after of what changed; anything JSON can hold, no secrets. */
  change: unknown;
  /** Who is to be told. */
  tells?: string[];
}

/** The job that carries what was appended to those who are to be told. */
export const RELAY = 'relay';

// Rows of one INSERT: far below the 32,766 values SQLite takes.
const BATCH = 200;

/** Told of what was appended, in the transaction that appends it. */
type Listener = (em: EntityManager, entries: readonly Entry[]) => void;

interface Head {
  lastId: number;
  hash: string;
}

/** The audit trail, the timeline and the source of every notification: a chain of rows that nobody can change unseen. */
@Injectable()
export class History {
  private readonly listeners: Listener[] = [];

  constructor(
    private readonly database: Database,
    private readonly jobs: Jobs,
  ) {}

  /**
   * Adds a row to the chain in the caller's transaction and gives its id. Until that commits, other transactions wait
   * here on PostgreSQL: append last, after the work.
   */
  async append(em: EntityManager, entry: Entry): Promise<number> {
    const [id] = await this.appendAll(em, [entry]);
    return id;
  }

  /** Adds many rows at once, in their order: whoever waits for the chain waits for a moment, not for each row. */
  async appendAll(em: EntityManager, entries: Entry[]): Promise<number[]> {
    const rows: HistoryRow[] = [];
    let head = await this.head(em);
    for (const entry of entries) {
      const row = rowOf(entry, head);
      rows.push({ ...row, hash: hashOf(row) });
      head = { lastId: row.id, hash: rows[rows.length - 1].hash };
    }
    const sql = 'UPDATE "historyHead" SET "lastId" = ?, "hash" = ?';
    for (let at = 0; at < rows.length; at += BATCH)
      await this.database.insert(HistoryRow, rows.slice(at, at + BATCH), em);
    await this.database.change(sql, [head.lastId, head.hash], em);
    const told = rows.filter((_, at) => entries[at].tells?.length);
    const letters = told.map((row) => ({ historyId: row.id, createdAt: row.at, attempts: 0 }));
    await this.database.insert(OutboxRow, letters, em);
    if (letters.length > 0) this.database.afterCommit(em, () => this.jobs.nudge(RELAY));
    for (const listener of this.listeners) listener(em, entries);
    return rows.map((row) => row.id);
  }

  /** Calls back with everything that is appended: what is kept beside the record learns here that it has changed. */
  onAppend(listener: Listener): void {
    this.listeners.push(listener);
  }

  // The single row of the head keeps appending independent of the length of the chain, and its lock keeps it one chain.
  private async head(em: EntityManager): Promise<Head> {
    const lock = this.database.kind === 'postgres' ? ' FOR UPDATE' : '';
    const [head] = await this.database.rows<Head>(
      `SELECT "lastId", "hash" FROM "historyHead"${lock}`,
      [],
      em,
    );
    return head;
  }
}

function rowOf(entry: Entry, head: Head): Omit<HistoryRow, 'hash'> {
  return {
    id: head.lastId + 1,
    at: entry.at,
    accountId: entry.accountId,
    actorName: entry.actorName,
    onBehalfOf: entry.onBehalfOf ?? null,
    requestId: entry.requestId === undefined ? currentRequestId() : entry.requestId,
    kind: entry.kind,
    subjectId: entry.subjectId,
    proposalId: entry.proposalId ?? null,
    action: entry.action,
    stageFrom: entry.stageFrom ?? null,
    stageTo: entry.stageTo ?? null,
    change: canonicalJson(entry.change),
    tells: canonicalJson(entry.tells ?? []),
    prevHash: head.hash,
  };
}
