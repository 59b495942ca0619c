import type {
  IncomingMultipartFile,
  MultipartStorageEngine,
  UploadedMultipartFile,
} from '@nestjs/platform-fastify/multipart';
import type { FileStore, Received } from './file-store';

type Callback = Parameters<MultipartStorageEngine['_handleFile']>[2];

/** Lets the upload interceptor write to the store, instead of to memory. */
export class UploadStorage implements MultipartStorageEngine {
  constructor(private readonly store: FileStore) {}

  _handleFile(_request: unknown, { stream }: IncomingMultipartFile, done: Callback): void {
    this.store.receive(stream).then(
      (received: Received) => done(undefined, received),
      (error: unknown) => done(error),
    );
  }

  _removeFile(_request: unknown, file: UploadedMultipartFile, done: (error: Error | null) => void): void {
    this.store.discard(file as UploadedMultipartFile & Received).then(
      () => done(null),
      (error: Error) => done(error),
    );
  }
}
