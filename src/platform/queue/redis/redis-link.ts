import { Logger } from '@nestjs/common';
import { Redis } from 'ioredis';
import { connectionOf } from '../../../../config/queue';

/**
 * The connection that work is asked for through. Until it has been ready once, commands wait, or the queue built on it
 * would be broken for good by a Redis that is down when this process starts; from then on they fail at once, because
 * requests must not wait.
 */
export class RedisLink {
  readonly redis: Redis;
  private readonly logger = new Logger('Redis');
  private readonly beat = setInterval(() => this.feel(), BEAT_MS).unref();
  private problem?: string = '正在连接 Redis (connecting to Redis)';

  constructor(redisUrl: string) {
    this.redis = new Redis(redisUrl, { ...connectionOf(redisUrl), maxRetriesPerRequest: null });
    this.redis.on('error', (error: Error) => this.lost(wordsFor(error)));
    this.redis.on('close', () => this.lost(UNREACHABLE));
    this.redis.on('ready', () => this.found());
  }

  /** Undefined while Redis answers. */
  trouble(): string | undefined {
    return this.problem;
  }

  close(): void {
    clearInterval(this.beat);
    this.redis.removeAllListeners('close').disconnect();
  }

  // A machine that has vanished leaves its lines open; nothing would ever be answered on them.
  private feel(): void {
    if (!this.problem) this.redis.ping().catch(() => this.redis.disconnect(true));
  }

  private found(): void {
    Object.assign(this.redis.options, FAIL_FAST);
    this.problem = undefined;
    this.logger.log('已连接 Redis (connected)');
  }

  // Told once for an outage, not for each of the attempts to end it; a refused password says more than a closed line.
  private lost(problem: string): void {
    if (this.problem === problem || (this.problem === REFUSED && problem === UNREACHABLE)) return;
    this.problem = problem;
    this.logger.warn(problem);
  }
}

const BEAT_MS = 5000;
const FAIL_FAST = { enableOfflineQueue: false, maxRetriesPerRequest: 1, commandTimeout: 3000 };

const UNREACHABLE = 'Redis 连接不上，请检查服务与 REDIS_URL (Redis cannot be reached)';
const REFUSED = 'Redis 拒绝了用户名或口令，请检查 REDIS_URL (Redis refused the password)';

// Not the error's own words: they name hosts, and this is read without a sign-in.
const wordsFor = (error: Error) =>
  /WRONGPASS|NOAUTH|invalid.*password/i.test(error.message) ? REFUSED : UNREACHABLE;
