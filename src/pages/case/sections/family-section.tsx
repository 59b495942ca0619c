import { mergeAnswers } from '../../../lifecycle/words/terms';
import { proposalStages } from '../../../lifecycle/words/stages';
import { Day } from '../../../platform/pages/day-words';
import { dayOf } from '../../../platform/clock/calendar';
import type { FamilyDto, MemberDto, PastMergingDto } from '../../../merging/family.dto';

const STATES: Record<PastMergingDto['state'], string> = {
  proposed: '征询中',
  done: '已并案',
  dropped: '已放弃',
  undone: '已撤销',
};

/** The cases that are handled as one, how they count, and what was asked of whom. */
export function familySection(family: FamilyDto | null, id: number) {
  if (!family || (family.followers.length === 0 && family.mergings.length === 0)) return null;
  const { principal, followers, sponsors, mergings } = family;
  const names = new Map(
    [...(principal ? [principal] : []), ...followers].map((each) => [each.id, each.subject]),
  );
  return (
    <>
      {followers.length > 0 && (
        <>
          <ul class="family">
            <li>
              {principal ? <Member member={principal} own={id} /> : '主案'}（主案
              {principal?.jointSubject && `，并案后案由：${principal.jointSubject}`}）
              <ul>
                {followers.map((member) => (
                  <li>
                    <Member member={member} own={id} />
                  </li>
                ))}
              </ul>
            </li>
          </ul>
          <p>
            立案 {followers.length + 1} 件，实际办理 1 件。全体提案者：
            {sponsors.map(({ name, first }) => (first ? `${name}（第一提案者）` : name)).join('、')}。
          </p>
        </>
      )}
      {mergings.map((merging) => (
        <Merging merging={merging} names={names} />
      ))}
    </>
  );
}

const Member = ({ member, own }: { member: MemberDto; own: number }) => (
  <>
    {member.id === own ? (
      <strong>{member.subject}</strong>
    ) : (
      <a class="text-decoration-underline" href={`/proposals/${member.id}`}>
        {member.subject}
      </a>
    )}{' '}
    <span class="text-secondary">
      {member.citation ?? '尚无案号'}，{proposalStages[member.stage]}
    </span>
  </>
);

function Merging({ merging, names }: { merging: PastMergingDto; names: ReadonlyMap<number, string> }) {
  const { state, reason, proposedAt, endReason, consents, followerId, principalId } = merging;
  const link = (id: number) => (
    <a class="text-decoration-underline" href={`/proposals/${id}`}>
      {names.get(id) ?? '另一件提案'}
    </a>
  );
  return (
    <details open={state === 'proposed'}>
      <summary>
        <Day day={dayOf(proposedAt)} /> 提议并案：{STATES[state]}
      </summary>
      <p>
        把{link(followerId)}并入{link(principalId)}
        {reason && `，理由：${reason}`}
        {endReason && `；结束原因：${endReason}`}
      </p>
      {consents.length > 0 && (
        <ul>
          {consents.map(({ name, answer, note }) => (
            <li>
              {name}：{answer ? mergeAnswers[answer] : '尚未答复'}
              {note && `（${note}）`}
            </li>
          ))}
        </ul>
      )}
    </details>
  );
}
