import { renderToString } from 'preact-render-to-string';
import { FOOT, type Letter, type Part } from './letter';

/** As HTML that every mail program shows: no style, no picture, nothing fetched from anywhere. */
export function htmlOf({ subject, parts, link, linkWord }: Letter): string {
  const html = renderToString(
    <html lang="zh-CN">
      <head>
        <meta charSet="utf-8" />
        <title>{subject}</title>
      </head>
      <body>
        {parts.map((part) => (
          <Block part={part} />
        ))}
        <p>
          <a href={link}>{linkWord}</a>
        </p>
        <p>
          <small>{FOOT}</small>
        </p>
      </body>
    </html>,
  );
  return `<!doctype html>${html}`;
}

function Block({ part }: { part: Part }) {
  if (typeof part === 'string') return <p>{part}</p>;
  return (
    <>
      <h2>{part.heading}</h2>
      <ul>
        {part.lines.map((line) => (
          <li>{line}</li>
        ))}
      </ul>
    </>
  );
}
