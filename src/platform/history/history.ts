import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { Database } from '../database/database';
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
  /** The request being served when left out. */
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

interface Head {
  lastId: number;
  hash: string;
}

/** The audit trail, the timeline and the source of every notification: a chain of rows that nobody can change unseen. */
@Injectable()
export class History {
  constructor(private readonly database: Database) {}

  /**
   * Adds a row to the chain in the caller's transaction and gives its id. Until that commits, other transactions wait
   * here on PostgreSQL: append last, after the work.
   */
  async append(em: EntityManager, entry: Entry): Promise<number> {
    const head = await this.head(em);
    const row = rowOf(entry, head);
    const linked: HistoryRow = { ...row, hash: hashOf(row) };
    await em.insert(HistoryRow, linked);
    await this.database.change(
      'UPDATE "historyHead" SET "lastId" = ?, "hash" = ?',
      [row.id, linked.hash],
      em,
    );
    if (entry.tells?.length) await em.insert(OutboxRow, { historyId: row.id, createdAt: row.at });
    return row.id;
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
    requestId: entry.requestId ?? currentRequestId(),
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
