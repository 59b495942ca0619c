import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** All faults of the settings at once, for whoever starts the server. */
export class SettingsFaults extends Error {
  constructor(readonly faults: readonly string[]) {
    super(
      [
        '办理规则有误，未启动。The handling rules are faulty, not started:',
        ...faults.map((it) => `  - ${it}`),
      ].join('\n'),
    );
  }
}

/** The folder of the settings: beside package.json, whether this runs as source or compiled below dist. */
export function settingsFolder(): string {
  let folder = __dirname;
  while (!existsSync(join(folder, 'package.json'))) {
    if (folder === dirname(folder)) throw new Error(`no package.json above ${__dirname}`);
    folder = dirname(folder);
  }
  return join(folder, 'config');
}

/** The content of a JSON file, or undefined and a fault. */
export function readJson(path: string, name: string, faults: string[]): unknown {
  try {
    return JSON.parse(readFileSync(path, 'utf8'));
  } catch (error) {
    faults.push(`${name}：无法读取（${(error as Error).message}）`);
    return undefined;
  }
}
