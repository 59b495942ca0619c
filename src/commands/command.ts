/** One command of the command line; `run` gives the exit code. */
export interface Command {
  summary: string;
  run(args: string[]): Promise<number>;
}
