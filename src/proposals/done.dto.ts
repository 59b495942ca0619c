/** What every action answers: the subject as it now stands. */
export class DoneDto {
  id: number;
  stage: string;
  /** Send it with the next action, so that nobody overwrites what they have not seen. */
  version: number;
}
