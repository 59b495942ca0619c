import type { Actor, ActorsHat } from './actor';

/** Whoever sent the request, as authenticated. */
export interface SignedIn {
  readonly actor: Actor & { accountId: number };
  readonly username: string;
  readonly hats: readonly (ActorsHat & { id: number })[];
  readonly mustChangePassword: boolean;
  /** Null when a program came with an API token. */
  readonly sessionId: string | null;
}

declare module 'fastify' {
  interface FastifyRequest {
    signedIn?: SignedIn;
  }
}
