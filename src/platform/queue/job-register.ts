import { Injectable } from '@nestjs/common';

/** Work done behind the answers. It is given an id at most, may run twice or beside itself, and reads the rest anew. */
export interface Job {
  /** Does the work; throws to be tried again. */
  run(id: number | null): Promise<unknown>;
  /** How often it also runs by itself, without an id: what a crash or an outage has left is found then. */
  readonly everyMs: number;
}

/** Which work there is. Whoever does it says so when its module starts. */
@Injectable()
export class JobRegister {
  private readonly jobs = new Map<string, Job>();

  /** Throws when the name is taken: two handlers would each do half of the work. */
  handle(name: string, job: Job): void {
    if (this.jobs.has(name)) throw new Error(`Two handlers for the job ${name}.`);
    this.jobs.set(name, job);
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
