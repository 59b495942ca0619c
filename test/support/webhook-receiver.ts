import { createServer, type IncomingHttpHeaders, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface Received {
  headers: IncomingHttpHeaders;
  body: string;
}

/** A messaging platform: a real HTTP server that keeps what it is sent and answers as told. */
export class WebhookReceiver {
  readonly received: Received[] = [];
  status = 200;
  private readonly server: Server;
  readonly secret = 'a secret between two, long enough';

  constructor() {
    this.server = createServer((request, response) => {
      let body = '';
      request.setEncoding('utf8').on('data', (chunk: string) => (body += chunk));
      request.on('end', () => {
        this.received.push({ headers: request.headers, body });
        const elsewhere = this.status >= 300 && this.status < 400 ? { location: '/elsewhere' } : {};
        response.writeHead(this.status, elsewhere).end('a body that must not get into a log');
      });
    });
  }

  static async open(): Promise<WebhookReceiver> {
    const opened = new WebhookReceiver();
    await new Promise<void>((resolve) => opened.server.listen(0, '127.0.0.1', resolve));
    return opened;
  }

  get environment() {
    const { port } = this.server.address() as AddressInfo;
    const webhookUrl = `http://127.0.0.1:${port}/tiban`;
    return { webhookUrl, webhookSecret: this.secret, publicUrl: 'https://tiban.example' };
  }

  close(): Promise<void> {
    this.server.closeAllConnections();
    return new Promise((resolve) => this.server.close(() => resolve()));
  }
}
