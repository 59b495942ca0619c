import { type Cleaned, Findings, type Rewrite } from './cleaned';
import { withoutMarks } from './docx-marks';
import { paragraphsOf } from './docx-text';
import { contentTypesXml, Parts, type Relation, relationsXml } from './package-parts';
import { cleanPicture } from './pictures';
import { Uncleanable } from './uncleanable';
import { type Element, treeOf, xmlOf } from './xml-tree';
import { attributesOf, descendants } from './xml-walk';
import { zipOf } from './zip-writing';

const MAIN = 'application/vnd.openxmlformats-officedocument.wordprocessingml';
/** What is seen, with the type it has in the list of contents. */
const SHOWN: Record<string, string> = {
  styles: `${MAIN}.styles+xml`,
  numbering: `${MAIN}.numbering+xml`,
  theme: 'application/vnd.openxmlformats-officedocument.theme+xml',
  header: `${MAIN}.header+xml`,
  footer: `${MAIN}.footer+xml`,
  footnotes: `${MAIN}.footnotes+xml`,
  endnotes: `${MAIN}.endnotes+xml`,
};
/** What the text does without. */
const BEHIND =
  /^(settings|webSettings|comments\w*|people|customXml\w*|glossaryDocument|oleObject|package|vbaProject|wordVbaData|attachedTemplate|hyperlink|printerSettings|stylesWithEffects|keyMapCustomizations|fontTable|control|font)$/;

/** A copy of a document in which nothing stands but what its readers see. Throws Uncleanable. */
export function cleanDocx(bytes: Buffer, rewrite: Rewrite): Cleaned {
  return new DocxCleaning(new Parts(bytes), rewrite).run();
}

class DocxCleaning {
  private readonly findings = new Findings();
  private readonly copied = new Map<string, Buffer>();
  private readonly types = new Map<string, string>();
  private readonly lines: string[] = [];

  constructor(
    private readonly parts: Parts,
    private readonly rewrite: Rewrite,
  ) {}

  run(): Cleaned {
    const { main } = this.parts;
    this.parts.noteTo(this.findings);
    this.copyXml(main.path, `${MAIN}.document.main+xml`);
    const start = new Map([['[Content_Types].xml', contentTypesXml(this.types)]]);
    start.set('_rels/.rels', relationsXml([{ ...main, target: main.path }]));
    const content = zipOf(new Map([...start, ...this.copied]));
    return { content, text: this.lines.join('\n'), findings: this.findings.all };
  }

  private copyXml(path: string, type: string): void {
    if (this.types.has(path)) return;
    this.types.set(path, type);
    const root = treeOf(this.parts.read(path));
    withoutMarks(root, this.findings);
    this.lines.push(...paragraphsOf(root, this.rewrite), ...valuesOf(root));
    this.copied.set(path, Buffer.from(xmlOf(root)));
    const relations = this.parts.relationsOf(path).filter((relation) => this.follows(relation));
    const folder = path.slice(0, path.lastIndexOf('/') + 1);
    const list = `${folder}_rels/${path.slice(folder.length)}.rels`;
    if (relations.length > 0) this.copied.set(list, relationsXml(relations));
  }

  /** True for what belongs to the copy; it is copied with that. */
  private follows({ type, path, external }: Relation): boolean {
    if (BEHIND.test(type)) return false;
    if (external) throw new Uncleanable('linked');
    if (type === 'image') this.copyPicture(path);
    else if (SHOWN[type]) this.copyXml(path, SHOWN[type]);
    else throw new Uncleanable('unknownPart');
    return true;
  }

  private copyPicture(path: string): void {
    const picture = cleanPicture(this.parts.read(path));
    this.copied.set(path, picture.content);
    this.types.set(path, picture.mime);
  }
}

/** Longer values of attributes are looked through as well: there is room for words in them. */
function valuesOf(root: Element): string[] {
  const long = [root, ...descendants(root)].flatMap((element) =>
    element.attributes.length < 7 ? [] : attributesOf(element).map(([, value]) => value),
  );
  return [...new Set(long)].filter(
    (value) => value.length > 1 && !/^(http:\/\/schemas|urn:|#?[0-9A-Fa-f]{1,8}$)/.test(value),
  );
}
