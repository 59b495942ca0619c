import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Actor } from '../lifecycle/people';
import { dayOf, isoOf } from '../platform/clock/calendar';
import { Clock } from '../platform/clock/clock';
import { Database } from '../platform/database/database';
import { History } from '../platform/history/history';
import { requireKeeper } from './access';
import { type Listed, type Listing, Register } from './register';

/** The directory of people and bodies, and the one door to changing it. */
@Injectable()
export class Directory {
  constructor(
    private readonly database: Database,
    private readonly history: History,
    private readonly clock: Clock,
  ) {}

  get reader(): EntityManager {
    return this.database.reader;
  }

  today(): string {
    return dayOf(this.clock.now());
  }

  /** A committed row. @throws NotFound */
  find<T extends Listed>(listing: Listing<T>, id: number): Promise<T> {
    return new Register(this.reader).find(listing, id);
  }

  /**
   * Changes the directory in one transaction with its history. Writers of one table wait for each other, so a name
   * found free is still free when it is taken; nobody who only refers to these rows has to wait.
   */
  async keep<T>(actor: Actor, table: string, work: (register: Register) => Promise<T>): Promise<T> {
    requireKeeper(actor);
    return this.database.transaction(async (em) => {
      if (this.database.kind === 'postgres')
        await em.query(`LOCK TABLE "${table}" IN SHARE ROW EXCLUSIVE MODE`);
      const register = new Register(em);
      const answer = await work(register);
      await this.write(register, actor);
      return answer;
    });
  }

  private async write(register: Register, actor: Actor): Promise<void> {
    const by = { at: isoOf(this.clock.now()), accountId: actor.accountId, actorName: actor.name };
    await this.history.appendAll(
      register.em,
      register.entries.map((entry) => ({ ...by, ...entry })),
    );
  }
}
