import { renderToString } from 'preact-render-to-string';
import type { ComponentChildren } from 'preact';
import { dayWords, paragraphsOf } from './notice-words';

/** A page for everybody: semantic, printable, without script or outside resource. */
export function publicPage(
  title: string,
  content: ComponentChildren,
  navigation: ComponentChildren = null,
): string {
  const html = renderToString(
    <html lang="zh-CN">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>{title}</title>
      </head>
      <body>
        {navigation}
        <main>{content}</main>
      </body>
    </html>,
  );
  return `<!doctype html>${html}`;
}

export const PublicDay = ({ day }: { day: string }) => <time dateTime={day}>{dayWords(day)}</time>;

export const paragraphs = (text: string) => paragraphsOf(text).map((line) => <p>{line}</p>);
