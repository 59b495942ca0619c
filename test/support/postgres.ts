import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { chownSync, existsSync, mkdirSync, readFileSync, readdirSync } from 'node:fs';
import { connect } from 'node:net';
import { join } from 'node:path';
import { freePort } from './ports';

const DEBIAN = '/usr/lib/postgresql';

export interface Postgres {
  readonly url: string;
  stop(): Promise<void>;
  /** Again, with what it held. */
  start(): Promise<void>;
  /** Stops and resumes all of it: lines stay open, new ones are taken, and nothing answers. */
  freeze(): void;
  thaw(): void;
}

/** A PostgreSQL of its own on a free loopback port, without any durability; undefined when it is not installed. */
export async function startPostgres(folder: string): Promise<Postgres | undefined> {
  const binaries = newestBinaries();
  if (!binaries) return undefined;
  const user = unprivileged();
  mkdirSync(folder, { mode: 0o700 });
  if (user) chownSync(folder, user.uid, user.gid);
  const data = join(folder, 'data');
  const made = spawnSync(join(binaries, 'initdb'), ['-D', data, ...INITIAL], {
    ...user,
    cwd: folder,
    encoding: 'utf8',
  });
  if (made.status !== 0) throw new Error(`initdb failed: ${made.stderr}`);
  const port = await freePort();
  const settings = SETTINGS.flatMap((setting) => ['-c', setting]);
  const args = ['-D', data, '-p', `${port}`, '-k', folder, ...settings];
  const begin = async () => {
    const server = spawn(join(binaries, 'postgres'), args, { ...user, cwd: folder, stdio: 'ignore' });
    running.add(server.once('exit', () => running.delete(server)));
    await answering(port, server);
    return server;
  };
  return new Running(`postgres://postgres@127.0.0.1:${port}/postgres`, begin, await begin());
}

const running = new Set<ChildProcess>();
process.once('exit', () => running.forEach((server) => server.kill('SIGQUIT')));

class Running implements Postgres {
  constructor(
    readonly url: string,
    private readonly begin: () => Promise<ChildProcess>,
    private server: ChildProcess,
  ) {}

  stop(): Promise<void> {
    return stop(this.server);
  }

  async start(): Promise<void> {
    this.server = await this.begin();
  }

  freeze(): void {
    this.signal('SIGSTOP');
  }

  thaw(): void {
    this.signal('SIGCONT');
  }

  // Its processes are no group: each answers for one connection.
  private signal(signal: NodeJS.Signals): void {
    const { pid } = this.server;
    const children = readFileSync(`/proc/${pid}/task/${pid}/children`, 'utf8').trim().split(' ');
    for (const each of [pid, ...children]) if (each) process.kill(Number(each), signal);
  }
}

const INITIAL = ['-U', 'postgres', '-A', 'trust', '-E', 'UTF8', '--locale=C.UTF-8', '--no-sync'];
const SETTINGS = [
  'listen_addresses=127.0.0.1',
  'fsync=off',
  'synchronous_commit=off',
  'full_page_writes=off',
  'max_connections=300',
  'wal_level=minimal',
  'max_wal_senders=0',
  'autovacuum=off',
];

function newestBinaries(): string | undefined {
  const versions = existsSync(DEBIAN) ? readdirSync(DEBIAN) : [];
  const sorted = versions
    .sort((a, b) => Number(b) - Number(a))
    .map((version) => join(DEBIAN, version, 'bin'));
  return sorted.find((folder) => existsSync(join(folder, 'initdb')));
}

// PostgreSQL refuses to run as root; Debian's package has made a user for it.
function unprivileged(): { uid: number; gid: number } | undefined {
  if (process.getuid?.() !== 0) return undefined;
  const line = readFileSync('/etc/passwd', 'utf8')
    .split('\n')
    .find((each) => each.startsWith('postgres:'));
  const [, , uid, gid] = (line ?? '').split(':');
  return { uid: Number(uid), gid: Number(gid) };
}

async function answering(port: number, server: ChildProcess): Promise<void> {
  for (let attempt = 0; attempt < 200; attempt++) {
    if (server.exitCode !== null) throw new Error('PostgreSQL ended while starting.');
    if (await accepts(port)) return;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  throw new Error('PostgreSQL did not start within 10 s.');
}

function accepts(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1');
    socket.once('connect', () => resolve(true)).once('error', () => resolve(false));
    socket.once('connect', () => socket.destroy());
  });
}

function stop(server: ChildProcess): Promise<void> {
  return new Promise((resolve) => {
    if (server.exitCode !== null || server.signalCode !== null) return resolve();
    server.once('exit', () => resolve());
    server.kill('SIGINT'); // "fast": ends sessions and stops
  });
}
