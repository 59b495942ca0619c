import { type LetterBlock, linesOf, type Pair, type SheetRow } from './blocks';

/** The parts that only letters have, as markup. */
export function LetterPart({ block }: { block: LetterBlock }) {
  switch (block.kind) {
    case 'mark':
      return <p class="letter-mark">{block.text}</p>;
    case 'stamp':
      return <p class="letter-stamp">{block.text}</p>;
    case 'head':
      return <p class="letter-head">{block.text}</p>;
    case 'number':
      return (
        <p class="letter-no">
          {block.signer && <span class="letter-signer">签发人：{block.signer}</span>}
          <span>{block.text}</span>
        </p>
      );
    case 'signature':
      return (
        <div class="letter-sign">
          <p class="letter-seal">（印章）</p>
          {[...block.names, block.day].map((line) => (
            <p>{line}</p>
          ))}
        </div>
      );
    case 'imprint':
      return (
        <footer class="letter-copies">
          <p>抄送：{block.copies.join('，')}。</p>
          <p class="letter-issued">
            <span>{block.issuer}</span>
            <span>{block.day}印发</span>
          </p>
        </footer>
      );
    case 'sheet':
      return (
        <table class="letter-sheet">
          <colgroup>
            <col class="letter-label" />
            <col />
            <col class="letter-label" />
            <col />
          </colgroup>
          <tbody>
            {block.rows.map((row) => (
              <Row row={row} />
            ))}
          </tbody>
        </table>
      );
  }
}

/** A row with a long text goes on over the page. */
const LONG = 300;

const Row = ({ row: { pairs, room } }: { row: SheetRow }) => (
  <tr
    class={
      room ? `letter-room-${room}` : pairs.some(({ text }) => text.length > LONG) ? 'letter-long' : undefined
    }
  >
    {pairs.map((pair) => (
      <Cells pair={pair} span={pairs.length === 1 ? 3 : 1} />
    ))}
  </tr>
);

const Cells = ({ pair: { label, text }, span }: { pair: Pair; span: number }) => (
  <>
    <th scope="row">{label}</th>
    <td colSpan={span}>
      {linesOf(text).map((line) => (
        <p>{line}</p>
      ))}
    </td>
  </>
);
