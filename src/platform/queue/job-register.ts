import { Injectable, type OnApplicationBootstrap } from '@nestjs/common';

/** Work done behind the answers. It is given an id at most, may run twice or beside itself, and reads the rest anew. */
export interface Job {
  /** Does the work; throws to be tried again. */
  run(id: number | null): Promise<unknown>;
  /** How often it also runs by itself, without an id: what a crash or an outage has left is found then. */
  readonly everyMs: number;
}

/** A name is part of keys in Redis, where a colon separates. */
const NAME = /^[A-Za-z][A-Za-z-]{0,49}$/;

/** Which work there is. Whoever does it, and whoever asks for it, says so when its module starts. */
@Injectable()
export class JobRegister implements OnApplicationBootstrap {
  private readonly jobs = new Map<string, Job>();
  private readonly asked = new Set<string>();

  /** Throws when the name is taken: two handlers would each do half of the work. */
  handle(name: string, job: Job): void {
    if (!NAME.test(name)) throw new Error(`No name for a job: ${name}.`);
    if (this.jobs.has(name)) throw new Error(`Two handlers for the job ${name}.`);
    this.jobs.set(name, job);
  }

  /** Says that somebody will ask for this work, so that the boot fails when nobody does it. */
  needs(name: string): void {
    this.asked.add(name);
  }

  onApplicationBootstrap(): void {
    const missing = [...this.asked].filter((name) => !this.jobs.has(name));
    if (missing.length > 0) throw new Error(`Nobody handles the jobs ${missing.join(', ')}.`);
  }

  /** Throws when nobody handles it. */
  of(name: string): Job {
    const job = this.jobs.get(name);
    if (!job) throw new Error(`Nobody handles the job ${name}.`);
    return job;
  }

  all(): [string, Job][] {
    return [...this.jobs];
  }
}
