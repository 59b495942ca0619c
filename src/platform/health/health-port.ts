import { createServer, type Server } from 'node:http';
import type { Health } from './health';

/**
 * Says whether a process that only works is well, without the web server of the application: 200 when all is, 503 when
 * anything is not, because such a process has nothing else to do than what is then not done.
 */
export function serveHealth(health: Health, port: number, host: string): Promise<Server> {
  const server = createServer((request, response) => {
    const answer = (status: number, body: object) =>
      response
        .writeHead(status, { 'content-type': 'application/json; charset=utf-8' })
        .end(JSON.stringify(body));
    if (request.url === '/health') answer(200, { status: 'ok' });
    else if (request.url !== '/health/ready') answer(404, { status: 'unknown' });
    else
      health.report().then(
        (report) => answer(report.status === 'ok' ? 200 : 503, report),
        () => answer(503, { status: 'down' }),
      );
  });
  return new Promise((resolve, reject) => {
    server.once('error', reject).listen(port, host, () => resolve(server));
  });
}
