import { openArchive } from '../../src/platform/spreadsheet/archive';
import type { RunningApp } from '../support/harness';
import type { Person } from '../support/people';

const DOCX = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';

/** A page as its reader sees it: lines of text. */
export async function pageOf(app: RunningApp, by: Person, url: string) {
  const { statusCode, body, headers } = await app.inject({ url, headers: by.headers });
  return { status: statusCode, body, headers, lines: linesOf(body.replace(/^.*<main/s, '<main')) };
}

/** A file, opened again: its text by paragraphs. Throws for what is no DOCX. */
export async function fileOf(app: RunningApp, by: Person, url: string) {
  const answer = await app.inject({ url: `${url}.docx`, headers: by.headers });
  if (answer.statusCode !== 200) return { status: answer.statusCode, lines: [], xml: '', name: '' };
  if (answer.headers['content-type'] !== DOCX) throw new Error(`${url}: ${answer.headers['content-type']}`);
  const part = (name: string) =>
    openArchive(answer.rawPayload, 20_000_000).read(name)?.toString('utf8') ?? '';
  const xml = part('word/document.xml');
  const [, escaped] = /filename\*=UTF-8''(.*)$/.exec(String(answer.headers['content-disposition'])) ?? [];
  return {
    status: 200,
    lines: linesOf(xml.replace(/<\/w:p>/g, '\n')),
    xml,
    name: decodeURIComponent(escaped ?? ''),
    content: answer.rawPayload,
  };
}

/** Elements that stand in a line belong to its text. */
const linesOf = (markup: string): string[] =>
  markup
    .replace(/<w:tab\/>/g, ' ')
    .replace(/<w:br\/>/g, '\n')
    .replace(
      /<\/?(w:r|w:t|w:rPr|w:pPr|strong)\b[^>]*>|<w:(?!p\b|tc\b|tr\b)[^>]*>|<\/w:(?!p>|tc|tr)[^>]*>/g,
      '',
    )
    .replace(/<[^>]*>/g, '\n')
    .replace(/&lt;/g, '<')
    .replace(/&gt;/g, '>')
    .replace(/&quot;/g, '"')
    .replace(/&apos;/g, "'")
    .replace(/&amp;/g, '&')
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');
