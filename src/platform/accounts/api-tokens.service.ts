import { Injectable } from '@nestjs/common';
import { type EntityManager, IsNull } from 'typeorm';
import { dayOf, isoOf } from '../clock/calendar';
import { Clock } from '../clock/clock';
import { Database } from '../database/database';
import { Invalid, NotFound, Refused } from '../web/errors';
import { AccountHistory } from './account-history';
import { ApiToken } from './api-token.entity';
import { fingerprint, randomSecret } from './secrets';
import type { SignedIn } from './signed-in';

/** Lets leak scanners and people recognise one. */
const PREFIX = 'tb_';
const MOST_TOKENS = 50;

export interface NewToken {
  name: string;
  /** Ids of the worn hats it may use. */
  hats: number[];
  /** The last day on which it works. */
  expiresOn?: string | null;
}

type Owner = Pick<SignedIn, 'actor' | 'hats'>;

/** Tokens with which programs act for an account. */
@Injectable()
export class ApiTokens {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly notes: AccountHistory,
  ) {}

  /** Makes a token; its text is given here and never again. Throws `Invalid` for hats its owner does not wear today. */
  async issue(owner: Owner, token: NewToken): Promise<{ id: number; token: string }> {
    const secret = PREFIX + randomSecret();
    this.check(owner, token);
    const id = await this.database.transaction((em) => this.insert(em, owner, token, secret));
    return { id, token: secret };
  }

  /** The tokens of an account that have not been revoked, oldest first. */
  list(accountId: number): Promise<ApiToken[]> {
    return this.database.reader.find(ApiToken, {
      where: { accountId, revokedAt: IsNull() },
      order: { id: 'ASC' },
    });
  }

  async revoke({ actor }: Owner, id: number): Promise<void> {
    await this.database.transaction(async (em) => {
      const token = await em.findOneBy(ApiToken, { id, accountId: actor.accountId, revokedAt: IsNull() });
      if (!token) throw new NotFound();
      await em.update(ApiToken, { id }, { revokedAt: isoOf(this.clock.now()) });
      await this.notes.note(em, actor, 'tokenRevoked', actor.accountId, { name: token.name });
    });
  }

  /** Revokes every token of an account; the history is the caller's. */
  async revokeAll(em: EntityManager, accountId: number): Promise<void> {
    await em.update(ApiToken, { accountId, revokedAt: IsNull() }, { revokedAt: isoOf(this.clock.now()) });
  }

  private check({ hats }: Owner, token: NewToken): void {
    if (token.expiresOn && token.expiresOn < dayOf(this.clock.now())) {
      throw new Invalid([{ field: 'expiresOn', code: 'outOfRange', message: '截止日期不能早于今天。' }]);
    }
    if (token.hats.every((id) => hats.some((hat) => hat.id === id))) return;
    throw new Invalid([{ field: 'hats', code: 'unknownChoice', message: '令牌只能使用您现有的身份。' }]);
  }

  private async insert(
    em: EntityManager,
    { actor }: Owner,
    token: NewToken,
    secret: string,
  ): Promise<number> {
    const { name, hats, expiresOn = null } = token;
    const { accountId } = actor;
    if ((await em.countBy(ApiToken, { accountId, revokedAt: IsNull() })) >= MOST_TOKENS) {
      throw new Refused([{ code: 'tooManyTokens', message: `令牌最多 ${MOST_TOKENS} 个，请先撤销不用的。` }]);
    }
    const row = {
      accountId,
      name,
      hats,
      expiresOn,
      hash: fingerprint(secret),
      createdAt: isoOf(this.clock.now()),
    };
    const { identifiers } = await em.insert(ApiToken, row);
    await this.notes.note(em, actor, 'tokenCreated', accountId, { name, hats, expiresOn });
    return identifiers[0].id as number;
  }
}
