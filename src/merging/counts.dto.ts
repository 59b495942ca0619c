import { Id } from '../platform/web/fields';

export class CountsQuery {
  @Id('会议')
  sessionId: number;
}

/** received = notFiled + withdrawn + pending + filed; cases = filed − merged. */
export class CountsDto {
  /** Submitted at least once. */
  received: number;
  notFiled: number;
  withdrawn: number;
  /** Not yet decided on, or returned to the sponsor. */
  pending: number;
  /** Merged proposals count as filed. */
  filed: number;
  merged: number;
  /** What is handled: each principal with its followers is one. */
  cases: number;
}
