import { QueryFailedError } from 'typeorm';
import { createLog, NestLog } from '../../src/platform/logging/log';
import { withRequestId } from '../../src/platform/web/request-id';

function logTo(lines: Record<string, unknown>[], level = 'info') {
  return createLog(level, { write: (line: string) => void lines.push(JSON.parse(line)) });
}

describe('The log', () => {
  it('names the request it belongs to', () => {
    const lines: Record<string, unknown>[] = [];
    const log = new NestLog(logTo(lines));
    withRequestId('r-1', () => log.log('inside', 'Somewhere'));
    log.log('outside');
    expect(lines).toMatchObject([
      { level: 'info', requestId: 'r-1', msg: 'inside', context: 'Somewhere' },
      { msg: 'outside' },
    ]);
    expect(lines[1]).not.toHaveProperty('requestId');
  });

  it('writes an error without what it carries: parameters may be names', () => {
    const lines: Record<string, unknown>[] = [];
    const cause = Object.assign(new Error('refused'), { detail: 'Key (name)=(张三)' });
    new NestLog(logTo(lines)).error(
      new QueryFailedError('INSERT …', ['张三', '13800000000'], cause),
      'Database',
    );
    expect(lines[0]).toMatchObject({
      level: 'error',
      context: 'Database',
      err: { type: 'QueryFailedError', message: 'refused' },
    });
    expect(JSON.stringify(lines)).not.toMatch(/张三|13800000000/);
  });

  it('hides secrets', () => {
    const lines: Record<string, unknown>[] = [];
    logTo(lines).info({ password: 'hunter2', account: { token: 'hunter2', authorization: 'hunter2' } }, 'x');
    expect(JSON.stringify(lines)).not.toContain('hunter2');
  });

  it('keeps quiet about loading modules', () => {
    const lines: Record<string, unknown>[] = [];
    new NestLog(logTo(lines)).log('Mapped {/health, GET} route', 'RouterExplorer');
    expect(lines).toEqual([]);
  });
});
