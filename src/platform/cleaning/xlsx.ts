import { type Cleaned, Findings, type Rewrite } from './cleaned';
import { contentTypesXml, Parts, type Relation, relationsXml } from './package-parts';
import { Uncleanable } from './uncleanable';
import { type Element, escaped, treeOf, xmlOf } from './xml-tree';
import { attributeOf, attributesOf, descendants, elementsIn, sift } from './xml-walk';
import { cellLines, cleanSheet, stringLine, usedStrings } from './xlsx-sheets';
import { zipOf } from './zip-writing';

const MAIN = 'application/vnd.openxmlformats-officedocument.spreadsheetml';
const TYPES = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const SPACE = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';

interface Sheet {
  readonly name: string;
  readonly root: Element;
}

/** A copy of a workbook with its visible sheets, their cells and looks, and nothing else. Throws Uncleanable. */
export function cleanXlsx(bytes: Buffer, rewrite: Rewrite): Cleaned {
  return new XlsxCleaning(new Parts(bytes), rewrite).run();
}

class XlsxCleaning {
  private readonly findings = new Findings();
  private readonly lines: string[] = [];
  private readonly book: Element;
  private readonly relations: Relation[];

  constructor(
    private readonly parts: Parts,
    private readonly rewrite: Rewrite,
  ) {
    this.book = treeOf(parts.read(parts.main.path));
    this.relations = parts.relationsOf(parts.main.path);
  }

  run(): Cleaned {
    this.parts.noteTo(this.findings);
    const sheets = this.visibleSheets();
    if (sheets.length === 0) throw new Uncleanable('broken');
    for (const { root } of sheets) cleanSheet(root, this.findings);
    const strings = this.strings(sheets);
    for (const { root, name } of sheets) this.lines.push(name, ...cellLines(root, this.rewrite));
    const content = zipOf(this.copy(sheets, strings));
    return { content, text: this.lines.join('\n'), findings: this.findings.all };
  }

  private visibleSheets(): Sheet[] {
    const taken = new Set<string>();
    return elementsIn(this.book, 'sheets').flatMap((list) =>
      elementsIn(list, 'sheet').flatMap((sheet, at) => {
        const relation = this.relations.find(({ id }) => id === attributeOf(sheet, 'id'));
        this.noteSheet(sheet, relation);
        if (relation?.type !== 'worksheet' || (attributeOf(sheet, 'state') ?? 'visible') !== 'visible')
          return [];
        const wanted = this.rewrite(attributeOf(sheet, 'name') ?? '').join('');
        const name = wanted === '' || taken.has(wanted) ? `Sheet${at + 1}` : wanted;
        taken.add(name);
        return [{ name, root: treeOf(this.parts.read(relation.path)) }];
      }),
    );
  }

  private noteSheet(sheet: Element, relation: Relation | undefined): void {
    if ((attributeOf(sheet, 'state') ?? 'visible') !== 'visible') this.findings.add('hiddenSheets');
    else if (relation?.type !== 'worksheet') this.findings.add('pictures');
    const own = relation ? this.parts.relationsOf(relation.path) : [];
    this.findings.add('comments', own.filter(({ type }) => /comment/i.test(type)).length);
  }

  /** Texts that only hidden cells use are emptied: the numbers of the others have to stay. */
  private strings(sheets: readonly Sheet[]): Element | null {
    const relation = this.relations.find(({ type }) => type === 'sharedStrings');
    if (!relation) return null;
    const root = treeOf(this.parts.read(relation.path));
    const used = new Set(sheets.flatMap((sheet) => usedStrings(sheet.root)));
    root.children = elementsIn(root, 'si');
    for (const [at, string] of elementsIn(root).entries()) {
      if (used.has(at)) this.lines.push(stringLine(string, this.rewrite));
      else string.children = [{ name: 't', tag: tagLike(string, 't'), attributes: '', children: [] }];
    }
    return root;
  }

  private copy(sheets: readonly Sheet[], strings: Element | null): Map<string, Buffer> {
    const parts = new Map<string, Buffer>();
    const types = new Map([['xl/workbook.xml', `${MAIN}.sheet.main+xml`]]);
    const relations: Relation[] = [];
    const add = (type: string, target: string, root: Element, contentType: string) => {
      parts.set(`xl/${target}`, Buffer.from(xmlOf(root)));
      types.set(`xl/${target}`, contentType);
      const id = `r${relations.length + 1}`;
      relations.push({ id, type, fullType: `${TYPES}/${type}`, path: '', target, external: false });
    };
    sheets.forEach(({ root }, at) => add('worksheet', `sheet${at + 1}.xml`, root, `${MAIN}.worksheet+xml`));
    if (strings) add('sharedStrings', 'sharedStrings.xml', strings, `${MAIN}.sharedStrings+xml`);
    for (const [type, contentType] of Object.entries(LOOKS)) {
      const looks = this.looks(type);
      if (looks) add(type, `${type}.xml`, looks, contentType);
    }
    const start = {
      ...relations[0],
      id: 'r1',
      fullType: `${TYPES}/officeDocument`,
      target: 'xl/workbook.xml',
    };
    return new Map([
      ['[Content_Types].xml', contentTypesXml(types)],
      ['_rels/.rels', relationsXml([start])],
      ['xl/workbook.xml', this.workbook(sheets)],
      ['xl/_rels/workbook.xml.rels', relationsXml(relations)],
      ...parts,
    ]);
  }

  private looks(type: string): Element | null {
    const relation = this.relations.find((each) => each.type === type);
    if (!relation) return null;
    const root = treeOf(this.parts.read(relation.path));
    sift(root, ({ name }) => (name === 'extLst' ? 'drop' : 'keep'));
    const values = [...descendants(root)].flatMap((element) =>
      attributesOf(element).map(([, value]) => value),
    );
    this.lines.push(...new Set(values.filter((value) => value.length > 8)));
    return root;
  }

  private workbook(sheets: readonly Sheet[]): Buffer {
    const dates = elementsIn(this.book, 'workbookPr').map((about) => attributeOf(about, 'date1904'));
    const is1904 = dates.some((value) => value === '1' || value === 'true') ? ' date1904="1"' : '';
    const list = sheets.map(
      ({ name }, at) => `<sheet name="${escaped(name)}" sheetId="${at + 1}" r:id="r${at + 1}"/>`,
    );
    return Buffer.from(
      `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<workbook xmlns="${SPACE}" xmlns:r="${TYPES}">` +
        `<workbookPr${is1904}/><sheets>${list.join('')}</sheets></workbook>`,
    );
  }
}

const LOOKS = {
  styles: `${MAIN}.styles+xml`,
  theme: 'application/vnd.openxmlformats-officedocument.theme+xml',
};

const tagLike = ({ tag }: Element, name: string): string =>
  tag.includes(':') ? `${tag.slice(0, tag.indexOf(':') + 1)}${name}` : name;
