import { Controller, Get, Query } from '@nestjs/common';
import { CorrectClassDto, SendBackDto } from '../../../handling/reply.dto';
import type { Actor } from '../../../lifecycle/people';
import { By, Wearing } from '../../../platform/accounts/access';
import { FormFields } from '../../../platform/pages/form-fields';
import type { FieldAids } from '../../../platform/pages/form-state';
import { ApiExcludeController } from '../../../platform/web/documentation';
import { NotFound } from '../../../platform/web/errors';
import { CSRF_FIELD } from '../../../platform/web/form-token';
import { IdParam } from '../../../platform/web/id.pipe';
import { publicities } from '../../../lifecycle/words/terms';
import { DeedDesk } from '../../deeds/deed-desk';
import type { DeedSubject } from '../../deeds/deed-subject';
import { DeedSubjects } from '../../deeds/deed-subject';
import { deedPath } from '../../deeds/deed-words';
import { OptionLists } from '../../deeds/option-lists';
import { DeedLinks } from '../../frame/deed-links';
import { FrameService } from '../../frame/frame.service';
import { FoldedText, Paragraphs } from '../case-text';
import { DeedButton } from '../deed-button';
import { DESK } from './board-view';
import { Asked, type Exchange } from '../../frame/exchange';

type Audited = Required<Pick<DeedSubject, 'dossier' | 'assignment'>>;

/** A draft as the office audits it: the reply at the left, what is decided at the right. */
@ApiExcludeController()
@Wearing('assigningOffice')
@Controller('desk/routing/audits/:id')
export class AuditPages {
  constructor(
    private readonly desk: DeedDesk,
    private readonly subjects: DeedSubjects,
    private readonly lists: OptionLists,
    private readonly frame: FrameService,
  ) {}

  @Get()
  async show(
    @By() actor: Actor,
    @IdParam() id: number,
    @Query() _: Record<string, unknown>,
    @Asked() exchange: Exchange,
  ): Promise<string> {
    const subject = await this.subjects.load(actor, this.desk.find(`assignments/${id}/pass-audit`, false));
    const { dossier, assignment } = subject ?? {};
    // What is not the office's to audit has no page here.
    if (!dossier || !assignment?.reply || subject?.reasons === undefined) throw new NotFound();
    const classes = this.lists.classes().filter(({ value }) => value !== assignment.reply?.class);
    const crumbs = [{ href: DESK, label: '分办' }];
    return this.frame.page(exchange, { title: subject.name, crumbs }, ({ csrf }) => (
      <div class="side-by-side">
        <Reply dossier={dossier} assignment={assignment} />
        <Deciding {...{ dossier, assignment, csrf }} aids={{ class: { options: classes } }} />
      </div>
    ));
  }
}

function Reply({ dossier, assignment }: Audited) {
  const { id, reply } = assignment;
  return (
    <section class="card card-body" aria-labelledby="reply-heading">
      <h2 id="reply-heading">送审的答复（{reply?.class ?? '未定'}类）</h2>
      <div class="prose">
        <Paragraphs text={reply?.body ?? ''} />
      </div>
      {(reply?.promises.length ?? 0) > 0 && (
        <>
          <h3>承诺事项</h3>
          <ul>
            {reply?.promises.map(({ text, dueOn }) => (
              <li>
                {text}（{dueOn} 前）
              </li>
            ))}
          </ul>
        </>
      )}
      <p class="text-secondary">
        联系人：{reply?.contactPerson} {reply?.contactPhone}；公开意见：
        {reply?.publicity ? publicities[reply.publicity as keyof typeof publicities] : '未定'}
      </p>
      <p>
        <a href={`/assignments/${id}/reply`}>按公文格式预览</a>
      </p>
      <FoldedText dossier={dossier} />
    </section>
  );
}

const HERE = ['passAudit', 'correctClass', 'sendBack'];

/** What has its form here, why it has not, and what else is open. */
function Deciding({ assignment, csrf, aids }: Audited & { csrf: string; aids: FieldAids }) {
  const { id, version, actions, unitName } = assignment;
  const isOpen = (verb: string) =>
    actions.some(({ action, reasons }) => action === verb && reasons.length === 0);
  const form = (verb: string, label: string, dto: new () => object) =>
    isOpen(verb) && (
      <details class="deed">
        <summary class="btn">{label}</summary>
        <form method="post" action={deedPath('assignments', id, verb)} noValidate>
          <input type="hidden" name={CSRF_FIELD} value={csrf} />
          <input type="hidden" name="_back" value={verb === 'correctClass' ? `${DESK}/audits/${id}` : DESK} />
          <FormFields dto={dto} state={{ values: { version }, faults: [], aids }} />
          <button class="btn btn-primary" type="submit">
            {label}
          </button>
        </form>
      </details>
    );
  return (
    <section class="card card-body" aria-labelledby="audit-heading">
      <h2 id="audit-heading">审核</h2>
      {isOpen('passAudit') && (
        <div class="mb-3">
          <DeedButton
            {...{
              csrf,
              version,
              back: DESK,
              about: unitName,
              label: '审核通过',
              primary: true,
              size: 'normal',
            }}
            action={deedPath('assignments', id, 'passAudit')}
          />
        </div>
      )}
      {form('correctClass', '调整答复分类', CorrectClassDto)}
      {form('sendBack', '退回重拟', SendBackDto)}
      <DeedLinks
        {...{ subject: 'assignments', id, back: DESK }}
        actions={actions.filter(({ action }) => HERE.includes(action) !== isOpen(action))}
      />
    </section>
  );
}
