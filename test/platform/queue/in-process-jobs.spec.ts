import { JobRegister } from '../../../src/platform/queue/job-register';
import { JobRuns } from '../../../src/platform/queue/job-runs';
import { Jobs } from '../../../src/platform/queue/jobs';
import { eachDatabase, type RunningApp } from '../../support/harness';
import { pause, Probe, until } from '../../support/jobs';

eachDatabase('Work in process', (open) => {
  let app: RunningApp;
  let probe: Probe;
  beforeAll(async () => {
    app = await open();
    probe = new Probe(app);
    app.get(Jobs).start();
    await until(() => probe.ended === 1);
  });
  beforeEach(() => {
    probe.runs.length = 0;
    probe.takesMs = 0;
  });

  it('is done once for many nudges, and once more for those while it runs', async () => {
    probe.takesMs = 300;
    for (let again = 0; again < 20; again++) probe.nudge(1);
    await until(() => probe.runs.length === 1);
    for (let again = 0; again < 20; again++) probe.nudge(1);
    await until(() => probe.runs.length === 2);
    await pause(800);
    expect(probe.runs).toEqual([1, 1]);
  });

  it('does not let a slow job hold up another', async () => {
    probe.takesMs = 3000;
    probe.nudge(1);
    const other = new Probe(app, 'other');
    other.nudge();
    await until(() => other.ended === 1, 1500);
  });

  it('is tried again when it fails, and the failures are counted', async () => {
    const failing = new Probe(app, 'failing');
    failing.failures = 1;
    failing.nudge(3);
    await until(() => failing.ended === 1);
    expect(failing.runs).toEqual([3, 3]);
    await until(async () => (await rowOf('failing'))?.succeededAt);
    expect(await rowOf('failing')).toMatchObject({ failing: 0, failures: 1 });
  });

  it('is told as trouble when it fails again and again', async () => {
    const broken = new Probe(app, 'broken');
    broken.failures = 99;
    broken.nudge();
    await until(async () => (await rowOf('broken'))?.failing === 3);
    const answer = await app.inject('/health/ready');
    expect(answer.statusCode).toBe(200);
    expect(answer.json()).toMatchObject({ status: 'degraded', parts: { jobs: { status: 'degraded' } } });
    expect(answer.json().parts.jobs.message).toContain('broken');
  });

  it('is waited for when the process ends, and not begun any more', async () => {
    const stopping = await open();
    const last = new Probe(stopping);
    stopping.get(Jobs).start();
    await until(() => last.ended === 1);
    last.takesMs = 700;
    last.nudge();
    await until(() => last.runs.length === 2);
    last.nudge();
    await stopping.app.close();
    expect(last.ended).toBe(2);
    expect(last.runs).toHaveLength(2);
  });

  it('does not let a name have two handlers or none', () => {
    const register = new JobRegister();
    const job = { run: async () => undefined, everyMs: 1000 };
    register.handle('one', job);
    expect(() => register.handle('one', job)).toThrow('Two handlers');
    expect(() => register.handle('a:b', job)).toThrow('No name');
    register.needs('one');
    register.needs('nobody');
    expect(() => register.onApplicationBootstrap()).toThrow('nobody');
  });

  const rowOf = async (name: string) => (await app.get(JobRuns).all()).find((row) => row.name === name);
});
