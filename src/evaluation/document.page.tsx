import { renderToString } from 'preact-render-to-string';
import type { Block } from '../platform/documents/official-document';

interface Look {
  readonly title: string;
  /** The page asks for itself again after so many seconds: a projector has nobody to press a key. */
  readonly refreshAfter?: number;
}

/** The same document that a program opens as DOCX as a page to print: no script, no outside resource. */
export function documentPage({ title, refreshAfter }: Look, blocks: readonly Block[]): string {
  const html = renderToString(
    <html lang="zh-CN">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        {refreshAfter && <meta http-equiv="refresh" content={String(refreshAfter)} />}
        <title>{title}</title>
      </head>
      <body>
        <main>
          {blocks.map((block) => (
            <Part block={block} />
          ))}
        </main>
      </body>
    </html>,
  );
  return `<!doctype html>${html}`;
}

export function Part({ block }: { block: Block }) {
  switch (block.kind) {
    case 'title':
      return <h1>{block.text}</h1>;
    case 'heading':
      return <h2>{block.text}</h2>;
    case 'paragraph':
      return <p>{block.pieces.map(({ text, bold }) => (bold ? <strong>{text}</strong> : text))}</p>;
    case 'table':
      return <Table head={block.head} rows={block.rows} />;
    case 'pageBreak':
      return <hr />;
  }
}

/** By attribute: the policy of the server allows no style within a page. */
const LINES = { border: 1 };

const Table = ({ head, rows }: { head: readonly string[]; rows: readonly (readonly string[])[] }) => (
  <table {...LINES}>
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
