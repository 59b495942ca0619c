import type { LoggerService, LogLevel } from '@nestjs/common';
import pino, { type DestinationStream, type Logger } from 'pino';
import { currentRequestId } from '../web/request-id';

/**
 * Structured lines on standard output. No personal data: no bodies, no query strings, no addresses, and of an error
 * neither the statement's parameters nor anything else it carries along.
 */
export function createLog(level: string, destination?: DestinationStream): Logger {
  const options: pino.LoggerOptions = {
    level,
    base: null,
    timestamp: pino.stdTimeFunctions.isoTime,
    formatters: { level: (label) => ({ level: label }) },
    serializers: { err: errorLine, req: () => undefined, res: () => undefined },
    redact: { paths: SECRETS.flatMap((name) => [name, `*.${name}`]), censor: '…' },
    mixin: (line) => ('requestId' in line ? {} : { requestId: currentRequestId() ?? undefined }),
  };
  return destination ? pino(options, destination) : pino(options);
}

const SECRETS = ['password', 'token', 'secret', 'authorization', 'cookie', 'body', 'headers', 'parameters'];

const errorLine = (error: Error & { code?: unknown }) => ({
  type: error.name === 'Error' ? error.constructor.name : error.name,
  message: error.message,
  code: error.code,
  stack: error.stack,
});

// Nest tells of every module and route it loads: of use when something does not start, noise otherwise.
const levelOf = (context: unknown) => (STARTING.includes(context) ? 'debug' : 'info');
const STARTING: unknown[] = [
  'NestFactory',
  'InstanceLoader',
  'RoutesResolver',
  'RouterExplorer',
  'NestApplication',
];

/** Lets Nest and every `new Logger(…)` write through pino. */
export class NestLog implements LoggerService {
  constructor(private readonly pino: Logger) {}

  log = (message: unknown, ...rest: unknown[]) => this.write(levelOf(rest.at(-1)), message, rest);
  error = (message: unknown, ...rest: unknown[]) => this.write('error', message, rest);
  warn = (message: unknown, ...rest: unknown[]) => this.write('warn', message, rest);
  debug = (message: unknown, ...rest: unknown[]) => this.write('debug', message, rest);
  verbose = (message: unknown, ...rest: unknown[]) => this.write('trace', message, rest);
  fatal = (message: unknown, ...rest: unknown[]) => this.write('fatal', message, rest);

  /** Levels are the installation's, set by LOG_LEVEL. */
  setLogLevels(_: LogLevel[]): void {}

  // Nest puts the context last; an error's stack may stand between.
  private write(level: pino.Level, message: unknown, rest: unknown[]): void {
    const context = rest.at(-1);
    if (message instanceof Error) this.pino[level]({ context, err: message }, message.message);
    else if (typeof message === 'object') this.pino[level]({ context, ...message });
    else this.pino[level]({ context, stack: rest.length > 1 ? rest[0] : undefined }, String(message));
  }
}
