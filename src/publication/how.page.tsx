import type { HandlingRules } from '../../config/handling-rules';
import { CLOCK_NAMES, type ClockName, clockOf } from '../lifecycle/clocks';
import { graphOf } from '../lifecycle/diagram';
import { PROPOSAL_STAGES } from '../lifecycle/facts';
import { lengthWords } from '../lifecycle/words/durations';
import { proposalStages } from '../lifecycle/words/stages';
import { clockWords, hats } from '../lifecycle/words/terms';
import { LifeDrawing } from './life-drawing';
import { publicPage } from './public-page';
import type { Site } from './site';

type Clocks = HandlingRules['clocks'];

/** Of interest to those who follow a proposal from outside. */
const TOLD: readonly ClockName[] = CLOCK_NAMES.filter((name) => clockOf(name).debt !== false);

const INTRODUCTION = [
  '委员、党派、团体和界别都可以提出提案，一件提案只写一件事。政协提案委审查立案，交给有关单位办理；承办单位要与提案者面商，按期书面答复。',
  '提案者对办理态度和结果分别评价，不满意的再办一次。重点提案由政协常委会无记名投票评议，办理落实情况向社会公示，答应过的事记入承诺事项，逐项回头看。',
];

/** How a proposal travels: the drawing, the same in words, and how long each step may take. */
export const howHtml = (clocks: Clocks, site?: Site): string =>
  publicPage(
    '提案怎样办理',
    <>
      <h1>提案怎样办理</h1>
      {INTRODUCTION.map((text) => (
        <p>{text}</p>
      ))}
      <h2>一件提案的全程</h2>
      <div class="table-wrap" role="region" aria-label="提案全程图" tabIndex={0}>
        <LifeDrawing />
      </div>
      <p class="text-secondary">粗框是提案结束的环节。图和下面的文字都由系统的办理规则生成。</p>
      <h2>各个环节</h2>
      <Stages />
      <h2>每一步多久</h2>
      <Lengths clocks={clocks} />
    </>,
    { site, place: '/notices/how' },
  );

/** Every stage with every way out of it. */
function Stages() {
  const arrows = graphOf('proposal');
  const wordOf = (stage: string) => proposalStages[stage as keyof typeof proposalStages];
  return (
    <ol>
      {PROPOSAL_STAGES.map((stage) => {
        const out = arrows.filter(({ from }) => from === stage);
        return (
          <li>
            <strong>{proposalStages[stage]}</strong>
            {out.length === 0
              ? '：提案到此结束。'
              : `：${out.map(({ to, words }) => `${words.join('、')}，成为“${wordOf(to)}”`).join('；')}。`}
          </li>
        );
      })}
    </ol>
  );
}

const Lengths = ({ clocks }: { clocks: Clocks }) => (
  <div class="table-wrap" role="region" aria-label="办理期限" tabIndex={0}>
    <table class="table">
      <caption>办理期限，由谁完成，依据什么</caption>
      <thead>
        <tr>
          {['事项', '由谁', '期限', '依据'].map((head) => (
            <th scope="col">{head}</th>
          ))}
        </tr>
      </thead>
      <tbody>
        {TOLD.map((name) => (
          <tr>
            <th scope="row">{clockWords[name]}</th>
            <td>{hats[clockOf(name).owes]}</td>
            <td>{lengthWords(clocks[name].length)}</td>
            <td>{clocks[name].basis}</td>
          </tr>
        ))}
      </tbody>
    </table>
  </div>
);
