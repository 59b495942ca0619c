import { eachDatabase, type RunningApp } from '../../support/harness';
import { aWorld, type World } from '../../support/world';

eachDatabase('Metrics', (open) => {
  let app: RunningApp;
  let world: World;
  beforeAll(async () => {
    app = await open();
    world = await aWorld(app);
  });

  const read = (headers: Record<string, string>) => app.inject({ url: '/metrics', headers });

  it('are closed to strangers and to those who have other work', async () => {
    expect((await read({})).statusCode).toBe(401);
    expect((await read(world.by.clerk.headers)).statusCode).toBe(403);
  });

  it('tell an administrator what waits, what is late and how requests fare, without naming anybody', async () => {
    const answer = await read(world.by.administrator.headers);
    expect(answer.statusCode).toBe(200);
    expect(answer.headers['content-type']).toMatch(/^text\/plain/);
    for (const line of EXPECTED) expect(answer.body).toMatch(line);
    expect(answer.body).toContain('tiban_measurements_failed_total 0');
  });
});

const EXPECTED = [
  /^tiban_deadlines_overdue\{clock="reply"\} 0$/m,
  /^tiban_reminders_behind 0$/m,
  /^tiban_outbox_waiting \d+$/m,
  /^tiban_outbox_oldest_seconds \d+$/m,
  /^# TYPE tiban_deliveries gauge$/m,
  /^# TYPE tiban_job_failures_total gauge$/m,
  /^tiban_queue_reachable 1$/m,
  /^tiban_request_duration_seconds_count\{method="GET",route="\/metrics",status="401"\} 1$/m,
  /^process_resident_memory_bytes \d+$/m,
];
