import type { ComponentChildren } from 'preact';
import { type Run, runsOf, sharedPercent } from './shared-text';

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
  const known = others.map(wholeOf);
  const heading = `compared-${one.id}`;
  const percent = sharedPercent(runsOf(wholeOf(one), known));
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
                <Runs runs={runsOf(text, known)} />
              </p>
            ))}
          </>
        ))}
        <h3>建议</h3>
        <ol>
          {one.recommendations.map((text) => (
            <li>
              <Runs runs={runsOf(text, known)} />
            </li>
          ))}
        </ol>
      </div>
    </section>
  );
}

const Runs = ({ runs }: { runs: readonly Run[] }) => (
  <>{runs.map(({ text, shared }) => (shared ? text : <mark>{text}</mark>))}</>
);

const wholeOf = ({ subject, situation, analysis, recommendations }: Compared) =>
  [subject, situation, analysis, ...recommendations].join('\n');

const paragraphsOf = (text: string) => text.split('\n').filter((line) => line.trim() !== '');
