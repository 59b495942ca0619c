import type { ProposalLine } from '../../proposals/lists/list.service';
import { caseLabel } from '../deeds/case-label';

interface Props {
  readonly cases: readonly ProposalLine[];
  readonly sessions: ReadonlyMap<number, string>;
}

/** Who types a number wants that case: each session has one. */
export const ByNumber = ({ cases, sessions }: Props) =>
  cases.length === 0 ? null : (
    <section class="alert alert-info" aria-labelledby="by-number">
      <h2 class="h4" id="by-number">
        案号就是这个的提案
      </h2>
      <ul class="mb-0">
        {cases.map((each) => (
          <li>
            <a href={`/proposals/${each.id}`}>
              {sessions.get(each.sessionId)} {caseLabel(each)}
            </a>{' '}
            {each.stageWord}
          </li>
        ))}
      </ul>
    </section>
  );
