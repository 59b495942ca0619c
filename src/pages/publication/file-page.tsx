import { CSRF_FIELD } from '../../platform/web/form-token';
import type { Dossier } from '../deeds/deed-subject';
import { withQuery } from '../../platform/pages/local-path';
import { fromHere } from './consents-section';
import { HitsForm } from './hits-form';
import { canDo, type InspectedFile, type PublicationSheet } from './publication-sheet';

interface Props {
  readonly dossier: Dossier;
  readonly file: InspectedFile;
  readonly line: PublicationSheet['attachments'][number];
  readonly csrf: string;
}

/** What is in a file, what its cleaned copy would leave out, and whether it comes out. */
export const FilePage = ({ dossier, file, line, csrf }: Props) => (
  <>
    <section aria-labelledby="findings">
      <h2 id="findings">文件里有什么</h2>
      {file.findings.length === 0 ? (
        <p>没有批注、修订痕迹、隐藏内容或属性。</p>
      ) : (
        <ul>
          {file.findings.map(({ word, count }) => (
            <li>
              {word}：{count} 处
            </li>
          ))}
        </ul>
      )}
      <p>公众得到的是清理后的副本：批注、修订痕迹、隐藏内容、作者等属性都不在其中。</p>
    </section>
    <section aria-labelledby="hits">
      <h2 id="hits">个人信息</h2>
      {file.hits.length === 0 ? (
        <p>没有发现疑似个人信息。</p>
      ) : (
        <HitsForm
          proposalId={dossier.id}
          version={dossier.version}
          hits={file.hits}
          attachmentId={file.id}
          csrf={csrf}
          back={`/desk/publication/${dossier.id}/files/${file.id}`}
        />
      )}
    </section>
    <Release {...{ dossier, file, line, csrf }} />
  </>
);

function Release({ dossier, file, line, csrf }: Props) {
  if (line.releaseId !== null)
    return canDo(dossier, 'withdrawAttachment') ? (
      <p>
        已放行。
        <a
          class="btn btn-danger"
          href={withQuery(fromHere(dossier.id, 'withdrawAttachment'), 'attachmentId', String(file.id))}
        >
          收回
        </a>
      </p>
    ) : (
      <p>已放行。</p>
    );
  if (!canDo(dossier, 'releaseAttachment')) return null;
  return (
    <form method="post" action={`/do/proposals/${dossier.id}/release-attachment`}>
      <input type="hidden" name={CSRF_FIELD} value={csrf} />
      <input type="hidden" name="_back" value={`/desk/publication/${dossier.id}`} />
      <input type="hidden" name="version" value={dossier.version} />
      <input type="hidden" name="attachmentId" value={file.id} />
      {file.needsConfirmation && (
        <label class="form-check mb-3">
          <input class="form-check-input" type="checkbox" name="confirmed" value="true" />
          <span class="form-check-label">有程序无法检查的内容，我已打开文件逐页核对</span>
        </label>
      )}
      <button class="btn btn-primary" type="submit">
        放行清理后的副本
      </button>
    </form>
  );
}
