import type { Environment } from '../../../config/environment';
import { millisecondsBetween } from '../../platform/clock/calendar';
import { textOf } from '../letters/letter';
import { type Channel, type Message, PermanentFailure, type Receipt, TemporaryFailure } from './channel';
import { signatureOf } from './signature';

const TIMEOUT = 10_000;
const EPOCH = '1970-01-01T00:00:00.000Z';
// Too slow and too many; everything from 500 on is a trouble of the other side.
const LATER = [408, 429];

/** Messages to a platform with an HTTP endpoint, signed so that it can tell who sends them. */
export class WebhookChannel implements Channel {
  readonly name = 'webhook';

  constructor(private readonly environment: Pick<Environment, 'webhookUrl' | 'webhookSecret'>) {}

  async send(message: Message): Promise<Receipt> {
    const body = JSON.stringify(bodyOf(message));
    const seconds = Math.floor(millisecondsBetween(EPOCH, message.at) / 1000);
    const headers = {
      'content-type': 'application/json; charset=utf-8',
      'tiban-delivery': String(message.deliveryId),
      'tiban-signature': signatureOf(body, seconds, this.environment.webhookSecret),
    };
    const status = await this.post(body, headers);
    if (status >= 200 && status < 300) return `HTTP ${status}`;
    if (status >= 500 || LATER.includes(status)) throw new TemporaryFailure(`HTTP ${status}`);
    throw new PermanentFailure(`HTTP ${status}`);
  }

  close(): void {}

  private async post(body: string, headers: Record<string, string>): Promise<number> {
    const signal = AbortSignal.timeout(TIMEOUT);
    try {
      // A redirect is an answer like any other: what is signed for one place is not carried to another.
      const request = { method: 'POST', body, headers, signal, redirect: 'manual' } as const;
      const answer = await fetch(this.environment.webhookUrl, request);
      await answer.body?.cancel();
      return answer.status;
    } catch (error) {
      throw new TemporaryFailure(`HTTP ${signal.aborted ? 'timeout' : causeOf(error)}`);
    }
  }
}

const causeOf = (error: unknown) =>
  String((error as { cause?: { code?: unknown } }).cause?.code ?? 'unreachable').slice(0, 50);

function bodyOf({ deliveryId, to: { username, name }, letter, at }: Message) {
  const { subject, caseNo, dueOn, link } = letter;
  return { id: deliveryId, at, to: { username, name }, subject, caseNo, dueOn, text: textOf(letter), link };
}
