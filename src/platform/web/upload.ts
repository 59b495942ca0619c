import type { MultipartFile } from '@fastify/multipart';
import type { FastifyRequest } from 'fastify';
import { Invalid } from './errors';
import { guardInput } from './input-guard';
import { UPLOAD_LIMIT } from './server';

/** One file that was sent, with the text fields that came before it. */
export interface Upload {
  name: string;
  content: Buffer;
  fields: Record<string, string>;
}

/** The one file of a multipart request, held in memory; whatever is wrong with it is `Invalid` in the field `file`. */
export async function receiveUpload(
  request: FastifyRequest,
  label = '文件',
  limit = UPLOAD_LIMIT,
): Promise<Upload> {
  if (!request.isMultipart()) throw fault('required', `请选择要上传的${label}。`);
  const upload = await read(request, limit).catch((error: Error & { code?: string }) => {
    if (error instanceof Invalid) throw error;
    if (error.code !== 'FST_REQ_FILE_TOO_LARGE')
      throw fault('unreadable', `${label}没有传完整，请重新上传。`);
    throw fault('tooLarge', `${label}超过 ${Math.floor(limit / 1024 / 1024)} MB，请压缩或拆分后再上传。`);
  });
  if (!upload?.content.length) throw fault('required', `请选择要上传的${label}，空文件不能上传。`);
  guardInput({ name: upload.name, ...upload.fields });
  return upload;
}

async function read(request: FastifyRequest, limit: number): Promise<Upload | undefined> {
  const file = await request.file({ limits: { fileSize: limit } });
  return file && { name: file.filename, content: await file.toBuffer(), fields: textsOf(file) };
}

function textsOf({ fields }: MultipartFile): Record<string, string> {
  const texts = Object.values(fields).flatMap((field) =>
    field && !Array.isArray(field) && field.type === 'field' ? [field] : [],
  );
  // Cut off silently otherwise, and half a field may mean something else than the whole.
  const long = texts.find((field) => field.valueTruncated);
  if (long) throw new Invalid([{ field: long.fieldname, code: 'tooLong', message: '内容过长。' }]);
  return Object.fromEntries(texts.map((field) => [field.fieldname, String(field.value)]));
}

const fault = (code: string, message: string) => new Invalid([{ field: 'file', code, message }]);
