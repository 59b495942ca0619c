import { AsyncLocalStorage } from 'node:async_hooks';
import { randomUUID } from 'node:crypto';

const current = new AsyncLocalStorage<string>();

/** Made here and never taken from the client, so that an id in the log and in the history names one request. */
export const newRequestId = (): string => randomUUID();

/** The id of the request being served, or null outside of one. */
export const currentRequestId = (): string | null => current.getStore() ?? null;

/** Everything the callback starts belongs to this request. */
export const withRequestId = <T>(id: string, callback: () => T): T => current.run(id, callback);
