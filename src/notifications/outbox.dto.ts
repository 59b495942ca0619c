/** An entry of the history that has not been carried into inboxes yet. */
export class OutboxEntryDto {
  id: number;
  historyId: number;
  kind: string;
  action: string;
  createdAt: string;
  attempts: number;

  /** When it is tried again after a failure; null while it has not failed. */
  nextAt: string | null;
}

export class OutboxPage {
  /** How many entries wait, and since when the oldest does. */
  depth: number;
  oldestAt: string | null;
  items: OutboxEntryDto[];
  total: number;
  page: number;
  size: number;
}
