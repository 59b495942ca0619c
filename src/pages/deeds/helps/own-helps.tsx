import { hats as hatWords } from '../../../lifecycle/words/terms';
import type { Hat } from '../../../lifecycle/people';
import type { Helps } from '../deed-help';

const PASSWORDS = {
  current: { password: 'current-password' },
  next: { password: 'new-password', hint: '至少 10 个字符；一句自己记得住的话最好。' },
} as const;

/** What everybody does for oneself. */
export const ownHelps: Helps = {
  'POST me/password': () => ({
    intro: <p>改好以后，这个账号在别处的登录都会退出。初始密码必须先修改才能继续。</p>,
    aids: PASSWORDS,
    button: '修改密码',
  }),
  'PUT me/notifications': async ({ actor, preferences }) => ({
    values: { ...(await preferences.of(actor.accountId!)) },
    aids: { email: { hint: '填写后会收到一封带验证码的邮件，确认后才会使用。' } },
    button: '保存',
  }),
  'POST me/notifications/verify': () => ({ aids: { code: { hint: '邮件里的六位数字。' } }, button: '确认' }),
  'POST me/tokens': async ({ actor, scopes }) => {
    const nameOf = await scopes.of(actor.hats);
    const options = actor.hats.flatMap((worn) => {
      const { id, hat, scopeId } = worn as typeof worn & { id: number };
      const whom = scopeId === null ? '' : `（${nameOf(hat, scopeId)}）`;
      return [{ value: id, label: `${hatWords[hat as Hat]}${whom}` }];
    });
    return { aids: { hats: { options, hint: '令牌只能以勾选的身份办理。' } }, button: '新建' };
  },
};
