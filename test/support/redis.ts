import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { mkdtempSync } from 'node:fs';
import { connect } from 'node:net';
import { join } from 'node:path';
import { freePort } from './ports';

/** Whether specs with Redis can run; with CI=true its absence has failed the run already. */
export const hasRedis = (): boolean => spawnSync('redis-server', ['--version']).status === 0;

const running = new Set<ChildProcess>();
process.once('exit', () => running.forEach((server) => server.kill('SIGKILL')));

/** A Redis of its own on a free loopback port, that can die, come back and forget. */
export class TestRedis {
  private server?: ChildProcess;

  private constructor(
    private readonly port: number,
    private readonly folder: string,
    private readonly password: string,
  ) {}

  /** Chooses a port and starts there; with `down` only the first is done. */
  static async start({ password = '', down = false } = {}): Promise<TestRedis> {
    const folder = mkdtempSync(join(process.env.TEST_FOLDER as string, 'redis-'));
    const redis = new TestRedis(await freePort(), folder, password);
    if (!down) await redis.restart();
    return redis;
  }

  url(password = this.password): string {
    return `redis://${password ? `:${password}@` : ''}127.0.0.1:${this.port}`;
  }

  /** Starts it anew; without durability it comes back empty. */
  async restart(): Promise<void> {
    await this.kill();
    const settings = ['--port', `${this.port}`, '--bind', '127.0.0.1', '--save', '', '--dir', this.folder];
    if (this.password) settings.push('--requirepass', this.password);
    const server = spawn('redis-server', settings, { stdio: 'ignore' });
    this.server = server;
    running.add(server.once('exit', () => running.delete(server)));
    await this.answering(server);
  }

  async kill(): Promise<void> {
    const { server } = this;
    if (!server || server.exitCode !== null || server.signalCode !== null) return;
    const ended = new Promise((resolve) => server.once('exit', resolve));
    server.kill('SIGKILL');
    await ended;
  }

  /** Stops and resumes the process: connections stay open, and nothing answers. */
  freeze(): void {
    this.server?.kill('SIGSTOP');
  }

  thaw(): void {
    this.server?.kill('SIGCONT');
  }

  private async answering(server: ChildProcess): Promise<void> {
    for (let attempt = 0; attempt < 200; attempt++) {
      if (server.exitCode !== null) throw new Error('Redis ended while starting.');
      if (await this.accepts()) return;
      await new Promise((resolve) => setTimeout(resolve, 25));
    }
    throw new Error('Redis did not start within 5 s.');
  }

  private accepts(): Promise<boolean> {
    return new Promise((resolve) => {
      const socket = connect(this.port, '127.0.0.1');
      socket.once('connect', () => resolve(true)).once('error', () => resolve(false));
      socket.once('connect', () => socket.destroy());
    });
  }
}
