import type { Booklet } from '../../evaluation/booklets.service';
import { isOverall, dimensionsOf } from '../../evaluation/dimensions';
import { objectWords, OPTIONS, optionWords } from '../../evaluation/meeting-words';
import { CSRF_FIELD } from '../../platform/web/form-token';
import { type BallotPlace, type Marks, placesOn } from './ballot-marks';
import { ItemMaterial } from './item-material';
import type { MeetingSheet } from './meeting-sheet';

interface Props {
  readonly sheet: MeetingSheet;
  readonly booklet: Booklet;
  readonly marks: Marks;
  readonly csrf: string;
}

/** One paper for the whole agenda. Nothing is chosen beforehand, and nothing is kept before it is put in. */
export function BallotPaperPage({ sheet, booklet, marks, csrf }: Props) {
  const places = placesOn(sheet);
  const single = isOverall(dimensionsOf(sheet));
  return (
    <>
      <p>
        共 {sheet.items.length} 项，每项选一个。无记名投票：任何人都查不到您投了什么；投出以后不能更改。
        没有选的，按弃权计。
      </p>
      <form method="post" action={`/evaluations/${sheet.id}/ballot`} data-guard autocomplete="off">
        <input type="hidden" name={CSRF_FIELD} value={csrf} />
        {sheet.items.map((item) => (
          <section class="card" aria-labelledby={`item-${item.id}`}>
            <div class="card-body">
              <h2 id={`item-${item.id}`}>
                {item.place}. {objectWords(sheet.objects, item.subject)}
              </h2>
              <ItemMaterial item={booklet.items.find(({ id }) => id === item.id)} booklet={booklet} />
              {places
                .filter(({ itemId }) => itemId === item.id)
                .map((place) => (
                  <Question place={place} single={single} number={item.place} marks={marks} />
                ))}
            </div>
          </section>
        ))}
        <div class="btn-list">
          <button class="btn btn-primary btn-lg" type="submit" name="step" value="review">
            下一步：核对
          </button>
          <a class="btn btn-lg" href={`/evaluations/${sheet.id}`}>
            先不投，返回会议
          </a>
        </div>
      </form>
    </>
  );
}

interface QuestionProps {
  readonly place: BallotPlace;
  /** One mark for the whole: the item is the question. */
  readonly single: boolean;
  readonly number: number;
  readonly marks: Marks;
}

const Question = ({ place, single, number, marks }: QuestionProps) => (
  <fieldset class="ballot">
    <legend class={single ? 'visually-hidden' : undefined}>
      <span class="visually-hidden">第 {number} 项</span>
      {single ? '您的评价' : place.label}
    </legend>
    {OPTIONS.map((option) => (
      <label class="form-check">
        <input
          class="form-check-input"
          type="radio"
          name={place.name}
          value={option}
          checked={marks.get(place.name) === option}
        />
        <span class="form-check-label">{optionWords[option]}</span>
      </label>
    ))}
  </fieldset>
);
