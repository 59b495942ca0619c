import { withQuery } from '../../../platform/pages/local-path';
import { idIn } from '../../desks/asked';
import { deedPath } from '../deed-words';
import type { HelpContext } from '../deed-help';
import { isOffered } from '../offered';
import type { WrittenReply } from '../written-replies';

/**
 * 并案办理 by a unit: who handles like cases together still replies to each, and may begin with what has been written for
 * another of the unit's cases.
 */
export async function jointReplies(context: HelpContext) {
  const { subject, actor, lists, query } = context;
  const { assignment } = subject ?? {};
  if (!assignment?.mine || !isOffered(subject)) return { offer: null, values: {} };
  const written = await lists.cases.writtenReplies(actor, assignment.unitId, assignment.id);
  const chosen = written.find(({ assignmentId }) => assignmentId === idIn(query.from));
  const here = deedPath('assignments', assignment.id, 'draftReply');
  const path = typeof query.back === 'string' ? withQuery(here, 'back', query.back) : here;
  return { offer: <Offer {...{ written, chosen, path }} />, values: chosen?.text ?? {} };
}

interface Props {
  readonly written: readonly WrittenReply[];
  readonly chosen?: WrittenReply;
  readonly path: string;
}

function Offer({ written, chosen, path }: Props) {
  if (chosen)
    return (
      <p class="alert alert-info" role="status">
        已填入对“{chosen.label}”的答复，尚未保存。请改成对本件的答复再保存；每件提案分别签发，分别答复提案者。
      </p>
    );
  if (written.length === 0) return null;
  return (
    <details class="card card-body mb-3">
      <summary>并案办理：用本单位另一件提案的答复作底稿</summary>
      <p>内容相近的提案可以一并办理，但每件都要分别答复提案者。填入后请逐条核对。</p>
      <ul>
        {written.map(({ assignmentId, label }) => (
          <li>
            <a href={withQuery(path, 'from', String(assignmentId))}>{label}</a>
          </li>
        ))}
      </ul>
    </details>
  );
}
