import type { Findings } from './cleaned';
import type { Element } from './xml-tree';
import {
  attributeOf,
  attributesOf,
  descendants,
  elementsIn,
  type Fate,
  rewriteAttributes,
  sift,
} from './xml-walk';

/** What was taken away or moved from here, and how it looked before. */
const TAKEN_AWAY = new Set(['del', 'moveFrom', 'cellIns', 'cellDel', 'cellMerge', 'numberingChange']);
const ADDED = new Set(['ins', 'moveTo']);
const COMMENTS = new Set(['commentRangeStart', 'commentRangeEnd', 'commentReference', 'annotationRef']);
const EMBEDDED = new Set(['object', 'OLEObject', 'control']);
/** Names of places and of people who may write there, and what ties parts of the text to something outside of it. */
const BEHIND = new Set([
  ...['bookmarkStart', 'bookmarkEnd', 'permStart', 'permEnd', 'proofErr', 'sdtPr', 'sdtEndPr', 'extLst'],
  ...['smartTagPr', 'customXmlPr', 'fldData', 'ffData', 'dataBinding', 'delInstrText', 'delText'],
]);
const WRAPPERS = new Set(['sdt', 'sdtContent', 'smartTag', 'customXml', 'fldSimple']);
const ATTRIBUTES = /^(rsid\w*|author|date|initials|descr|title|alt|paraId|textId|userId|providerId|tooltip)$/;
const NAMED = new Set(['docPr', 'cNvPr']);
/** Fields that say something about the copy itself, not about who wrote it or where. */
const HARMLESS_FIELD = /^\s*(PAGE|NUMPAGES|SECTIONPAGES|SEQ|=)\b/i;

/** Takes everything out of a part that is not simply shown, and counts it. */
export function withoutMarks(root: Element, findings: Findings): void {
  dropRemovedParts(root, findings);
  sift(root, (child) => fateOf(child, findings));
  for (const element of [root, ...descendants(root)]) cleanAttributes(element);
}

/** A row or cell that was taken away says so in its own properties; so does a run that is hidden. */
function dropRemovedParts(root: Element, findings: Findings): void {
  const says = (element: Element, properties: string, mark: string) =>
    elementsIn(element, properties).some((child) => elementsIn(child, mark).some(isOn));
  sift(root, (child) => {
    const isRemoved =
      (child.name === 'tr' && says(child, 'trPr', 'del')) ||
      (child.name === 'tc' && says(child, 'tcPr', 'cellDel'));
    if (isRemoved) findings.add('trackedChanges');
    const isHidden = child.name === 'r' && (says(child, 'rPr', 'vanish') || says(child, 'rPr', 'webHidden'));
    if (isHidden) findings.add('hiddenText');
    return isRemoved || isHidden ? 'drop' : 'keep';
  });
}

const isOn = (mark: Element): boolean => !['0', 'false', 'off'].includes(attributeOf(mark, 'val') ?? 'true');

function fateOf({ name, children }: Element, findings: Findings): Fate {
  if (COMMENTS.has(name)) return counted(findings, 'comments', name === 'commentReference', 'drop');
  if (TAKEN_AWAY.has(name) || /Change$/.test(name)) return counted(findings, 'trackedChanges', true, 'drop');
  if (ADDED.has(name))
    return counted(findings, 'trackedChanges', true, children.length > 0 ? 'unwrap' : 'drop');
  if (/^(move(From|To)|customXml\w+)Range(Start|End)$/.test(name)) return 'drop';
  if (EMBEDDED.has(name)) return counted(findings, 'embedded', true, 'drop');
  if (name === 'hyperlink') return counted(findings, 'links', true, 'unwrap');
  if (name === 'hlinkClick' || name === 'hlinkHover') return counted(findings, 'links', true, 'drop');
  if (name === 'instrText')
    return HARMLESS_FIELD.test(children.filter((child) => typeof child === 'string').join(''))
      ? 'keep'
      : 'drop';
  // In a style it would hide whatever uses the style.
  if (name === 'vanish' || name === 'specVanish' || name === 'webHidden') return 'drop';
  if (BEHIND.has(name)) return 'drop';
  return WRAPPERS.has(name) ? 'unwrap' : 'keep';
}

function counted(
  findings: Findings,
  code: Parameters<Findings['add']>[0],
  counts: boolean,
  fate: Fate,
): Fate {
  if (counts) findings.add(code);
  return fate;
}

function cleanAttributes(element: Element): void {
  if (
    !attributesOf(element).some(([name]) =>
      /rsid|author|date|initials|descr|title|alt|Id|name|tooltip/i.test(name),
    )
  )
    return;
  rewriteAttributes(element, (name, value) => {
    if (ATTRIBUTES.test(name)) return undefined;
    return name === 'name' && NAMED.has(element.name) ? '' : value;
  });
}
