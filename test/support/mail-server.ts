import type { AddressInfo, Socket } from 'node:net';
import { SMTPServer } from 'smtp-server';

/** A mail as it arrived. */
export interface Mail {
  to: string;
  /** The head, unfolded, with words decoded. */
  head: string;
  subject: string;
  messageId: string;
  text: string;
  html: string;
}

type Refusal = { at: 'rcpt' | 'data'; code: number } | { at: 'afterData' } | null;

/** A real SMTP server in this process, which keeps what it is given and misbehaves when asked to. */
export class MailServer {
  readonly mails: Mail[] = [];
  refusal: Refusal = null;
  private readonly server: SMTPServer;

  constructor() {
    this.server = new SMTPServer({
      disabledCommands: ['AUTH', 'STARTTLS'],
      closeTimeout: 50,
      onRcptTo: (_address, _session, done) => done(this.refused('rcpt')),
      onData: (stream, { envelope }, done) => {
        const chunks: Buffer[] = [];
        stream.on('data', (chunk: Buffer) => chunks.push(chunk));
        stream.on('end', () => {
          if (this.refused('data')) return done(this.refused('data'));
          const [to] = envelope.rcptTo;
          this.mails.push(mailOf(to.address, Buffer.concat(chunks).toString('latin1')));
          if (this.refusal?.at === 'afterData') this.die();
          else done();
        });
      },
    });
    this.server.on('error', () => undefined);
  }

  static async open(): Promise<MailServer> {
    const opened = new MailServer();
    await new Promise<void>((resolve) => opened.server.listen(0, '127.0.0.1', resolve));
    return opened;
  }

  /** What an installation that mails through it is started with. */
  get environment() {
    const { port } = this.server.server.address() as AddressInfo;
    const mailFrom = '提案委 <tiban@cppcc.example>';
    return { smtpUrl: `smtp://127.0.0.1:${port}`, mailFrom, publicUrl: 'https://tiban.example' };
  }

  to(address: string): Mail[] {
    return this.mails.filter((mail) => mail.to === address);
  }

  close(): Promise<void> {
    return new Promise((resolve) => this.server.close(() => resolve()));
  }

  private refused(at: string): Error | null {
    if (this.refusal?.at !== at || !('code' in this.refusal)) return null;
    const error = new Error('somebody@example.cn is not wanted');
    return Object.assign(error, { responseCode: this.refusal.code });
  }

  // As when it is killed between taking a mail and saying so.
  private die(): void {
    const { connections } = this.server as unknown as { connections: Set<{ _socket: Socket }> };
    for (const connection of connections) connection._socket.destroy();
  }
}

function mailOf(to: string, raw: string): Mail {
  const [rawHead, ...body] = raw.split('\r\n\r\n');
  const head = decoded(rawHead.replace(/\r\n[ \t]+/g, ' '));
  const field = (name: string) => new RegExp(`^${name}: (.*)$`, 'mi').exec(head)?.[1] ?? '';
  const [text, html] = partsOf(body.join('\r\n\r\n'));
  return { to, head, subject: field('Subject'), messageId: field('Message-ID'), text, html };
}

function partsOf(body: string): [string, string] {
  const part = (type: string) => {
    const found = new RegExp(`Content-Type: ${type}[^]*?\\r\\n\\r\\n([^]*?)\\r\\n--`).exec(body);
    const encoding = new RegExp(`Content-Type: ${type}[^]*?Content-Transfer-Encoding: (\\S+)`).exec(
      body,
    )?.[1];
    const content = found?.[1] ?? '';
    if (encoding === 'base64') return Buffer.from(content, 'base64').toString('utf8');
    return encoding === 'quoted-printable' ? unquoted(content.replace(/=\r\n/g, '')) : content;
  };
  return [part('text/plain'), part('text/html')];
}

const decoded = (head: string) =>
  head
    .replace(/\?= =\?/g, '?==?')
    .replace(/=\?UTF-8\?B\?([^?]*)\?=/gi, (_, word: string) => Buffer.from(word, 'base64').toString('utf8'))
    .replace(/=\?UTF-8\?Q\?([^?]*)\?=/gi, (_, word: string) => unquoted(word.replaceAll('_', ' ')));

function unquoted(text: string): string {
  const bytes = text.replace(/=([0-9A-F]{2})/gi, (_, code: string) =>
    String.fromCharCode(parseInt(code, 16)),
  );
  return Buffer.from(bytes, 'latin1').toString('utf8');
}
