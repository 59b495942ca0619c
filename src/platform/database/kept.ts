import type { Database } from './database';

const MOST = 1000;

/**
 * Answers kept until anybody commits. Whatever is changed, withdrawn or revoked is a commit, so what is kept is never
 * older than what the database would answer now; the key has to hold everything else an answer depends on.
 */
export class Kept<T> {
  private readonly answers = new Map<string, T>();
  private mark = '';

  constructor(private readonly database: Database) {}

  async of(key: string, find: () => Promise<T>): Promise<T> {
    const mark = await this.database.mark();
    if (mark !== this.mark || this.answers.size >= MOST) this.answers.clear();
    this.mark = mark;
    const known = this.answers.get(key);
    if (known !== undefined) return known;
    const answer = await find();
    // Somebody may have committed and asked meanwhile: then this answer is too old to be kept.
    if (mark === this.mark) this.answers.set(key, answer);
    return answer;
  }
}
