import { promiseStateWords } from '../../proposals/promises/promise-state';
import type { PublicPromise } from '../../proposals/promises/public-promises';
import { inBookMarks } from '../../proposals/book-marks';
import { paragraphs, PublicDay as Day, publicPage } from '../public-page';
import type { Site } from '../site';

const HEADS = ['提案', '承办单位', '承诺事项', '期限', '状态'];

/** What was promised in answer to published proposals, and how it stands. */
export const promisesHtml = (promises: readonly PublicPromise[], site?: Site): string =>
  publicPage(
    '承诺事项',
    <>
      <h1>承诺事项</h1>
      {promises.length === 0 ? <p>目前没有公开的承诺事项。</p> : <Promises promises={promises} />}
    </>,
    { site, place: '/promises' },
  );

const Promises = ({ promises }: { promises: readonly PublicPromise[] }) => (
  <div class="table-wrap" role="region" aria-label="承诺事项" tabIndex={0}>
    <table class="table">
      <caption>承办单位在提案答复中承诺的事项及其兑现情况，按期限排列</caption>
      <thead>
        <tr>
          {HEADS.map((head) => (
            <th scope="col">{head}</th>
          ))}
        </tr>
      </thead>
      <tbody>
        {promises.map((promise) => (
          <Line promise={promise} />
        ))}
      </tbody>
    </table>
  </div>
);

const Line = ({ promise }: { promise: PublicPromise }) => (
  <tr id={`promise-${promise.id}`}>
    <td>
      <a href={`/notices/${promise.noticeId}`}>{inBookMarks(promise.subject)}</a>
    </td>
    <td>{promise.unit}</td>
    <td>{paragraphs(promise.text)}</td>
    <td>
      <Day day={promise.dueOn} />
      {promise.dueOn > promise.firstDueOn && (
        <>
          （原定
          <Day day={promise.firstDueOn} />）
        </>
      )}
    </td>
    <td>
      {promiseStateWords[promise.state]}
      {promise.keptOn && (
        <>
          （<Day day={promise.keptOn} />）
        </>
      )}
    </td>
  </tr>
);
