import { actionsOpenTo } from '../../src/lifecycle/decide';
import type { MachineName } from '../../src/lifecycle/rule';
import { machineOf } from '../../src/lifecycle/rulebook';
import { Door } from '../../src/proposals/door';
import { Subjects } from '../../src/proposals/facts/subjects';
import type { RunningApp } from '../support/harness';
import { nameOf, type Operation } from '../support/openapi';
import type { Person } from '../support/people';
import type { BusyOffice } from './stages';

/** A route, who goes there, and to what. */
export interface Visit {
  operation: Operation;
  by: Person;
  ids: Record<string, number | string>;
  /** Of the subject, as it was last seen. */
  version: number;
}

const MACHINES: Record<string, MachineName> = {
  proposals: 'proposal',
  assignments: 'assignment',
  evaluations: 'evaluation',
  notices: 'publication',
};
/** Actions whose route is not called after them. */
const ROUTES: Record<string, string> = {
  edit: 'PUT /api/proposals/{id}/text',
  arrange: 'PUT /api/notices/{id}',
  changeAgenda: 'PUT /api/evaluations/{id}/agenda',
};

/**
 * Every action that the tables open to somebody somewhere. Behind doors that are closed to whoever knocks no mistake
 * would ever be met, so most visits begin here; what one of them opens is found by looking again.
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
    for (const noun of Object.keys(MACHINES))
      for (const id of this.office.ids[noun]) await this.look(noun, id);
  }

  /** After something was done there: what it was done to, and what belongs to it, may have moved. */
  async lookAgain({ operation: { path }, ids }: Visit): Promise<void> {
    const [noun, id] = [path.split('/')[2], Number(ids.id)];
    if (!(noun in MACHINES) || !id) return;
    await this.look(noun, id);
    const column = noun === 'proposals' ? 'proposalId' : 'id';
    const rows = await this.app.database.rows<{ id: number; proposalId: number }>(
      `SELECT "id", "proposalId" FROM "assignment" WHERE "${column}" = ?`,
      [id],
    );
    for (const row of rows)
      await (noun === 'proposals'
        ? this.look('assignments', row.id)
        : this.look('proposals', row.proposalId));
  }

  /** One of them, or now and then any route for anybody at anything. */
  pick(dice: number): Visit {
    const open = [...this.open.values()].flat();
    return dice % 4 > 0 && open.length > 0 ? open[dice % open.length] : this.anywhere(dice);
  }

  /** One to this route, if any is open. */
  to(operation: Operation): Visit | undefined {
    return [...this.open.values()].flat().find((visit) => visit.operation === operation);
  }

  private async look(noun: string, id: number): Promise<void> {
    const now = this.app.get(Door).now();
    const subject = await this.app.get(Subjects).load(MACHINES[noun], id, now);
    if (!subject) return;
    const { version } = subject;
    const visits = this.office.people.flatMap((by) =>
      actionsOpenTo(machineOf(MACHINES[noun]), subject.facts as { stage: string }, by.actor, now)
        .filter(({ refusals }) => refusals.length === 0)
        .flatMap(({ action }) => this.routeFor(noun, action) ?? [])
        .map((operation) => ({ operation, by, ids: { id }, version })),
    );
    this.open.set(`${noun} ${id}`, visits);
  }

  private routeFor(noun: string, action: string): Operation | undefined {
    const verb = action.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
    return this.routes.get(ROUTES[action] ?? `POST /api/${noun}/{id}/${verb}`);
  }

  private anywhere(dice: number): Visit {
    const { ids, people, keeper } = this.office;
    const operation = this.operations[dice % this.operations.length];
    const some = [...(ids[operation.path.split('/')[2]] ?? [1, 2]), 999_999];
    const by = dice % 3 === 0 ? keeper : people[(dice >> 4) % people.length];
    const id = some[(dice >> 8) % some.length];
    return { operation, by, ids: { id, code: 'sector', name: '1.json' }, version: 1 };
  }
}
