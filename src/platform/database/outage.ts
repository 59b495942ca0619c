/** The database cannot be reached just now. Nobody's mistake, and it may be over soon: 503 for whoever asked. */
export class Outage extends Error {
  readonly statusCode = 503;
}

/** Nobody there, the line broken, no more connections (53300), the server going down or coming up, class 08. */
const CODES = /^(ECONN\w+|EPIPE|ETIMEDOUT|EHOST\w+|ENET\w+|ENOTFOUND|EAI_AGAIN|53300|57P0[123]|08\w{3})$/;
/** What the driver and TypeORM say without a code: of a line that broke, and of the next statement on it. */
const WORDS =
  /^Connection terminated|^timeout exceeded when trying to connect|^Client has encountered|^Query runner already released/;

/** What failed because the database is away becomes an `Outage`; anything else stays itself. */
export function outageOr(error: unknown): unknown {
  if (!(error instanceof Error) || error instanceof Outage) return error;
  const { driverError = error } = error as Error & { driverError?: { code?: unknown; message?: string } };
  const { code = '', message = '' } = driverError as { code?: unknown; message?: string };
  if (!CODES.test(String(code)) && !WORDS.test(message)) return error;
  return new Outage('The database cannot be reached.', { cause: error });
}
