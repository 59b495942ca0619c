import type { Dossier } from '../deeds/deed-subject';

type Text = Pick<Dossier['text'], 'situation' | 'analysis' | 'recommendations'>;

/** A text as it was written, paragraph by paragraph. */
export const Paragraphs = ({ text }: { text: string }) => (
  <>
    {text
      .split('\n')
      .filter((line) => line.trim() !== '')
      .map((line) => (
        <p>{line}</p>
      ))}
  </>
);

/** The proposal itself: situation, analysis, recommendations. Its headings stand below one of the page's sections. */
export const CaseText = ({ text: { situation, analysis, recommendations } }: { text: Text }) => (
  <div class="prose">
    <h3>情况</h3>
    {situation ? <Paragraphs text={situation} /> : <p class="text-secondary">（未写）</p>}
    <h3>分析</h3>
    {analysis ? <Paragraphs text={analysis} /> : <p class="text-secondary">（未写）</p>}
    <h3>建议</h3>
    {recommendations.length > 0 ? (
      <ol>
        {recommendations.map((each) => (
          <li>{each}</li>
        ))}
      </ol>
    ) : (
      <p class="text-secondary">（未写）</p>
    )}
  </div>
);

/** Behind a summary, where the text stands beside a form. */
export const FoldedText = ({ dossier, open }: { dossier: Dossier; open?: boolean }) => (
  <details class="card card-body mb-3" open={open}>
    <summary>提案原文：{dossier.text.subject || '（未定案由）'}</summary>
    <CaseText text={dossier.text} />
  </details>
);
