import fc from 'fast-check';
import { dispositionOf } from '../../../src/platform/files/download';
import { extensionOf, fileNameFrom } from '../../../src/platform/files/file-name';
import { Invalid } from '../../../src/platform/web/errors';

const codeOf = (name: string): string => {
  try {
    return fileNameFrom(name);
  } catch (error) {
    return (error as Invalid).faults[0].code;
  }
};

describe('The name of a file', () => {
  it.each([
    ['提案附件.pdf', '提案附件.pdf'],
    ['C:\\fakepath\\扫描件.PDF', '扫描件.PDF'],
    ['../../etc/passwd.txt', 'passwd.txt'],
    ['..\\..\\windows\\win.txt', 'win.txt'],
    ['/etc/cron.d/a.txt', 'a.txt'],
    ['a:b*c?"<d>|.txt', 'a_b_c___d__.txt'],
    ['  两边空白 .docx . ', '两边空白 .docx'],
    ['e\u0301t\u00e9.txt', '\u00e9t\u00e9.txt'],
  ])('%j is kept as %j', (given, kept) => expect(fileNameFrom(given)).toBe(kept));

  it.each([
    ['附件\u202efdp.exe', 'hiddenCharacters'],
    ['附\u200b件.pdf', 'hiddenCharacters'],
    ['附件\0.pdf', 'hiddenCharacters'],
    ['附件\r\nset-cookie: a.pdf', 'hiddenCharacters'],
    ['附件\ud800.pdf', 'hiddenCharacters'],
    ['附件\ufffd.pdf', 'hiddenCharacters'],
    ['', 'noName'],
    ['.pdf', 'noName'],
    ['..', 'noName'],
    ['附件', 'noName'],
    ['目录/', 'noName'],
    [`${'长'.repeat(160)}.pdf`, 'nameTooLong'],
  ])('%j is refused: %s', (given, code) => expect(codeOf(given)).toBe(code));

  it('never leads anywhere, whatever was given', () => {
    const nasty = fc.constantFrom('..', '/', '\\', '\0', '\u202e', '%2e', ':', '"', '\r\n', '.pdf', '提');
    const given = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.array(nasty).map((parts) => parts.join('')),
    );
    fc.assert(
      fc.property(given, (text) => {
        const name = codeOf(text);
        expect(name).not.toMatch(/[/\\\p{Cc}\p{Bidi_Control}]/u);
        expect(['.', '..', '']).not.toContain(name);
      }),
    );
  });

  it('gives its extension in small letters', () => expect(extensionOf('a.b.PDF')).toBe('pdf'));

  it('travels in a header as RFC 5987 says, with a plain one beside it', () => {
    expect(dispositionOf(`关于"停车"的 (说明)'1'.pdf`)).toBe(
      `attachment; filename="_______ (__)'1'.pdf"; ` +
        `filename*=UTF-8''%E5%85%B3%E4%BA%8E%22%E5%81%9C%E8%BD%A6%22%E7%9A%84%20%28%E8%AF%B4%E6%98%8E%29%271%27.pdf`,
    );
  });
});
