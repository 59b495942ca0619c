import { type Actor, wears } from '../../lifecycle/people';
import { proposal } from '../../lifecycle/proposal';
import type { Option } from '../../platform/pages/form-state';
import type { ProposalLine } from '../../proposals/lists/list.service';

/** What can be done with many of these lines at once. */
export interface Batchable {
  readonly recommend: boolean;
  readonly file: boolean;
  readonly handOver: boolean;
}

const someIn = (lines: readonly ProposalLine[], stages: readonly string[] | string): boolean =>
  lines.some(({ stage }) => stages.includes(stage));

/** By the table's own words from where; by whom is asked again when it is done. */
export function batchableOf(actor: Actor, lines: readonly ProposalLine[]): Batchable | null {
  const { recommend, file, handOver } = proposal.actions;
  const may = {
    recommend: wears(actor, 'committee') && someIn(lines, recommend.from),
    file: wears(actor, 'director') && someIn(lines, file.from),
    handOver: wears(actor, 'committee') && someIn(lines, handOver.from),
  };
  return may.recommend || may.file || may.handOver ? may : null;
}

/** The buttons go to the desks that do it; what became of each is said there. */
export const BatchBar = ({ may, offices }: { may: Batchable; offices: readonly Option[] }) => (
  <div class="batch">
    <span data-selected>请勾选要办理的提案</span>
    {may.recommend && (
      <button
        class="btn"
        type="submit"
        formAction="/desk/examination/many/recommend"
        name="outcome"
        value="file"
      >
        初审：建议立案
      </button>
    )}
    {may.file && (
      <button class="btn" type="submit" formAction="/desk/examination/many/file">
        确认立案
      </button>
    )}
    {may.handOver && (
      <>
        <label class="visually-hidden" for="batch-office">
          交办单位
        </label>
        <select class="form-select w-auto" id="batch-office" name="officeForAll">
          <option value="">请选择交办单位</option>
          {offices.map(({ value, label }) => (
            <option value={value}>{label}</option>
          ))}
        </select>
        <button class="btn" type="submit" formAction="/desk/hand-over/many">
          交办
        </button>
      </>
    )}
  </div>
);
