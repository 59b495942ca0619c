import type { HintsAnswer } from '../../../search/similar/similar.service';
import { deedPath } from '../../deeds/deed-words';

const NUMBER = 3;

/** What others have written about the same, while one writes: a hint, never a wall. */
export function Hints({ items, published }: HintsAnswer) {
  if (items.length + published.length === 0) return null;
  return (
    <div class="alert alert-info">
      <p>已有相近的提案，供参考；不影响您继续写：</p>
      <ul>
        {items.slice(0, NUMBER).map(({ id, subject, session, stage, stageWord, sponsors, openPromises }) => (
          <li>
            <a href={`/proposals/${id}`} target="_blank" rel="noopener">
              {subject}
              <span class="visually-hidden">（在新窗口打开）</span>
            </a>
            （{session}，{stageWord}，{sponsors[0]}）
            {stage === 'draft' && (
              <>
                对方已邀请您联名：
                <a href={deedPath('proposals', id, 'cosign')} target="_blank" rel="noopener">
                  看原文，联名这一件
                  <span class="visually-hidden">（在新窗口打开）</span>
                </a>
              </>
            )}
            {openPromises.length > 0 && `，还有 ${openPromises.length} 项承诺未兑现`}
          </li>
        ))}
        {published.slice(0, NUMBER).map(({ noticeId, subject, units }) => (
          <li>
            <a href={`/notices/${noticeId}`} target="_blank" rel="noopener">
              {subject}
              <span class="visually-hidden">（在新窗口打开）</span>
            </a>
            （已公示，{units.join('、')}办理）
          </li>
        ))}
      </ul>
      <p class="text-secondary">如与别人正在写的相同，可以请对方邀请您联名，不必另写一件。</p>
    </div>
  );
}
