import 'reflect-metadata';
import { EnvironmentFaults } from '../config/environment';
import type { Command } from './commands/command';
import { command as backup } from './commands/backup';
import { command as createAdmin } from './commands/create-admin';
import { command as diagram } from './commands/diagram';
import { command as importRoster } from './commands/import';
import { command as migrate } from './commands/migrate';
import { command as reindex } from './commands/reindex';
import { command as remind } from './commands/remind';
import { command as verifyHistory } from './commands/verify-history';

import { command as demo } from './commands/demo';

export const COMMANDS: Record<string, Command> = {
  demo,
  migrate,
  'create-admin': createAdmin,
  import: importRoster,
  remind,
  reindex,
  'verify-history': verifyHistory,
  backup,
  diagram,
};

async function main([name = '', ...args]: string[]): Promise<number> {
  if (Object.hasOwn(COMMANDS, name)) return COMMANDS[name].run(args);
  const lines = Object.entries(COMMANDS).map(([each, { summary }]) => `  ${each.padEnd(16)}${summary}`);
  console.error(['用法：npm run tiban -- <命令>', '', ...lines].join('\n'));
  return name === '' || name === 'help' ? 0 : 2;
}

if (require.main === module) {
  main(process.argv.slice(2))
    .then((code) => (process.exitCode = code))
    .catch((error: unknown) => {
      console.error(error instanceof EnvironmentFaults ? error.message : error);
      process.exitCode = 1;
    });
}
