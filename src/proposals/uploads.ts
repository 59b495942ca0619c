import { MultipartModule } from '@nestjs/platform-fastify/multipart';
import { FileStore } from '../platform/files/file-store';
import { FilesModule } from '../platform/files/files.module';
import { UploadStorage } from '../platform/files/upload-storage';
import { Rules } from './rules';

const MEGABYTE = 1024 * 1024;

/** How routes with `@TakesFile()` receive: one file at a time, into the store, no larger than the rules say. */
export const Uploads = MultipartModule.registerAsync({
  imports: [FilesModule],
  inject: [FileStore, Rules],
  useFactory: (store: FileStore, { handling }: Rules) => ({
    storage: new UploadStorage(store),
    limits: { fileSize: handling.attachments.maxMegabytes * MEGABYTE, files: 1 },
  }),
});
