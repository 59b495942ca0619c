import type { INestApplicationContext } from '@nestjs/common';
import { clockWords } from '../lifecycle/words/terms';
import { isDay } from '../platform/clock/calendar';
import { Invalid } from '../platform/web/errors';
import { type Foreseen, ReminderPreview } from '../reminders/preview.service';
import { Reminders } from '../reminders/reminders.service';
import { withApplication } from './application';
import type { Command } from './command';

const USAGE = 'remind [--as-of 日期] [--dry-run]';

export const command: Command = {
  summary: `发出到期的提醒：${USAGE}，加 --dry-run 只列出、不发出`,
  async run(args) {
    const wanted = wantedFrom(args);
    if (wanted) return withApplication((app) => remind(app, wanted));
    console.error(`用法：npm run tiban -- ${USAGE}，日期形如 2026-03-09`);
    return 2;
  },
};

interface Wanted {
  readonly asOf?: string;
  readonly dryRun: boolean;
}

/** Null when it makes no sense. */
export function wantedFrom(args: readonly string[]): Wanted | null {
  const rest = [...args];
  const wanted: { asOf?: string; dryRun: boolean } = { dryRun: false };
  for (let arg = rest.shift(); arg !== undefined; arg = rest.shift()) {
    if (arg === '--dry-run') wanted.dryRun = true;
    else if (arg === '--as-of' && isDay(rest[0])) wanted.asOf = rest.shift();
    else return null;
  }
  return wanted;
}

/** Sweeps, or lists what a sweep would do; 1 when the day cannot be. */
export async function remind(app: INestApplicationContext, { asOf, dryRun }: Wanted): Promise<number> {
  try {
    await (dryRun ? list(app.get(ReminderPreview, { strict: false }), asOf) : sweep(app, asOf));
    return 0;
  } catch (error) {
    if (!(error instanceof Invalid)) throw error;
    console.error(error.message);
    return 1;
  }
}

async function sweep(app: INestApplicationContext, asOf?: string): Promise<void> {
  const { deadlines, reminders, notifications } = await app.get(Reminders, { strict: false }).sweep(asOf);
  console.log(`查看 ${deadlines} 项期限，发出 ${reminders} 次提醒，送达 ${notifications} 人次。`);
}

async function list(preview: ReminderPreview, asOf?: string): Promise<void> {
  const day = preview.dayFrom(asOf);
  let count = 0;
  for await (const part of preview.all(day)) {
    for (const one of part) console.log(lineOf(one));
    count += part.length;
  }
  console.log(`${day} 将发出 ${count} 次提醒。`);
}

function lineOf({ deadline, now, told }: Foreseen): string {
  const names = told.map(({ name }) => name).join('、') || '（无人可收）';
  return `${now.kind}\t期限 ${deadline.id}\t${clockWords[deadline.clock]}\t${deadline.dueOn}\t${names}`;
}
