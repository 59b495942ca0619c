import type * as Docx from 'docx';
import type { Block, OfficialDocument } from './blocks';
import { letterPart } from './letter-parts';
import { FORM_PAGE, pageNumbers, PAGE } from './page-layout';
import { pageBreak, paragraphOf, tableOf, titleOf, headingOf } from './text-parts';

// Loaded when somebody wants a document: few requests do, and every start would pay for it.
// eslint-disable-next-line @typescript-eslint/no-require-imports
const library = () => require('docx') as typeof Docx;

/** The document as a DOCX file. What the text holds stays text: nothing in it is read as markup. */
export async function docxOf({ name, issuer, blocks, numbered, form }: OfficialDocument): Promise<Buffer> {
  const docx = library();
  const document = new docx.Document({
    title: name,
    creator: issuer,
    lastModifiedBy: issuer,
    evenAndOddHeaderAndFooters: numbered,
    sections: [
      {
        properties: { page: form ? FORM_PAGE : PAGE },
        children: blocks.flatMap((block) => partsOf(docx, block)),
        ...(numbered ? { footers: pageNumbers(docx) } : {}),
      },
    ],
  });
  return docx.Packer.toBuffer(document);
}

function partsOf(docx: typeof Docx, block: Block): (Docx.Paragraph | Docx.Table)[] {
  switch (block.kind) {
    case 'title':
      return [titleOf(docx, block.text)];
    case 'heading':
      return [headingOf(docx, block.text)];
    case 'paragraph':
      return [paragraphOf(docx, block)];
    case 'table':
      return [tableOf(docx, block)];
    case 'pageBreak':
      return [pageBreak(docx)];
    default:
      return letterPart(docx, block);
  }
}
