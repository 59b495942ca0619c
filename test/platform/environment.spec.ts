import { existsSync, mkdtempSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { EnvironmentFaults, readEnvironment } from '../../config/environment';

const folder = () => mkdtempSync(join(tmpdir(), 'tiban-environment-'));
const faultsOf = (settings: Record<string, string>): string[] => {
  try {
    readEnvironment({ DATA_DIR: folder(), ...settings });
    return [];
  } catch (error) {
    return (error as EnvironmentFaults).faults;
  }
};

describe('The settings', () => {
  it('need nothing outside production', () => {
    const dataDir = join(folder(), 'data');
    expect(readEnvironment({ DATA_DIR: dataDir })).toMatchObject({
      mode: 'development',
      host: '127.0.0.1',
      port: 3000,
      dataDir,
      databaseUrl: '',
      logLevel: 'info',
      trustProxy: false,
    });
  });

  it('keep a secret of their own beside the data, readable by the owner alone', () => {
    const DATA_DIR = folder();
    const { sessionSecret } = readEnvironment({ DATA_DIR });
    expect(sessionSecret).toMatch(/^[0-9a-f]{64}$/);
    expect(readEnvironment({ DATA_DIR }).sessionSecret).toBe(sessionSecret);
    expect(statSync(join(DATA_DIR, 'session-secret')).mode & 0o777).toBe(0o600);
  });

  it('ask for a secret in production and keep none there', () => {
    const DATA_DIR = folder();
    expect(faultsOf({ DATA_DIR, NODE_ENV: 'production' })).toEqual([
      expect.stringContaining('SESSION_SECRET'),
    ]);
    readEnvironment({ DATA_DIR, NODE_ENV: 'production', SESSION_SECRET: 'x'.repeat(32) });
    expect(existsSync(join(DATA_DIR, 'session-secret'))).toBe(false);
  });

  it('refuse processes of their own for the work where they could not know of it', () => {
    expect(faultsOf({ WORKER: 'separate' }).map((fault) => fault.split(':')[0])).toEqual([
      'DATABASE_URL',
      'REDIS_URL',
    ]);
    const both = { DATABASE_URL: 'postgres://there/db', REDIS_URL: 'rediss://:secret@there:6380' };
    expect(faultsOf({ WORKER: 'separate', ...both })).toEqual([]);
    expect(faultsOf({ WORKER: 'elsewhere' })).toEqual([expect.stringContaining('WORKER')]);
  });

  it('report every fault at once, with names and without values', () => {
    const settings = {
      NODE_ENV: 'productoin',
      PORT: '70000',
      DATABASE_URL: 'mysql://me:hunter2@there/db',
      REDIS_URL: 'not a url',
      LOG_LEVEL: 'loud',
      SESSION_SECRET: 'hunter2',
      TRUST_PROXY: 'maybe',
    };
    const faults = faultsOf(settings);
    expect(faults.map((fault) => fault.split(':')[0]).sort()).toEqual(Object.keys(settings).sort());
    for (const value of Object.values(settings)) expect(faults.join()).not.toContain(value);
  });

  it('ask for all that sending needs once something is to be sent', () => {
    const DATA_DIR = folder();
    const names = (settings: object) =>
      faultsOf({ DATA_DIR, ...settings }).map((fault) => fault.split(':')[0]);
    expect(names({ SMTP_URL: 'smtp://mail.example' })).toEqual(['MAIL_FROM', 'PUBLIC_URL']);
    expect(names({ WEBHOOK_URL: 'https://im.example/in' })).toEqual(['WEBHOOK_SECRET', 'PUBLIC_URL']);
    const wrong = { SMTP_URL: 'mail.example', WEBHOOK_URL: 'ftp://im', WEBHOOK_SECRET: 'hunter2' };
    const more = { PUBLIC_URL: 'javascript:alert(1)', MAIL_FROM: 'a@b.cn\r\nBcc: c@d.cn' };
    expect(names({ ...wrong, ...more }).sort()).toEqual(Object.keys({ ...wrong, ...more }).sort());
    const read = readEnvironment({
      ...{ DATA_DIR, SMTP_URL: 'smtps://me:pass@mail.example', MAIL_FROM: '提案委 <tiban@example.cn>' },
      ...{ WEBHOOK_URL: 'https://im.example/in', WEBHOOK_SECRET: 'x'.repeat(32) },
      PUBLIC_URL: 'https://tiban.example/',
    });
    expect(read.publicUrl).toBe('https://tiban.example');
  });

  it('name a data folder that cannot be made', () => {
    const file = join(folder(), 'file');
    writeFileSync(file, '');
    expect(faultsOf({ DATA_DIR: join(file, 'data') })).toEqual([expect.stringContaining('DATA_DIR')]);
  });

  it('treat blank as not set', () => {
    expect(readEnvironment({ DATA_DIR: folder(), PORT: ' ', DATABASE_URL: '' }).port).toBe(3000);
  });
});
