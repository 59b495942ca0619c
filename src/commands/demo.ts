import { readEnvironment } from '../../config/environment';
import { PASSWORD } from '../demonstration/cast';
import { loadDemonstration } from '../demonstration/demonstration';
import { accountTable } from '../demonstration/account-table';
import { createLog, NestLog } from '../platform/logging/log';
import { openDatabase } from '../platform/database/open';
import type { Command } from './command';

export const command: Command = {
  summary: '载入演示数据（仅限空数据库、非生产环境）',
  async run() {
    const { mode, logLevel } = readEnvironment();
    if (mode === 'production') {
      console.error('生产环境不载入演示数据。The demonstration is not for production.');
      return 2;
    }
    if (await isInUse()) {
      console.error('数据库中已有账号，演示数据只能载入空数据库。The database is in use already.');
      return 1;
    }
    console.log('首次启动：正在载入演示数据，约需一分钟…');
    const cast = await loadDemonstration(new NestLog(createLog(logLevel === 'info' ? 'warn' : logLevel)));
    console.log(`演示账号（密码均为 ${PASSWORD}）：\n\n${accountTable(cast.bodies)}\n`);
    return 0;
  },
};

async function isInUse(): Promise<boolean> {
  const database = await openDatabase(readEnvironment());
  try {
    return (await database.rows('SELECT 1 FROM "account" LIMIT 1')).length > 0;
  } finally {
    await database.close();
  }
}
