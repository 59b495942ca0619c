import fc from 'fast-check';
import { kindOf } from '../../../src/platform/files/file-kind';
import { compoundFile, JPG, officeFile, PDF, PNG, zip } from '../../support/files';

const PROGRAM = '<Override PartName="/x.bin" ContentType="application/vnd.ms-office.vbaProject"/>';
const slides = (hasPrograms: number) =>
  Buffer.concat([
    compoundFile(['PowerPoint Document']),
    Buffer.from([2, 0, 0, 4, 12, 0, 0, 0, 9, 0, 0, 0, hasPrograms, 0, 0, 0, 2, 0, 0, 0]),
  ]);

describe('The kind of a file', () => {
  it.each<[string | null, string, Buffer]>([
    ['pdf', 'a PDF', PDF],
    ['jpg', 'a photograph', JPG],
    ['png', 'a picture', PNG],
    ['docx', 'a text document', officeFile('docx')],
    ['xlsx', 'a table', officeFile('xlsx')],
    ['pptx', 'slides', officeFile('pptx')],
    ['doc', 'an old text document', compoundFile(['1Table', 'WordDocument', '\u0005SummaryInformation'])],
    ['xls', 'an old table', compoundFile(['Workbook', 'a', 'b', 'c', 'd', 'e'])],
    ['xls', 'a very old table', compoundFile(['Book'])],
    ['ppt', 'old slides', slides(0)],
    ['txt', 'a text', Buffer.from('提案附件\r\n第二行\t完')],
    ['txt', 'a text with a mark of its encoding', Buffer.from('\ufeff提案')],
    ['doc', 'an old text with a table inside', compoundFile(['WordDocument', 'ObjectPool/Workbook'])],
  ])('is %s for %s', (kind, _, bytes) => expect(kindOf(bytes)).toBe(kind));

  it.each<[string, Buffer]>([
    ['a text document with programs', officeFile('docx', PROGRAM)],
    [
      'one that says so by its main part',
      zip({ '[Content_Types].xml': '<Types>ms-word.document.macroEnabled.main+xml</Types>' }),
    ],
    ['an old table with programs', compoundFile(['Workbook', '_VBA_PROJECT_CUR/VBA/_VBA_PROJECT'])],
    ['old slides with programs', slides(1)],
  ])('is refused for its programs: %s', (_, bytes) => expect(kindOf(bytes)).toBe('macros'));

  it.each<[string, Buffer]>([
    ['a program', Buffer.from('MZ\x90\x00\x03\x00')],
    ['another program', Buffer.from('\x7fELF\x02\x01\x01\x00', 'latin1')],
    ['text in another encoding', Buffer.from('cce1b0b8', 'hex')],
    ['text with a NUL', Buffer.from('提案\0')],
    ['half a picture', Buffer.from('89504e470d0a1a0a', 'hex')],
    ['any other archive', zip({ 'a.txt': 'a' })],
    ['a list of contents that hides its words', officeFile('docx', '<x y="&#118;baProject"/>')],
    ['a list of contents with definitions', officeFile('docx', '<!ENTITY v "vba">')],
    ['two kinds at once', officeFile('docx', 'spreadsheetml.sheet.main+xml')],
    ['a bomb of a list', zip({ '[Content_Types].xml': 'x'.repeat(3_000_000) })],
    ['half an archive', officeFile('docx').subarray(0, 100)],
    ['an old file of another program', compoundFile(['EncryptedPackage', 'EncryptionInfo'])],
    ['an old file whose text is in a folder only', compoundFile(['Folder/WordDocument'])],
    ['half an old file', compoundFile(['WordDocument']).subarray(0, 700)],
    ['an old file of strange sectors', Buffer.from(compoundFile(['WordDocument'])).fill(0x20, 30, 32)],
  ])('is unknown for %s', (_, bytes) => expect(kindOf(bytes)).toBeNull());

  it('never throws and never runs on, whatever the bytes', () => {
    const samples = [PDF, officeFile('docx'), compoundFile(['WordDocument', 'a', 'b', 'c', 'd']), PNG];
    const broken = fc
      .tuple(
        fc.constantFrom(...samples),
        fc.array(fc.tuple(fc.nat(), fc.integer({ min: 0, max: 255 })), { maxLength: 30 }),
        fc.nat(),
      )
      .map(([sample, changes, cut]) => {
        const bytes = Buffer.from(sample);
        for (const [at, value] of changes) bytes[at % bytes.length] = value;
        return bytes.subarray(0, cut % (bytes.length + 1));
      });
    fc.assert(
      fc.property(fc.oneof(broken, fc.uint8Array().map(Buffer.from)), (bytes) => {
        expect(() => kindOf(Buffer.from(bytes))).not.toThrow();
      }),
      { numRuns: 500 },
    );
  });
});
