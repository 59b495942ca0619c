import type { ComponentChildren } from 'preact';
import type { TextPiece } from '../../../search/searching/marking';
import { sharedIn } from '../../../search/similar/differences.service';

export interface Compared {
  readonly id: number;
  readonly name: string;
  readonly subject: string;
  readonly situation: string;
  readonly analysis: string;
  readonly recommendations: readonly string[];
}

interface Props<Case extends Compared> {
  readonly cases: readonly Case[];
  /** Between a case's name and its text. */
  readonly about: (each: Case) => ComponentChildren;
}

/** Fewer characters in common are chance. */
const LEAST = 4;

const PARTS = [
  ['subject', '案由'],
  ['situation', '情况'],
  ['analysis', '分析'],
] as const;

/** Texts column by column; what stands in one only is marked. */
export const ComparedTexts = <Case extends Compared>({ cases, about }: Props<Case>) => (
  <>
    <p class="text-secondary">
      加了<mark>底色</mark>的文字只见于这一件，其余的别的件里也有。
    </p>
    <div class="side-by-side">
      {cases.map((each) => (
        <Column one={each} others={cases.filter((other) => other !== each)} about={about(each)} />
      ))}
    </div>
  </>
);

function Column({
  one,
  others,
  about,
}: {
  one: Compared;
  others: readonly Compared[];
  about: ComponentChildren;
}) {
  const known = others.map(wholeOf).join('\n');
  const heading = `compared-${one.id}`;
  const percent = sharedPercent(sharedIn(wholeOf(one), known, LEAST));
  return (
    <section class="card card-body" aria-labelledby={heading}>
      <h2 id={heading}>
        <a href={`/proposals/${one.id}`}>{one.name}</a>
      </h2>
      {about}
      <p class="text-secondary">与其他件相同的文字占 {percent}%</p>
      <div class="prose">
        {PARTS.map(([part, label]) => (
          <>
            <h3>{label}</h3>
            {paragraphsOf(one[part]).map((text) => (
              <p>
                <Pieces pieces={sharedIn(text, known, LEAST)} />
              </p>
            ))}
          </>
        ))}
        <h3>建议</h3>
        <ol>
          {one.recommendations.map((text) => (
            <li>
              <Pieces pieces={sharedIn(text, known, LEAST)} />
            </li>
          ))}
        </ol>
      </div>
    </section>
  );
}

/** A mark between letters is no difference. */
const Pieces = ({ pieces }: { pieces: readonly TextPiece[] }) => (
  <>{pieces.map(({ text, hit }) => (hit || lettersIn(text) === 0 ? text : <mark>{text}</mark>))}</>
);

/** What share of its letters also stands in the others, in percent. */
function sharedPercent(pieces: readonly TextPiece[]): number {
  const count = (some: readonly TextPiece[]) => lettersIn(some.map(({ text }) => text).join(''));
  const all = count(pieces);
  return all === 0 ? 0 : Math.round((count(pieces.filter(({ hit }) => hit)) / all) * 100);
}

const lettersIn = (text: string): number => [...text.matchAll(/[\p{L}\p{N}]/gu)].length;

const wholeOf = ({ subject, situation, analysis, recommendations }: Compared) =>
  [subject, situation, analysis, ...recommendations].join('\n');

const paragraphsOf = (text: string) => text.split('\n').filter((line) => line.trim() !== '');
