import { spawnSync } from 'node:child_process';
import { existsSync, statSync } from 'node:fs';
import { join } from 'node:path';

const OLDEST_NODE = [20, 19];

/** Installs the packages of the lock file when there are none or the lock file is newer; ends the process on failure. */
export function installWhatIsMissing(root) {
  refuseOldNode();
  const lock = join(root, 'package-lock.json');
  const installed = join(root, 'node_modules', '.package-lock.json');
  if (existsSync(installed) && modified(installed) >= modified(lock)) return;
  console.error('正在安装依赖（首次需几分钟，其中 SQLite 驱动可能要编译）…');
  if (runNpm(root, ['ci', '--no-audit', '--no-fund'])) return;
  console.error(
    [
      '',
      '依赖安装失败。常见原因：',
      '  - 无法访问 npm 软件源；',
      '  - better-sqlite3 需要编译，而本机缺少 python3、make 或 g++。',
      '    Debian/Ubuntu：apt-get install -y python3 make g++',
      'Installing the packages failed: is the npm registry reachable, are python3, make and g++ installed?',
    ].join('\n'),
  );
  process.exit(1);
}

/** Runs npm, the one that started this script where possible. */
export function runNpm(root, args) {
  const script = process.env.npm_execpath;
  const [command, rest] = script ? [process.execPath, [script, ...args]] : ['npm', args];
  const { status } = spawnSync(command, rest, {
    cwd: root,
    stdio: ['ignore', 'inherit', 'inherit'],
    shell: !script && process.platform === 'win32',
  });
  return status === 0;
}

export const modified = (path) => statSync(path).mtimeMs;

function refuseOldNode() {
  const [major, minor] = process.versions.node.split('.').map(Number);
  if (major > OLDEST_NODE[0] || (major === OLDEST_NODE[0] && minor >= OLDEST_NODE[1])) return;
  console.error(`需要 Node.js ${OLDEST_NODE.join('.')} 或更新版本，现为 ${process.versions.node}。`);
  process.exit(1);
}
