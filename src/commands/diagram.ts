import { readFileSync, writeFileSync } from 'node:fs';
import { withDiagrams } from '../lifecycle/diagram';
import type { Command } from './command';

const FILE = 'README.md';

export const command: Command = {
  summary: `按办理规则重画 ${FILE} 中的流程图`,
  async run() {
    writeFileSync(FILE, withDiagrams(readFileSync(FILE, 'utf8')));
    console.log(`已更新 ${FILE}。`);
    return 0;
  },
};
