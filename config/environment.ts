import { randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';

const LOG_LEVELS = ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'] as const;
const MODES = ['production', 'development', 'test'] as const;
const WORKERS = ['inside', 'separate'] as const;
const SECRET_LENGTH = 32;
// An address, alone or after a name; one line, because it becomes the head of every mail.
const SENDER = /^(?:[^<>"\r\n]* )?<?[^\s<>@"]+@[^\s<>@"]+>?$/;

/** What differs between installations; read once at boot and injected everywhere else. */
export class Environment {
  readonly mode: (typeof MODES)[number];
  readonly host: string;
  readonly port: number;
  readonly dataDir: string;
  /** Empty: SQLite in `dataDir`. */
  readonly databaseUrl: string;
  /** Empty: background work is done in the process that serves, without a queue server. */
  readonly redisUrl: string;
  /** Who does the background work: the processes that serve, or processes of its own (worker.ts). */
  readonly worker: (typeof WORKERS)[number];
  /** Where a process that only works answers whether it is well. */
  readonly workerPort: number;
  readonly logLevel: (typeof LOG_LEVELS)[number];
  readonly sessionSecret: string;
  /** Whether a reverse proxy in front is believed about the client's address and protocol. */
  readonly trustProxy: boolean;
  /** Whether cookies are sent over https only. */
  readonly secureCookies: boolean;
  /** Where mails are handed over; empty: no mails. */
  readonly smtpUrl: string;
  readonly mailFrom: string;
  /** The messaging platform that is told over HTTP; empty: none. */
  readonly webhookUrl: string;
  /** What its messages are signed with. */
  readonly webhookSecret: string;
  /** What links in messages begin with, without a slash at its end. */
  readonly publicUrl: string;
}

/** All faults of the settings at once: an operator should not have to start five times to learn of five. */
export class EnvironmentFaults extends Error {
  constructor(readonly faults: string[]) {
    super(
      [
        '配置有误，未启动。The settings are faulty, not started:',
        ...faults.map((fault) => `  - ${fault}`),
      ].join('\n'),
    );
  }
}

type Settings = Record<string, string | undefined>;

/** Messages name settings, never their values: values may be secrets and messages end up in logs. */
class Reading {
  readonly faults: string[] = [];

  constructor(private readonly settings: Settings) {}

  text(name: string, fallback: string): string {
    return this.settings[name]?.trim() || fallback;
  }

  oneOf<T extends string>(name: string, choices: readonly T[], fallback: T): T {
    const value = this.text(name, fallback) as T;
    if (choices.includes(value)) return value;
    this.faults.push(`${name}: 应为 ${choices.join('、')} 之一 (must be one of these)`);
    return fallback;
  }

  port(name: string, fallback: number): number {
    const value = this.text(name, String(fallback));
    if (/^\d{1,5}$/.test(value) && Number(value) <= 65535) return Number(value);
    this.faults.push(`${name}: 应为 0 到 65535 的端口号 (must be a port number)`);
    return fallback;
  }

  flag(name: string, fallback: boolean): boolean {
    return this.oneOf(name, ['true', 'false'] as const, fallback ? 'true' : 'false') === 'true';
  }

  url(name: string, protocols: string[]): string {
    const value = this.text(name, '');
    const known = URL.canParse(value) && protocols.includes(new URL(value).protocol);
    if (value === '' || known) return value;
    this.faults.push(
      `${name}: 应以 ${protocols.map((it) => `${it}//`).join(' 或 ')} 开头 (must be such a URL)`,
    );
    return '';
  }

  secret(name: string, production: boolean): string {
    const value = this.text(name, '');
    if (value.length >= SECRET_LENGTH) return value;
    if (value !== '')
      this.faults.push(`${name}: 至少 ${SECRET_LENGTH} 个字符 (at least ${SECRET_LENGTH} characters)`);
    else if (production) this.faults.push(`${name}: 生产环境必须设置 (required in production)`);
    return '';
  }

  // A process of its own for the work has to be told of it through Redis, and SQLite is the file of one process alone.
  worker(): (typeof WORKERS)[number] {
    const worker = this.oneOf('WORKER', WORKERS, 'inside');
    for (const name of ['DATABASE_URL', 'REDIS_URL']) {
      if (worker === 'separate' && this.text(name, '') === '')
        this.faults.push(`${name}: WORKER=separate 时必须设置 (required with WORKER=separate)`);
    }
    return worker;
  }

  /** What is sent to others needs more than where to send it. */
  outgoing() {
    const smtpUrl = this.url('SMTP_URL', ['smtp:', 'smtps:']);
    const webhookUrl = this.url('WEBHOOK_URL', ['http:', 'https:']);
    const publicUrl = this.url('PUBLIC_URL', ['http:', 'https:']).replace(/\/+$/, '');
    const mailFrom = this.text('MAIL_FROM', '');
    if (mailFrom !== '' && !SENDER.test(mailFrom))
      this.faults.push(
        'MAIL_FROM: 应为邮箱地址，或者“名称 <地址>” (must be an address, or a name and <address>)',
      );
    if (smtpUrl) this.needed('MAIL_FROM', 'SMTP_URL');
    if (webhookUrl) this.needed('WEBHOOK_SECRET', 'WEBHOOK_URL');
    if (smtpUrl || webhookUrl) this.needed('PUBLIC_URL', smtpUrl ? 'SMTP_URL' : 'WEBHOOK_URL');
    return { smtpUrl, mailFrom, webhookUrl, webhookSecret: this.secret('WEBHOOK_SECRET', false), publicUrl };
  }

  private needed(name: string, because: string): void {
    if (this.text(name, '') === '')
      this.faults.push(`${name}: 设置了 ${because} 就必须设置 (required with ${because})`);
  }
}

/** Reads the settings, or throws `EnvironmentFaults` naming every faulty one. */
export function readEnvironment(settings: Settings = process.env): Environment {
  const read = new Reading(settings);
  const mode = read.oneOf('NODE_ENV', MODES, 'development');
  const environment: Environment = {
    mode,
    host: read.text('HOST', '127.0.0.1'),
    port: read.port('PORT', 3000),
    dataDir: resolve(read.text('DATA_DIR', './data')),
    databaseUrl: read.url('DATABASE_URL', ['postgres:', 'postgresql:']),
    redisUrl: read.url('REDIS_URL', ['redis:', 'rediss:']),
    worker: read.worker(),
    workerPort: read.port('WORKER_PORT', 3001),
    logLevel: read.oneOf('LOG_LEVEL', LOG_LEVELS, 'info'),
    sessionSecret: read.secret('SESSION_SECRET', mode === 'production'),
    trustProxy: read.flag('TRUST_PROXY', false),
    secureCookies: read.flag('SECURE_COOKIES', false),
    ...read.outgoing(),
  };
  const folderFault = faultOfFolder(environment.dataDir);
  if (folderFault) read.faults.push(`DATA_DIR: ${folderFault}`);
  if (read.faults.length > 0) throw new EnvironmentFaults(read.faults);
  return { ...environment, sessionSecret: environment.sessionSecret || keptSecret(environment.dataDir) };
}

function faultOfFolder(folder: string): string | undefined {
  try {
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    return undefined;
  } catch {
    return '无法创建该目录 (the folder cannot be created)';
  }
}

// Outside production a secret is made once and kept beside the data, so that sessions outlive a restart.
function keptSecret(dataDir: string): string {
  const file = join(dataDir, 'session-secret');
  if (!existsSync(file)) writeFileSync(file, randomBytes(32).toString('hex'), { mode: 0o600, flag: 'wx' });
  return readFileSync(file, 'utf8').trim();
}
