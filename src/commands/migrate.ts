import { DataSource } from 'typeorm';
import { writerOptions } from '../../config/database';
import { readEnvironment } from '../../config/environment';
import { migrate } from '../platform/database/open';
import type { Command } from './command';

export const command: Command = {
  summary: '更新数据库结构',
  async run() {
    const writing = await new DataSource(writerOptions(readEnvironment())).initialize();
    try {
      const names = await migrate(writing);
      console.log(names.length > 0 ? `已执行：\n${names.join('\n')}` : '数据库结构已是最新。');
      return 0;
    } finally {
      await writing.destroy();
    }
  },
};
