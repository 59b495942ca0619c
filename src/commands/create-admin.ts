import type { INestApplicationContext } from '@nestjs/common';
import { Accounts } from '../platform/accounts/accounts.service';
import { ADMINISTRATOR } from '../platform/accounts/hats';
import { Invalid } from '../platform/web/errors';
import { withApplication } from './application';
import type { Command } from './command';

export const command: Command = {
  summary: '新建系统管理员：create-admin <用户名>',
  async run([username]) {
    if (username) return withApplication((app) => createAdmin(app, username));
    console.error('用法：npm run tiban -- create-admin <用户名>');
    return 2;
  },
};

/** Creates an administrator and prints the generated password, the only time anybody sees it. */
export async function createAdmin(app: INestApplicationContext, username: string): Promise<number> {
  const account = { username, displayName: '系统管理员', hats: [{ hat: ADMINISTRATOR }] };
  try {
    const created = await app.get(Accounts, { strict: false }).create(account);
    console.log(
      `用户名：${created.username}\n初始密码：${created.password}\n密码只显示这一次，首次登录时须修改。`,
    );
    return 0;
  } catch (error) {
    if (!(error instanceof Invalid)) throw error;
    console.error(error.message);
    return 1;
  }
}
