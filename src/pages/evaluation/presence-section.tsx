import { CSRF_FIELD } from '../../platform/web/form-token';
import { canDo, type MeetingSheet, type RollVoter, usesPaper } from './meeting-sheet';

interface Props {
  readonly sheet: MeetingSheet;
  readonly csrf: string;
}

/** The roll: who is there, ticked in one go. Who ticks later changes only what they have changed. */
export function PresenceSection({ sheet, csrf }: Props) {
  const editable = canDo(sheet, 'markPresence');
  return (
    <section aria-labelledby="presence">
      <h2 id="presence">
        应到人员（{sheet.present} / {sheet.due} 到会）
      </h2>
      {editable ? <Roll sheet={sheet} csrf={csrf} /> : <Names sheet={sheet} />}
    </section>
  );
}

const Roll = ({ sheet, csrf }: Props) => (
  <form method="post" action={`/evaluations/${sheet.id}/presence`} class="card">
    <div class="card-body">
      <input type="hidden" name={CSRF_FIELD} value={csrf} />
      {sheet.voters.map(({ memberId, present }) =>
        present ? <input type="hidden" name="was" value={memberId} /> : null,
      )}
      <fieldset class="mb-3">
        <legend class="form-label">勾选到会的人</legend>
        <div class="choice-list">
          {sheet.voters.map((voter) => (
            <label class="form-check">
              <input
                class="form-check-input"
                type="checkbox"
                name="here"
                value={voter.memberId}
                checked={voter.present}
              />
              <span class="form-check-label">
                {voter.name}
                <Done {...voter} />
              </span>
            </label>
          ))}
        </div>
      </fieldset>
      <div class="btn-list">
        <button class="btn btn-primary" type="submit">
          保存到会情况
        </button>
        <button class="btn" type="submit" name="everybody" value="true">
          全部到会
        </button>
      </div>
    </div>
  </form>
);

const Names = ({ sheet: { voters } }: { sheet: MeetingSheet }) => {
  const [there, missing] = [true, false].map((present) =>
    voters.filter((voter) => voter.present === present),
  );
  return (
    <>
      <p>到会：{namesOf(there)}</p>
      <p>未到：{namesOf(missing)}</p>
    </>
  );
};

const namesOf = (voters: readonly RollVoter[]): string => voters.map(({ name }) => name).join('、') || '无';

/** That a ballot came or a paper was taken, for those who run the meeting; never what is on it. */
const Done = ({ receipted, paper }: RollVoter) =>
  receipted ? (
    <span class="text-secondary">（已投票）</span>
  ) : paper ? (
    <span class="text-secondary">（已领纸质选票）</span>
  ) : null;

/** Papers are handed out to whoever is there and has not voted, and taken back unused. */
export function PapersSection({ sheet, csrf }: Props) {
  if (!usesPaper(sheet) || sheet.stage !== 'opened' || sheet.shut) return null;
  const waiting = sheet.voters.filter(({ present, receipted, paper }) => present && !receipted && !paper);
  const holding = sheet.voters.filter(({ paper }) => paper);
  return (
    <section aria-labelledby="papers">
      <h2 id="papers">纸质选票</h2>
      <div class="side-by-side">
        {canDo(sheet, 'handOutPaper') && (
          <Hands {...{ sheet, csrf, voters: waiting, verb: 'hand-out-paper', word: '发放给所选人员' }}>
            到会、未投票、未领票的人都已领票。
          </Hands>
        )}
        {canDo(sheet, 'takeBackPaper') && (
          <Hands {...{ sheet, csrf, voters: holding, verb: 'take-back-paper', word: '收回未用的选票' }}>
            没有人持有纸质选票。
          </Hands>
        )}
      </div>
    </section>
  );
}

interface HandsProps extends Props {
  readonly voters: readonly RollVoter[];
  readonly verb: string;
  readonly word: string;
  readonly children: string;
}

const Hands = ({ sheet, csrf, voters, verb, word, children }: HandsProps) =>
  voters.length === 0 ? (
    <p class="text-secondary">{children}</p>
  ) : (
    <form method="post" action={`/do/evaluations/${sheet.id}/${verb}`} class="card">
      <div class="card-body">
        <input type="hidden" name={CSRF_FIELD} value={csrf} />
        <input type="hidden" name="_back" value={`/evaluations/${sheet.id}`} />
        <fieldset class="mb-3">
          <legend class="form-label">{word}</legend>
          <input type="hidden" name="memberIds" value="" />
          <div class="choice-list">
            {voters.map(({ memberId, name }) => (
              <label class="form-check">
                <input class="form-check-input" type="checkbox" name="memberIds" value={memberId} />
                <span class="form-check-label">{name}</span>
              </label>
            ))}
          </div>
        </fieldset>
        <button class="btn btn-primary" type="submit">
          {word}
        </button>
      </div>
    </form>
  );
