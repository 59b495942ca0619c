import { Injectable } from '@nestjs/common';
import type {} from 'fastify';
import { Clock } from '../clock/clock';

/** What everybody gets alike, with the tag by which a reader knows it again. */
export interface KeptAnswer {
  readonly type: string;
  readonly text: string;
  readonly tag: string;
}

declare module 'fastify' {
  interface FastifyInstance {
    publicCache?: PublicCache;
  }
  interface FastifyRequest {
    /** How often the cache had been cleared when the request came. */
    cacheAge: number;
  }
}

// Another process may have changed the record, of which this one learns nothing.
const LONGEST_MS = 5_000;
const MOST = 500;

/** Public answers as long as nothing is committed, so that a small server carries a city's readers. */
@Injectable()
export class PublicCache {
  private readonly answers = new Map<string, KeptAnswer & { readonly at: number }>();
  private cleared = 0;

  constructor(private readonly clock: Clock) {}

  /** Goes up whenever something has been committed: what was read before is not kept after. */
  get age(): number {
    return this.cleared;
  }

  of(url: string): KeptAnswer | undefined {
    const kept = this.answers.get(url);
    return kept && Math.abs(this.clock.now().getTime() - kept.at) < LONGEST_MS ? kept : undefined;
  }

  /** Keeps an answer that was begun at `age`. Addresses with a query are endless, and are not kept. */
  keep(url: string, age: number, answer: KeptAnswer): void {
    if (age !== this.cleared || url.includes('?') || this.answers.size >= MOST) return;
    this.answers.set(url, { ...answer, at: this.clock.now().getTime() });
  }

  clear(): void {
    this.cleared += 1;
    this.answers.clear();
  }
}
