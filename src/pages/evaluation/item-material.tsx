import type { Booklet } from '../../evaluation/booklets.service';
import { caseBlocks } from '../../evaluation/booklet-document';
import { Part } from '../../platform/documents/document.page';

interface Props {
  readonly item: Booklet['items'][number] | undefined;
  readonly booklet: Booklet;
}

/** The part of the booklet on one item, folded away: reading it loses nothing that is marked already. */
export const ItemMaterial = ({ item, booklet }: Props) =>
  item ? (
    <details class="mb-3">
      <summary>
        评议材料<span class="visually-hidden">：第 {item.place} 项</span>
      </summary>
      <div class="prose">
        {item.cases
          .flatMap((each) => caseBlocks(each, booklet))
          .map((block) => (
            <Part block={block} />
          ))}
      </div>
    </details>
  ) : null;
