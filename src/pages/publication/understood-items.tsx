import { HIT_WORDS } from '../../publication/clearance';
import { inBookMarks } from '../../proposals/book-marks';
import { inBrackets } from '../../publication/notice-words';
import type { DraftItem } from '../../publication/old-notices/draft';
import type { OldNoticePreview } from '../../publication/old-notices/preview';
import { Text } from './summary-section';

type Item = DraftItem & Partial<Pick<OldNoticePreview['items'][number], 'personalData'>>;

/** An old notice as it was read: to be compared with the paper. */
export const UnderstoodItems = ({ items, preface }: { items: readonly Item[]; preface: string }) => (
  <section aria-labelledby="understood">
    <h2 id="understood">读出的内容</h2>
    <Text text={preface} />
    {items.map((item, at) => (
      <section class="card" aria-labelledby={`read-${at}`}>
        <div class="card-body">
          <h3 id={`read-${at}`}>
            {at + 1}. {inBookMarks(item.subject) + inBrackets(item.tag)}
          </h3>
          <p>提案领衔者：{namesOf(item.sponsors)}</p>
          <p>主办单位：{namesOf(item.leadUnits)}</p>
          {(item.personalData?.length ?? 0) > 0 && (
            <p class="alert alert-warning">
              疑似个人信息：
              {item.personalData?.map(({ kind, text }) => `${HIT_WORDS[kind]}“${text}”`).join('，')}
              。请核对是否可以公开。
            </p>
          )}
          <Text text={item.summary} />
        </div>
      </section>
    ))}
  </section>
);

const namesOf = (names: DraftItem['sponsors']): string =>
  names.map(({ name, id }) => (id === null ? `${name}（照原文）` : name)).join('、') || '无';
