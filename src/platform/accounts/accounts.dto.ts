import { Flag, ListOf, Text } from '../web/fields';
import { PageQuery } from '../web/page.dto';
import { NewHatDto, WornHatDto } from './hat.dto';

export class NewAccountDto {
  @Text('用户名', { min: 2, max: 50 })
  username: string;

  @Text('姓名', { max: 50 })
  displayName: string;

  @ListOf('身份', () => NewHatDto, { max: 50, optional: true })
  hats?: NewHatDto[] | null;
}

export class AccountsQuery extends PageQuery {
  @Text('查找', { max: 50, optional: true })
  q?: string | null;

  @Flag('启用', { optional: true })
  active?: boolean | null;
}

/** The only time an initial password is shown. */
export class CreatedAccountDto {
  id: number;
  username: string;
  password: string;
}

export class NewPasswordDto {
  password: string;
}

export class AccountDto {
  id: number;
  username: string;
  displayName: string;
  active: boolean;
  mustChangePassword: boolean;
  createdAt: string;
  lastSignInAt: string | null;

  /** Nobody can sign in with this name before, because of wrong passwords. */
  lockedUntil: string | null;

  /** All that have not ended, those of days to come too. */
  hats: WornHatDto[];
}

export class AccountsPage {
  items: AccountDto[];
  total: number;
  page: number;
  size: number;
}
