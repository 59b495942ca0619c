import { createServer, type AddressInfo, type Server, type Socket } from 'node:net';
import { PermanentFailure, TemporaryFailure } from '../../src/notifications/channels/channel';
import { MailChannel } from '../../src/notifications/channels/mail-channel';
import type { Letter } from '../../src/notifications/letters/letter';
import { MailServer } from '../support/mail-server';

const LETTER: Letter = {
  subject: '案由\r\nBcc: everybody@example.cn',
  parts: ['正文 <script>alert(1)</script>', { heading: '列表', lines: ['一', '二\n三'] }],
  caseNo: 12,
  dueOn: null,
  link: 'https://tiban.example/proposals/1?a=1&b="2"',
  linkWord: '查看提案',
};
const message = (email: string | null) => ({
  deliveryId: 7,
  to: { username: 'wang', name: '王', email },
  letter: LETTER,
  at: '2026-03-02T01:00:00.000Z',
});
const PATIENCE = { connecting: 300, talking: 300 };

describe('The mail channel', () => {
  let server: MailServer;
  beforeAll(async () => (server = await MailServer.open()));
  afterAll(() => server.close());

  const channel = (smtpUrl = server.environment.smtpUrl) =>
    new MailChannel({ ...server.environment, smtpUrl }, PATIENCE);

  it('keeps a head a head, and writes text and HTML of the same', async () => {
    const mail = channel();
    expect(await mail.send(message('wang@example.cn'))).toBe('<delivery-7@tiban.example>');
    mail.close();
    const [sent] = server.mails;
    expect(sent.head).not.toMatch(/^Bcc:/im);
    expect(sent.head.match(/^To: /gm)).toHaveLength(1);
    expect(sent.text).toContain(
      '正文 <script>alert(1)</script>\n\n列表\n- 一\n- 二 三\n\n查看提案：https://',
    );
    expect(sent.html).toContain('&lt;script>');
    expect(sent.html).toContain('<li>一</li>');
    expect(sent.html).not.toMatch(/<script|<img|style=|src=/);
  });

  it('needs an address', async () => {
    await expect(channel().send(message(null))).rejects.toThrow(PermanentFailure);
  });

  it.each([
    ['nothing', ''],
    ['words', 'no address'],
    ['two', 'a@b.cn, c@d.cn'],
    ['a command', 'a@b.cn\r\nRCPT TO:<c@d.cn>'],
    ['brackets', '<a@b.cn>'],
    ['nine thousand letters', 'a'.repeat(9000) + '@b.cn'],
  ])('reaches nobody else by an address that is none: %s', async (_, email) => {
    const mail = channel();
    const before = server.mails.length;
    await mail.send(message(email)).catch((error: unknown) => error);
    mail.close();
    expect(server.mails.slice(before).map(({ to }) => to)).not.toContain('c@d.cn');
  });

  describe('and a server that says nothing', () => {
    let silent: Server;
    const sockets: Socket[] = [];
    beforeAll(async () => {
      silent = createServer((socket) => void sockets.push(socket.on('error', () => undefined)));
      await new Promise<void>((resolve) => silent.listen(0, '127.0.0.1', resolve));
    });
    afterAll(() => {
      for (const socket of sockets) socket.destroy();
      silent.close();
    });

    it('loses patience, for now', async () => {
      const mail = channel(`smtp://127.0.0.1:${(silent.address() as AddressInfo).port}`);
      const failure = await mail.send(message('wang@example.cn')).catch((error: unknown) => error);
      mail.close();
      expect(failure).toBeInstanceOf(TemporaryFailure);
      expect((failure as Error).message).toBe('SMTP ETIMEDOUT CONN');
    });

    it('finds nobody there, for now', async () => {
      const mail = channel('smtp://127.0.0.1:1');
      await expect(mail.send(message('wang@example.cn'))).rejects.toThrow(TemporaryFailure);
      mail.close();
    });
  });
});
