import { readFile } from 'node:fs/promises';
import type { INestApplicationContext } from '@nestjs/common';
import { SYSTEM } from '../lifecycle/people';
import type { ImportReport } from '../people/import/import.dto';
import { ImportService } from '../people/import/import.service';
import { MemberRoster } from '../people/import/member-roster';
import { UnitRoster } from '../people/import/unit-roster';
import { Invalid } from '../platform/web/errors';
import { withApplication } from './application';
import type { Command } from './command';

const ROSTERS = { members: MemberRoster, units: UnitRoster };
const USAGE = 'import members|units <文件.xlsx> [--write]';

export const command: Command = {
  summary: `从 Excel 导入名册：${USAGE}，不加 --write 只预览`,
  async run([what, path, option]) {
    if (isRoster(what) && path) {
      return withApplication((app) => importRoster(app, what, path, option === '--write'));
    }
    console.error(`用法：npm run tiban -- ${USAGE}`);
    return 2;
  },
};

const isRoster = (name: string): name is keyof typeof ROSTERS => Object.hasOwn(ROSTERS, name ?? '');

/** Shows what a file would bring in, or brings it in; 1 when anything is wrong with it. */
export async function importRoster(
  app: INestApplicationContext,
  what: keyof typeof ROSTERS,
  path: string,
  write: boolean,
): Promise<number> {
  const [imports, roster] = [app.get(ImportService), app.get(ROSTERS[what])];
  try {
    const file = await readFile(path);
    return report(await imports[write ? 'write' : 'preview'](SYSTEM, roster as MemberRoster, file));
  } catch (error) {
    if (!(error instanceof Invalid)) throw error;
    console.error(error.faults.map((fault) => fault.message).join('\n'));
    return 1;
  }
}

function report({ total, written, faults }: ImportReport): number {
  for (const { row, message } of faults) console.error(`第 ${row} 行：${message}`);
  console.log(
    written > 0 ? `共 ${total} 行，已导入。` : `共 ${total} 行，有误 ${faults.length} 处，未写入。`,
  );
  return faults.length > 0 ? 1 : 0;
}
