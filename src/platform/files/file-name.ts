import { type FieldFault, Invalid } from '../web/errors';
import { lengthOf } from '../web/checks';

const LONGEST = 150;

// Controls, marks that turn the direction of writing (so that `gpj.exe` reads `exe.jpg`), other invisible characters,
// halves of characters, private and unknown ones, separators of lines, and what stands for undecodable bytes.
const DECEPTIVE = /[\p{Cc}\p{Cf}\p{Cs}\p{Co}\p{Cn}\p{Zl}\p{Zp}\uFFFD]/u;
// Characters that some system does not allow in a name; whoever downloads the file should be able to save it.
const UNSAVABLE = /[<>:"|?*]/g;

/**
 * The name to keep a file under. Paths are cut off, because browsers may send them; what could deceive the reader of the
 * name is refused.
 */
export function fileNameFrom(given: string): string {
  if (DECEPTIVE.test(given))
    throw faulty('hiddenCharacters', '文件名含有看不见的或无法显示的字符，请改名后重试。');
  const plain = given.normalize('NFC').split(/[/\\]/).at(-1) ?? '';
  const name = plain
    .replace(UNSAVABLE, '_')
    .trim()
    .replace(/[. ]+$/, '');
  if (!/^[^.].*\.[^.]+$/u.test(name)) throw faulty('noName', '文件名应由名称和扩展名组成，如“提案.pdf”。');
  if (lengthOf(name) > LONGEST) throw faulty('nameTooLong', `文件名最多 ${LONGEST} 个字，请改短后重试。`);
  return name;
}

/** What comes after the last dot, in small letters. */
export function extensionOf(name: string): string {
  return name.slice(name.lastIndexOf('.') + 1).toLowerCase();
}

function faulty(code: string, message: string): Invalid {
  const fault: FieldFault = { field: 'file', code, message };
  return new Invalid([fault]);
}
