/** What an issued reply promised. */
export interface PromiseFact {
  readonly id: number;
  readonly dueOn: string;
  readonly open: boolean;
  /** The committee has found the evidence good. */
  readonly confirmed: boolean;
  readonly reportedBy: number | null;
  /** Asked for and not decided. */
  readonly carryOver: { readonly askedBy: number | null } | null;
}
