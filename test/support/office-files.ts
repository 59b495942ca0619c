import { zip } from './files';

const R = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const W = `xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:r="${R}"`;
const S = `xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="${R}"`;
const HEAD = '<?xml version="1.0" encoding="UTF-8"?>';

type More = Record<string, string | Buffer>;

const contents = (path: string, kind: string): string =>
  `${HEAD}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/${path}" ContentType="application/vnd.openxmlformats-officedocument.${kind}.main+xml"/></Types>`;

/** References of one part: id, kind and target, a fourth word when it lies outside. */
export const relations = (...all: [string, string, string, string?][]): string => {
  const lines = all.map(
    ([id, type, target, mode]) =>
      `<Relationship Id="${id}" Type="${R}/${type}" Target="${target}"${mode ? ` TargetMode="${mode}"` : ''}/>`,
  );
  const space = 'http://schemas.openxmlformats.org/package/2006/relationships';
  return `${HEAD}<Relationships xmlns="${space}">${lines.join('')}</Relationships>`;
};

const core = (author: string): string =>
  `${HEAD}<cp:coreProperties xmlns:cp="c" xmlns:dc="d"><dc:creator>${author}</dc:creator><cp:lastModifiedBy>${author}</cp:lastModifiedBy></cp:coreProperties>`;

/** A document with this body; `links` are the references of the text. */
export const aDocx = (
  body: string,
  links: [string, string, string, string?][] = [],
  more: More = {},
): Buffer =>
  zip({
    '[Content_Types].xml': contents('word/document.xml', 'wordprocessingml.document'),
    '_rels/.rels': relations(
      ['a', 'officeDocument', 'word/document.xml'],
      ['b', 'core-properties', 'docProps/core.xml'],
    ),
    'word/document.xml': `${HEAD}<w:document ${W}><w:body>${body}</w:body></w:document>`,
    'word/_rels/document.xml.rels': relations(...links),
    'docProps/core.xml': core('作者甲'),
    ...more,
  });

export const paragraph = (...pieces: string[]): string =>
  `<w:p w:rsidR="00AA">${pieces.map((text) => `<w:r><w:t xml:space="preserve">${text}</w:t></w:r>`).join('')}</w:p>`;

export interface SheetParts {
  readonly name: string;
  readonly state?: string;
  readonly xml: string;
}

/** A workbook of these sheets. */
export const anXlsx = (sheets: SheetParts[], strings: string[] = [], more: More = {}): Buffer =>
  zip({
    '[Content_Types].xml': contents('xl/workbook.xml', 'spreadsheetml.sheet'),
    '_rels/.rels': relations(['a', 'officeDocument', 'xl/workbook.xml']),
    'xl/workbook.xml': `${HEAD}<workbook ${S}><sheets>${sheets
      .map(
        ({ name, state = 'visible' }, at) =>
          `<sheet name="${name}" sheetId="${at + 1}" state="${state}" r:id="s${at + 1}"/>`,
      )
      .join('')}</sheets><definedNames><definedName name="x">作者甲</definedName></definedNames></workbook>`,
    'xl/_rels/workbook.xml.rels': relations(
      ...sheets.map((_, at): [string, string, string] => [
        `s${at + 1}`,
        'worksheet',
        `worksheets/sheet${at + 1}.xml`,
      ]),
      ['t', 'sharedStrings', 'sharedStrings.xml'],
    ),
    'xl/sharedStrings.xml': `${HEAD}<sst ${S}>${strings.map((text) => `<si><t>${text}</t></si>`).join('')}</sst>`,
    'docProps/core.xml': core('作者甲'),
    ...Object.fromEntries(
      sheets.map(({ xml }, at) => [
        `xl/worksheets/sheet${at + 1}.xml`,
        `${HEAD}<worksheet ${S}>${xml}</worksheet>`,
      ]),
    ),
    ...more,
  });
