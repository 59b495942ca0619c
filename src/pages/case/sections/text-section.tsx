import { Day } from '../../../platform/pages/day-words';
import { Difference } from '../../../platform/pages/difference-view';
import { dayOf } from '../../../platform/clock/calendar';
import { publicityWishes } from '../../../lifecycle/words/terms';
import type { VersionDto } from '../../../submission/drafts.dto';
import type { Dossier } from '../../deeds/deed-subject';
import { CaseText } from '../../desks/case-text';
import type { Beside } from '../case-beside.service';
import { Fact } from '../case-section';

const PARTS: Record<string, string> = {
  subject: '案由',
  situation: '情况',
  analysis: '分析',
  recommendations: '建议',
};
const KINDS: Record<string, string> = {
  sponsor: '提案者修改',
  correction: '工作人员校订',
  restored: '异议后恢复',
};

export const TextSection = ({ dossier, beside }: { dossier: Dossier; beside: Beside }) => {
  const { text, jointSubject } = dossier;
  const wish = text.publicityWish && publicityWishes[text.publicityWish as keyof typeof publicityWishes];
  return (
    <>
      {jointSubject && jointSubject !== text.subject && <p>并案前的案由：{text.subject}</p>}
      <CaseText text={text} />
      <dl class="facts mt-3">
        <Fact name="公开意愿">
          {wish}
          {text.publicityReason && `（${text.publicityReason}）`}
        </Fact>
        <Fact name="建议承办单位">{beside.suggested.map(({ unit }) => unit).join('、')}</Fact>
        <Fact name="召集人签署">{text.convener}</Fact>
      </dl>
      <Latest id={dossier.id} versions={beside.versions} />
    </>
  );
};

/** What changed last; everything before stands on a page of its own. */
function Latest({ id, versions }: { id: number; versions: readonly VersionDto[] }) {
  const last = versions.at(-1);
  if (!last || versions.length < 2) return null;
  return (
    <details>
      <summary>
        第{last.version}稿：{KINDS[last.kind] ?? last.kind}（<Day day={dayOf(last.at)} />
        ）改了什么
      </summary>
      <Changes version={last} level={3} />
      {versions.length > 2 && (
        <p>
          <a href={`/proposals/${id}/versions`}>全部 {versions.length} 稿的修改经过</a>
        </p>
      )}
    </details>
  );
}

function Changes({ version: { changes, note }, level }: { version: VersionDto; level: 3 | 4 }) {
  const Heading = `h${level}` as const;
  return (
    <>
      {note && <p>说明：{note}</p>}
      {changes.length === 0 && <p class="text-secondary">文字没有变化。</p>}
      {changes.map(({ part, before, after }) => (
        <>
          <Heading>{PARTS[part] ?? part}</Heading>
          <Difference before={before} after={after} />
        </>
      ))}
    </>
  );
}

/** Every version with what it changed, the newest first. */
export const AllVersions = ({ versions }: { versions: readonly VersionDto[] }) => (
  <>
    {[...versions].reverse().map((version) => (
      <section class="card card-body">
        <h2 class="card-title">
          第{version.version}稿 {version.version === 1 ? '初稿' : (KINDS[version.kind] ?? '')}
        </h2>
        <p class="text-secondary">
          <Day day={dayOf(version.at)} /> {version.by}
        </p>
        {version.version === 1 ? <CaseText text={version} /> : <Changes version={version} level={3} />}
      </section>
    ))}
  </>
);
