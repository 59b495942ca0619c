import type { Transporter } from 'nodemailer';
import type { Environment } from '../../../config/environment';
import { htmlOf } from '../letters/letter-html';
import { textOf } from '../letters/letter';
import { type Channel, type Message, PermanentFailure, type Receipt } from './channel';
import { failureOf } from './smtp-failure';

const SECOND = 1000;
/** Milliseconds without a word of the other side. */
const PATIENCE = { connecting: 10 * SECOND, talking: 20 * SECOND };

/** Mails over SMTP, a few connections kept open. */
export class MailChannel implements Channel {
  readonly name = 'mail';
  private transport?: Transporter;

  constructor(
    private readonly environment: Pick<Environment, 'smtpUrl' | 'mailFrom' | 'publicUrl'>,
    private readonly patience = PATIENCE,
  ) {}

  async send({ deliveryId, to, letter }: Message): Promise<Receipt> {
    if (to.email === null) throw new PermanentFailure('noAddress');
    const host = new URL(this.environment.publicUrl).hostname;
    const mail = {
      from: this.environment.mailFrom,
      to: { name: '', address: to.email },
      subject: letter.subject,
      text: textOf(letter),
      html: htmlOf(letter),
      messageId: `<delivery-${deliveryId}@${host}>`,
      // So that no absence note comes back, and whoever wishes can sort these mails.
      headers: { 'Auto-Submitted': 'auto-generated', 'List-Id': `<notifications.${host}>` },
    };
    try {
      const { messageId } = (await this.open().sendMail(mail)) as { messageId: string };
      return messageId;
    } catch (error) {
      throw failureOf(error);
    }
  }

  close(): void {
    this.transport?.close();
    this.transport = undefined;
  }

  // Loaded with the first mail: a start need not wait for it.
  private open(): Transporter {
    // eslint-disable-next-line @typescript-eslint/no-require-imports
    const { createTransport } = require('nodemailer') as typeof import('nodemailer');
    const { connecting, talking } = this.patience;
    const options = {
      url: this.environment.smtpUrl,
      pool: true,
      maxConnections: 5,
      // What broke off is tried again by its row, which others can see; not unseen in here.
      maxRequeues: 0,
      ...{ connectionTimeout: connecting, greetingTimeout: connecting, dnsTimeout: connecting },
      socketTimeout: talking,
      ...{ disableFileAccess: true, disableUrlAccess: true },
    };
    return (this.transport ??= createTransport(options as object));
  }
}
