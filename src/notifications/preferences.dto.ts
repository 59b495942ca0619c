import { mailWishes } from '../lifecycle/words/settings';
import { Choice, Flag, Text } from '../platform/web/fields';
import { MAIL_WISHES } from './notification-preference.entity';

export class ChangePreferencesDto {
  @Choice('邮件通知', MAIL_WISHES, { words: mailWishes })
  mail: (typeof MAIL_WISHES)[number];

  /** Left out or empty: no address. */
  @Text('邮箱', { max: 254, optional: true })
  email?: string | null;

  /** Whether the messaging platform is told. */
  @Flag('消息平台', { optional: true })
  platform?: boolean | null;
}

export class VerifyAddressDto {
  @Text('验证码', { min: 6, max: 6 })
  code: string;
}

export class PreferencesDto {
  mail: string;
  email: string | null;

  /** Nothing but the code is mailed before. */
  verified: boolean;
  platform: boolean;

  /** The ways this installation can send. */
  channels: string[];
}
