import { htmlDocument } from '../pages/document';
import { Icon } from '../pages/icon';
import type { Block } from './blocks';
import { LetterPart } from './letter-part';

interface Look {
  readonly title: string;
  /** A form rather than a letter. */
  readonly form?: boolean;
  /** The page asks for itself again after so many seconds: a projector has nobody to press a key. */
  readonly refreshAfter?: number;
  /** Ways on from here, above the paper and never printed. */
  readonly links?: readonly { readonly href: string; readonly label: string }[];
}

/** The same document that a program opens as DOCX as a page to print: no outside resource, nothing that needs a script. */
export function documentPage({ title, refreshAfter, links, form }: Look, blocks: readonly Block[]): string {
  return htmlDocument(
    { title, refreshAfter, scripts: Boolean(links) },
    <>
      {links && (
        <nav class="letter-tools" aria-label="文件操作">
          {links.map(({ href, label }) => (
            <a class="btn" href={href}>
              {label}
            </a>
          ))}
          <button type="button" class="btn" data-print hidden>
            <Icon name="printer" /> 打印
          </button>
        </nav>
      )}
      <main class={form ? 'letter letter-form' : 'letter'}>
        {blocks.map((block) => (
          <Part block={block} />
        ))}
      </main>
    </>,
  );
}

export function Part({ block }: { block: Block }) {
  switch (block.kind) {
    case 'title':
      return (
        <h1>
          {block.text.split('\n').map((line, at) => (
            <>
              {at > 0 && <br />}
              {line}
            </>
          ))}
        </h1>
      );
    case 'heading':
      return <h2>{block.text}</h2>;
    case 'paragraph':
      return (
        <p class={block.align ? `letter-${block.align}` : block.flush ? 'letter-to' : undefined}>
          {block.pieces.map(({ text, bold }) => (bold ? <strong>{text}</strong> : text))}
        </p>
      );
    case 'table':
      return <Table head={block.head} rows={block.rows} />;
    case 'pageBreak':
      return <hr class="letter-break" />;
    default:
      return <LetterPart block={block} />;
  }
}

const Table = ({ head, rows }: { head: readonly string[]; rows: readonly (readonly string[])[] }) => (
  <table>
    <thead>
      <tr>
        {head.map((text) => (
          <th scope="col">{text}</th>
        ))}
      </tr>
    </thead>
    <tbody>
      {rows.map((row) => (
        <tr>
          {row.map((text) => (
            <td>{text}</td>
          ))}
        </tr>
      ))}
    </tbody>
  </table>
);
