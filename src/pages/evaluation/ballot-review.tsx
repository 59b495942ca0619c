import { isOverall, dimensionsOf } from '../../evaluation/dimensions';
import { objectWords, optionWords } from '../../evaluation/meeting-words';
import { CSRF_FIELD } from '../../platform/web/form-token';
import { type Marks, placesOn } from './ballot-marks';
import type { MeetingSheet } from './meeting-sheet';

interface Props {
  readonly sheet: MeetingSheet;
  readonly marks: Marks;
  readonly csrf: string;
}

/** What one has marked, once more, before it cannot be changed. It lies in this page only, nowhere else. */
export function BallotReview({ sheet, marks, csrf }: Props) {
  const places = placesOn(sheet);
  const unmarked = places.filter(({ name }) => !marks.has(name)).length;
  const single = isOverall(dimensionsOf(sheet));
  return (
    <form method="post" action={`/evaluations/${sheet.id}/ballot`} autocomplete="off">
      <input type="hidden" name={CSRF_FIELD} value={csrf} />
      {[...marks].map(([name, choice]) => (
        <input type="hidden" name={name} value={choice} />
      ))}
      {unmarked > 0 && (
        <p class="alert alert-warning">有 {unmarked} 处没有选，投出后按弃权计。要选请“返回修改”。</p>
      )}
      <p>请核对。投出以后不能更改、不能收回。</p>
      <ol class="mb-3">
        {sheet.items.map((item) => (
          <li class="mb-2">
            {objectWords(sheet.objects, item.subject)}
            {places
              .filter(({ itemId }) => itemId === item.id)
              .map(({ name, label }) => {
                const choice = marks.get(name);
                return (
                  <div>
                    {!single && `${label}：`}
                    <strong>{choice ? optionWords[choice] : '未选，按弃权计'}</strong>
                  </div>
                );
              })}
          </li>
        ))}
      </ol>
      <div class="btn-list">
        <button class="btn btn-primary btn-lg" type="submit" name="step" value="cast">
          确认投票
        </button>
        <button class="btn btn-lg" type="submit" name="step" value="edit">
          返回修改
        </button>
      </div>
    </form>
  );
}
