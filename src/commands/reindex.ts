import type { INestApplicationContext } from '@nestjs/common';
import { type Disagreement, IndexChecking } from '../search/indexing/index-checking';
import { IndexBuilding } from '../search/indexing/index-building';
import { TermCounting } from '../search/similar/term-counting';
import { withApplication } from './application';
import type { Command } from './command';

const USAGE = 'reindex [--check]';
const FAULTS: Record<Disagreement['fault'], string> = {
  missing: '索引中没有',
  stale: '索引与记录不一致',
  surplus: '索引中多余',
};
const SHOWN = 20;

export const command: Command = {
  summary: `重建检索索引：${USAGE}，加 --check 只核对、不重建`,
  async run(args) {
    if (args.length === 0) return withApplication(reindex);
    if (args.length === 1 && args[0] === '--check') return withApplication(check);
    console.error(`用法：npm run tiban -- ${USAGE}`);
    return 2;
  },
};

/** Reads every case anew, saying how far it is. */
export async function reindex(app: INestApplicationContext): Promise<number> {
  const building = app.get(IndexBuilding, { strict: false });
  const total = await building.cases();
  const done = await building.readAll((read) => console.log(`已读入 ${read} / ${total} 件`));
  await app.get(TermCounting, { strict: false }).count();
  console.log(`索引已重建，共 ${done} 件提案。`);
  return 0;
}

/** 1 when index and record do not agree. */
export async function check(app: INestApplicationContext): Promise<number> {
  const found = await app.get(IndexChecking, { strict: false }).check();
  for (const { proposalId, fault } of found.slice(0, SHOWN))
    console.log(`提案 ${proposalId}：${FAULTS[fault]}`);
  if (found.length === 0) console.log('索引与记录一致。');
  else console.log(`共 ${found.length} 处不一致，请运行 npm run tiban -- reindex 重建。`);
  return found.length === 0 ? 0 : 1;
}
