import {
  applyDecorators,
  BadRequestException,
  type CallHandler,
  type ExecutionContext,
  Injectable,
  type NestInterceptor,
  UseInterceptors,
} from '@nestjs/common';
import { FileInterceptor } from '@nestjs/platform-fastify/multipart';
import { ApiBody, ApiConsumes } from '../web/documentation';
import { catchError, type Observable, throwError } from 'rxjs';
import { Invalid } from '../web/errors';
import type { Received } from './file-store';

/** A file of a request, received but not yet looked at: its name is whatever the client said. */
export interface Upload extends Received {
  readonly originalname: string;
}

/** What the parser of multipart bodies says is technical and English. */
@Injectable()
class UploadFaults implements NestInterceptor {
  intercept(_context: ExecutionContext, next: CallHandler): Observable<unknown> {
    return next
      .handle()
      .pipe(
        catchError((error) =>
          throwError(() => (error instanceof BadRequestException ? UNREADABLE() : error)),
        ),
      );
  }
}

const UNREADABLE = () =>
  new Invalid([
    {
      field: 'file',
      code: 'unreadable',
      message: '上传的内容无法读取：请在「file」中每次上传一个完整的文件。',
    },
  ]);

/** The route takes one file in the field `file` of a form; read it with `@UploadedFile()`. */
export const TakesFile = (fields: Record<string, { type: string }> = {}) =>
  applyDecorators(
    ApiConsumes('multipart/form-data'),
    ApiBody({
      schema: {
        type: 'object',
        required: ['file'],
        properties: { file: { type: 'string', format: 'binary' }, ...fields },
      },
    }),
    UseInterceptors(UploadFaults, FileInterceptor('file')),
  );
