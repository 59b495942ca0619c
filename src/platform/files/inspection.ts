import { readFile } from 'node:fs/promises';
import { Invalid } from '../web/errors';
import { type FileKind, KINDS, kindOf } from './file-kind';
import { extensionOf, fileNameFrom } from './file-name';
import type { Received } from './file-store';
import type { Upload } from './upload';

/** A file whose name and content have been looked at. */
export interface Inspected extends Received {
  readonly name: string;
  readonly mime: string;
}

/**
 * Accepts a file of one of the allowed kinds under a harmless name, or throws `Invalid` saying what is wrong with it.
 * The content decides; what the client calls it only has to agree.
 */
export async function inspect(upload: Upload | undefined, allowed: readonly string[]): Promise<Inspected> {
  if (!upload) throw faulty('required', '「文件」不能为空，请选择。');
  const { path, size, hash } = upload;
  const name = fileNameFrom(upload.originalname);
  if (size === 0) throw faulty('empty', '文件是空的，请核对后重新上传。');
  const kind = allowedKind(kindOf(await readFile(path)), allowed);
  const { mime, extensions } = KINDS[kind];
  if (!(extensions as readonly string[]).includes(extensionOf(name))) throw disagreeing(name, kind);
  return { path, size, hash, name, mime };
}

function allowedKind(kind: FileKind | 'macros' | null, allowed: readonly string[]): FileKind {
  if (kind === 'macros') throw faulty('hasMacros', '含有宏的 Office 文件不能上传，请去掉宏后重试。');
  if (kind !== null && allowed.includes(kind)) return kind;
  const list = allowed.join('、');
  throw faulty('kindNotAllowed', `不支持这种文件，可以上传：${list}（不能加密；文本文件须为 UTF-8 编码）。`);
}

function disagreeing(name: string, kind: FileKind): Invalid {
  const message = `文件内容是 ${kind}，与扩展名“.${extensionOf(name)}”不符，请核对后重新上传。`;
  return faulty('extensionDisagrees', message);
}

function faulty(code: string, message: string): Invalid {
  return new Invalid([{ field: 'file', code, message }]);
}
