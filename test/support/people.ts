import type { ActorsHat } from '../../src/platform/accounts/actor';
import { Accounts } from '../../src/platform/accounts/accounts.service';
import { ApiTokens } from '../../src/platform/accounts/api-tokens.service';
import type { SignedIn } from '../../src/platform/accounts/signed-in';
import type { RunningApp } from './harness';

export interface Person {
  accountId: number;
  name: string;
  username: string;
  /** As the rules see this person. */
  actor: SignedIn['actor'];
  /** To be sent with requests in this person's name. */
  headers: { authorization: string };
}

interface Wanted {
  /** `'committee'`, or `{ hat: 'unitLeader', scopeId: 3 }` for hats worn for a body. */
  hats?: (string | { hat: string; scopeId: number })[];
  name?: string;
}

type App = Pick<RunningApp, 'get' | 'database'>;

let count = 0;

/** A new account that sends its requests with an API token: no password, so nothing slow. */
export async function signInAs(app: App, { hats = [], name }: Wanted = {}): Promise<Person> {
  const username = `person-${++count}`;
  const displayName = name ?? `经办人${count}`;
  const given = hats.map((hat) => (typeof hat === 'string' ? { hat } : hat));
  const { id } = await app.get(Accounts).create({ username, displayName, hats: given, password: null });
  const worn = await app.database.rows<ActorsHat & { id: number }>(
    'SELECT "id", "hat", "scopeId" FROM "wornHat" WHERE "accountId" = ? ORDER BY "id"',
    [id],
  );
  const actor = { accountId: id, name: displayName, hats: worn };
  const token = { name: '测试', hats: worn.map((hat) => hat.id) };
  const issued = await app.get(ApiTokens).issue({ actor, hats: worn }, token);
  return {
    accountId: id,
    name: displayName,
    username,
    actor,
    headers: { authorization: `Bearer ${issued.token}` },
  };
}
