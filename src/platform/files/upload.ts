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
import type { FastifyRequest } from 'fastify';
import { catchError, type Observable, throwError } from 'rxjs';
import { Invalid } from '../web/errors';
import { TakesForm } from '../web/form';
import type { Received } from './file-store';

/** A file of a request, received but not yet looked at: its name is whatever the client said. */
export interface Upload extends Received {
  readonly originalname: string;
}

/** What the parser of multipart bodies says is technical and English. */
@Injectable()
class UploadFaults implements NestInterceptor {
  intercept(context: ExecutionContext, next: CallHandler): Observable<unknown> {
    const { headers } = context.switchToHttp().getRequest<FastifyRequest>();
    if (ENDLESS_BOUNDARY.test(headers['content-type'] ?? '')) throw UNREADABLE();
    return next
      .handle()
      .pipe(
        catchError((error) =>
          throwError(() => (error instanceof BadRequestException ? UNREADABLE() : error)),
        ),
      );
  }
}

// RFC 2046 ends a boundary at 70 characters; at a few more the parser fails.
const ENDLESS_BOUNDARY = /boundary="?[^";]{71}/i;

const UNREADABLE = () =>
  new Invalid([
    {
      field: 'file',
      code: 'unreadable',
      message: '上传的内容无法读取：请在「file」中每次上传一个完整的文件。',
    },
  ]);

/** The route takes one file in the field `file` of a form; read it with `@UploadedFile()`. */
export const TakesFile = (...texts: Parameters<typeof TakesForm>) =>
  applyDecorators(TakesForm(...texts), UseInterceptors(UploadFaults, FileInterceptor('file')));
