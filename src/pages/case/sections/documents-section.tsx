import type { CaseDocument } from '../../../documents/case-documents';

/** Letters and sheets of the case: to be read and printed, or as a file. */
export const documentsSection = (documents: readonly CaseDocument[]) =>
  documents.length === 0 ? null : (
    <ul>
      {documents.map(({ name, href, docx }) => (
        <li>
          <a href={href}>{name}</a>（
          <a href={docx} download>
            下载 Word<span class="visually-hidden">：{name}</span>
          </a>
          ）
        </li>
      ))}
    </ul>
  );
