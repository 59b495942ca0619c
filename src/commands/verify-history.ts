import { readEnvironment } from '../../config/environment';
import { openDatabase } from '../platform/database/open';
import { HistoryVerification, type Verdict } from '../platform/history/verification';
import type { Command } from './command';

const FAULTS = { altered: '内容被改动', missing: '记录缺失', reordered: '次序被改动' };

export const command: Command = {
  summary: '核对办理记录是否完整、未被改动',
  async run() {
    const database = await openDatabase(readEnvironment());
    try {
      const verdict = await new HistoryVerification(database).verify();
      console.log(wordsOf(verdict));
      return verdict.sound ? 0 : 1;
    } finally {
      await database.close();
    }
  },
};

function wordsOf(verdict: Verdict): string {
  if (verdict.sound) return `共 ${verdict.rows} 条记录，完整无误。`;
  return `第 ${verdict.brokenId} 条记录有问题：${FAULTS[verdict.fault]}。此前 ${verdict.rows} 条完整无误。`;
}
