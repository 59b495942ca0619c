/** Where work is asked for. The tables say what is to be done; what is asked here only makes it happen sooner. */
export abstract class Jobs {
  /** Asks for the work soon. Never waits and never throws: what gets lost on the way the job finds by itself later. */
  abstract nudge(name: string, id?: number): void;

  /** Begins to work, in a process that is meant to. */
  abstract start(): void;

  /** What is wrong with the way work is asked for, in words for an operator; undefined when nothing is. */
  abstract trouble(): string | undefined;

  /** How many jobs are waiting, being done … by state; undefined without a queue that could be counted. */
  abstract depth(): Promise<Record<string, number> | undefined>;
}
