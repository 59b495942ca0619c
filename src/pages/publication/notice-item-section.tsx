import { publishedDocuments } from '../../lifecycle/words/publishing';
import { publicities } from '../../lifecycle/words/terms';
import { linesOf } from '../../platform/documents/blocks';
import { inBookMarks } from '../../proposals/book-marks';
import { inBrackets } from '../../publication/notice-words';
import { caseDesk, type NoticeItem, type NoticeSheet } from './notice-sheet';
import type { ItemSource } from './notice-sources.service';

interface Props {
  readonly notice: NoticeSheet;
  readonly item: NoticeItem;
  readonly place: number;
  /** What the case says today, for those who may read it. */
  readonly source: ItemSource | undefined;
}

/** One item as readers get it, beside what its case says today, and what it still lacks. */
export function NoticeItemSection({ notice, item, place, source }: Props) {
  const lacks = notice.unready.filter((each) => each.place === place);
  const outdated = notice.outdated.includes(place);
  const differs = source !== undefined && source.summary !== item.summary;
  return (
    <section class="card" id={`item-${place}`} aria-labelledby={`subject-${place}`}>
      <div class="card-body">
        <h3 id={`subject-${place}`}>
          {place}. {inBookMarks(item.subject) + inBrackets(item.tag)}
        </h3>
        {(lacks.length > 0 || outdated) && (
          <div class="alert alert-warning">
            <ul>
              {lacks.map(({ word }) => (
                <li>{word}</li>
              ))}
              {outdated && <li>送审以后，提案公开的内容有改动</li>}
            </ul>
          </div>
        )}
        <p class="text-secondary">
          提案领衔者：{item.sponsors.join('、') || '无'}；主办单位：{item.leadUnits.join('、') || '无'}；
          {publishedDocuments[item.document]}
        </p>
        {source && <Source source={source} item={item} />}
        <div class={differs ? 'side-by-side' : undefined}>
          <Text heading="公众将看到" text={item.summary} />
          {differs && <Text heading="提案现在的摘要" text={source?.summary ?? ''} />}
        </div>
        {item.files.length > 0 && <p>附件：{item.files.map(({ name }) => name).join('、')}</p>}
      </div>
    </section>
  );
}

const Source = ({ source, item }: { source: ItemSource; item: NoticeItem }) => (
  <p>
    <a href={caseDesk(source.proposalId)}>
      办理公开事项<span class="visually-hidden">：{item.subject}</span>
    </a>
    <span class="text-secondary">
      （公开范围：{source.extent ? publicities[source.extent] : '未定'}
      {source.summary === item.summary && '，文字与提案的摘要一致'}）
    </span>
  </p>
);

const Text = ({ heading, text }: { heading: string; text: string }) => (
  <div>
    <h4>{heading}</h4>
    <div class="prose">
      {linesOf(text).map((line) => (
        <p>{line}</p>
      ))}
      {text === '' && <p class="text-secondary">（空）</p>}
    </div>
  </div>
);
