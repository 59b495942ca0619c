import type { ChannelName } from '../delivery.entity';
import type { Letter } from '../letters/letter';

/** Who is meant; an address only where the channel needs one. */
export interface Addressee {
  readonly username: string;
  readonly name: string;
  readonly email: string | null;
}

export interface Message {
  /** The same whenever it is tried again, so that a repetition can be recognised. */
  readonly deliveryId: number;
  readonly to: Addressee;
  readonly letter: Letter;
  readonly at: string;
}

/** What the other side said when it took the message. */
export type Receipt = string;

/** A way out of the house. Throws TemporaryFailure when another try may help, PermanentFailure when none will. */
export interface Channel {
  readonly name: ChannelName;
  send(message: Message): Promise<Receipt>;
  close(): void;
}

/** Failures carry a code and nothing the other side said: that may repeat addresses or content. */
export class TemporaryFailure extends Error {}
export class PermanentFailure extends Error {}
