import { Flag, ListOf, Text, Day } from '../web/fields';
import { HatDto } from './hat.dto';
import { LONGEST_PASSWORD } from './passwords';

export class SignInDto {
  @Text('用户名', { max: 200 })
  username: string;

  @Text('密码', { max: LONGEST_PASSWORD })
  password: string;
}

export class SignOutEverywhereDto {
  @Flag('同时撤销令牌', { optional: true })
  tokensToo?: boolean | null;
}

export class ChangePasswordDto {
  @Text('当前密码', { max: LONGEST_PASSWORD })
  current: string;

  @Text('新密码', { max: LONGEST_PASSWORD })
  next: string;
}

export class NewTokenDto {
  @Text('令牌名称', { max: 50 })
  name: string;

  @ListOf('身份', 'id', { max: 50 })
  hats: number[];

  @Day('截止日期', { optional: true })
  expiresOn?: string | null;
}

/** Who is signed in. */
export class MeDto {
  accountId: number;
  username: string;
  name: string;
  hats: HatDto[];
  mustChangePassword: boolean;

  /** To be sent back as X-CSRF-Token with everything that changes something; null with an API token. */
  csrfToken: string | null;
}

export class TokenDto {
  id: number;
  name: string;

  /** Ids of the worn hats it may use. */
  hats: number[];
  createdAt: string;
  lastUsedOn: string | null;
  expiresOn: string | null;
}

/** The only time the token itself is shown. */
export class IssuedTokenDto {
  id: number;
  token: string;
}
