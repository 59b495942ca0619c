import type { ComponentChildren } from 'preact';
import { renderToString } from 'preact-render-to-string';
import { assetUrl } from './assets';

export interface DocumentHead {
  readonly title: string;
  /** Bigger letters and targets (老年模式). */
  readonly largePrint?: boolean;
  /** Pages of the public site carry none. */
  readonly scripts?: boolean;
  /** Seconds after which the page asks for itself again. */
  readonly refreshAfter?: number;
  readonly bodyClass?: string;
  readonly head?: ComponentChildren;
}

/** A whole page: no inline script or style, nothing from another host. */
export function htmlDocument(head: DocumentHead, body: ComponentChildren): string {
  const { title, largePrint, scripts = true, refreshAfter, bodyClass } = head;
  const html = renderToString(
    <html lang="zh-CN" class={largePrint ? 'large-print' : undefined}>
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        {refreshAfter !== undefined && <meta http-equiv="refresh" content={String(refreshAfter)} />}
        <title>{title}</title>
        <link rel="icon" type="image/svg+xml" href={assetUrl('icon.svg')} />
        <link rel="stylesheet" href={assetUrl('tiban.css')} />
        {scripts && <script type="module" src={assetUrl('tiban.js')} />}
        {head.head}
      </head>
      <body class={bodyClass}>{body}</body>
    </html>,
  );
  return `<!doctype html>${html}`;
}
