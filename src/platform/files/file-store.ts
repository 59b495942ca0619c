import { createHash, randomUUID } from 'node:crypto';
import { createReadStream, createWriteStream } from 'node:fs';
import { mkdir, open, rename, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { Injectable } from '@nestjs/common';
import { Environment } from '../../../config/environment';

/** A file that has come in completely and lies aside until somebody keeps it. */
export interface Received {
  path: string;
  size: number;
  /** SHA-256 of the content, in hexadecimal. */
  hash: string;
}

// Readable and writable for the server alone, and never executable.
const PRIVATE_FILE = 0o600;
const PRIVATE_FOLDER = 0o700;

/**
 * Files by their content's hash, below the data folder. One content is kept once, whatever names it has. A file comes in
 * under a name of chance and is moved into place when complete and on the disk, so nobody ever finds half of one; what
 * a crash leaves behind is referred to by no row.
 */
@Injectable()
export class FileStore {
  private readonly folder: string;

  constructor(environment: Environment) {
    this.folder = join(environment.dataDir, 'files');
  }

  /** Writes what comes in to the disk, whole or not at all, without ever holding it in memory. */
  async receive(content: Readable): Promise<Received> {
    const path = join(this.folder, 'incoming', randomUUID());
    await mkdir(dirname(path), { recursive: true, mode: PRIVATE_FOLDER });
    const hash = createHash('sha256');
    let size = 0;
    const measure = async function* (chunks: AsyncIterable<Buffer>) {
      for await (const chunk of chunks) {
        hash.update(chunk);
        size += chunk.length;
        yield chunk;
      }
    };
    const file = createWriteStream(path, { flags: 'wx', mode: PRIVATE_FILE, flush: true });
    try {
      await pipeline(content, measure, file);
    } catch (error) {
      await rm(path, { force: true });
      throw error;
    }
    return { path, size, hash: hash.digest('hex') };
  }

  /** Moves a received file to its place. To be called before the row that names it is committed. */
  async keep({ path, hash }: Received): Promise<void> {
    const place = this.placeOf(hash);
    await mkdir(dirname(place), { recursive: true, mode: PRIVATE_FOLDER });
    await rename(path, place);
    // Without this a power failure could forget the new name while the row that refers to it survives.
    const folder = await open(dirname(place));
    await folder.sync().finally(() => folder.close());
  }

  /** Drops a received file; one that has been kept stays. */
  async discard({ path }: Pick<Received, 'path'>): Promise<void> {
    await rm(path, { force: true });
  }

  /** The content, or an error before the first byte when the disk has lost it. */
  async read(hash: string): Promise<Readable> {
    const file = await open(this.placeOf(hash));
    return createReadStream('', { fd: file });
  }

  private placeOf(hash: string): string {
    return join(this.folder, hash.slice(0, 2), hash.slice(2));
  }
}
