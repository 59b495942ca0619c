import type {} from '@fastify/multipart'; // adds file() to the request
import type { FastifyRequest } from 'fastify';
import { Invalid } from '../../platform/web/errors';

const TOO_LARGE = 'FST_REQ_FILE_TOO_LARGE';

/** The one file of a multipart request, held in memory; never more than `limit` bytes of it. */
export async function uploadedFile(request: FastifyRequest, limit: number): Promise<Buffer> {
  if (!request.isMultipart()) throw refusal('required', '请选择要导入的 Excel 文件（.xlsx）。');
  const file = await readFile(request, limit).catch((error: { code?: string }) => {
    if (error.code !== TOO_LARGE) throw refusal('unreadable', '文件没有传完整，请重新上传。');
    throw refusal('tooLarge', `文件超过 ${limit / 1024 / 1024} MB，请分成几个文件导入。`);
  });
  if (!file?.length) throw refusal('required', '请选择要导入的 Excel 文件（.xlsx）。');
  return file;
}

async function readFile(request: FastifyRequest, limit: number): Promise<Buffer | undefined> {
  const part = await request.file({ limits: { fileSize: limit, files: 1 } });
  return part?.toBuffer();
}

function refusal(code: string, message: string): Invalid {
  return new Invalid([{ field: 'file', code, message }]);
}
