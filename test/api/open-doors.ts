import type { RunningApp } from '../support/harness';
import { nameOf, type Operation } from '../support/openapi';
import type { Person } from '../support/people';
import { send } from '../support/requests';
import type { BusyOffice } from './stages';

/** A route, who goes there, and to what. */
export interface Visit {
  operation: Operation;
  by: Person;
  ids: Record<string, number | string>;
  /** Of the subject, as it was last seen. */
  version?: number;
}

interface Subject {
  id: number;
  version?: number;
  actions?: { action: string; reasons: unknown[] }[];
  assignments?: Subject[];
}

/** Actions whose route is not called after them. */
const ROUTES: Record<string, string> = {
  edit: 'PUT /api/proposals/{id}/text',
  arrange: 'PUT /api/notices/{id}',
  changeAgenda: 'PUT /api/evaluations/{id}/agenda',
};

/**
 * Every action that is open to somebody somewhere. Behind doors that are closed to whoever knocks no mistake would ever
 * be met, so most visits begin here; what one of them opens is found by looking again.
 */
export class OpenDoors {
  private readonly open = new Map<string, Visit[]>();
  private readonly routes: Map<string, Operation>;

  constructor(
    private readonly app: RunningApp,
    private readonly office: BusyOffice,
    private readonly operations: Operation[],
  ) {
    this.routes = new Map(operations.map((operation) => [nameOf(operation), operation]));
  }

  async lookEverywhere(): Promise<void> {
    for (const noun of ['proposals', 'evaluations', 'notices'])
      for (const id of this.office.ids[noun]) await this.look(noun, id);
  }

  /** After something was done: whatever of that kind may have moved. */
  async lookAgain(path: string, id: number): Promise<void> {
    const noun = path.split('/')[2];
    if (noun !== 'assignments') return this.look(noun, id);
    const [{ proposalId }] = await this.app.database.rows<{ proposalId: number }>(
      'SELECT "proposalId" FROM "assignment" WHERE "id" = ?',
      [id],
    );
    return this.look('proposals', proposalId);
  }

  /** One of them, or now and then any route for anybody at anything. */
  pick(dice: number): Visit {
    const open = [...this.open.values()].flat();
    return dice % 4 > 0 && open.length > 0 ? open[dice % open.length] : this.anywhere(dice);
  }

  private async look(noun: string, id: number): Promise<void> {
    const found: Visit[] = [];
    for (const by of this.office.people) {
      const { status, body } = await send<Subject>(this.app, by, 'GET', `/api/${noun}/${id}`);
      if (status !== 200) continue;
      found.push(...this.visitsTo(noun, body, by));
      for (const assignment of body.assignments ?? [])
        found.push(...this.visitsTo('assignments', assignment, by));
    }
    this.open.set(`${noun} ${id}`, found);
  }

  private visitsTo(noun: string, { id, version, actions = [] }: Subject, by: Person): Visit[] {
    return actions.flatMap(({ action, reasons }) => {
      const verb = action.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
      const operation = this.routes.get(ROUTES[action] ?? `POST /api/${noun}/{id}/${verb}`);
      return operation && reasons.length === 0 ? [{ operation, by, ids: { id }, version }] : [];
    });
  }

  private anywhere(dice: number): Visit {
    const { ids, people, keeper } = this.office;
    const operation = this.operations[dice % this.operations.length];
    const some = [...(ids[operation.path.split('/')[2]] ?? [1, 2]), 999_999];
    const by = dice % 3 === 0 ? keeper : people[(dice >> 4) % people.length];
    return {
      operation,
      by,
      ids: { id: some[(dice >> 8) % some.length], code: 'sector', name: '1.json' },
      version: 1,
    };
  }
}
