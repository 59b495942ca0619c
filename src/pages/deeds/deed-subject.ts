import { Injectable } from '@nestjs/common';
import { EvaluationSheets } from '../../evaluation/evaluation-sheets.service';
import type { Actor } from '../../lifecycle/people';
import { Database } from '../../platform/database/database';
import { NotFound, type Reason } from '../../platform/web/errors';
import { DossierService } from '../../proposals/dossier/dossier.service';
import type { OpenButton } from '../../proposals/dossier/open-actions';
import { NoticeReading } from '../../publication/reading.service';
import { caseLabel } from './case-label';
import type { FoundDeed } from './deed-catalogue';

export type Dossier = Awaited<ReturnType<DossierService['read']>>;
export type Sheet = Awaited<ReturnType<EvaluationSheets['read']>>;
export type NoticeSheet = Awaited<ReturnType<NoticeReading['read']>>;

/** What a deed is done to, as its reader may see it. */
export interface DeedSubject {
  readonly name: string;
  readonly href: string;
  readonly version: number;
  /** Empty: it can be done; undefined: the table does not offer it to this person now. */
  readonly reasons?: readonly Reason[];
  readonly dossier?: Dossier;
  readonly assignment?: Dossier['assignments'][number];
  readonly sheet?: Sheet;
  readonly notice?: NoticeSheet;
}

/** Loads what the address of a deed names. Throws NotFound for what its reader may not know of. */
@Injectable()
export class DeedSubjects {
  constructor(
    private readonly database: Database,
    private readonly dossiers: DossierService,
    private readonly sheets: EvaluationSheets,
    private readonly notices: NoticeReading,
  ) {}

  async load(actor: Actor, { deed, params }: FoundDeed): Promise<DeedSubject | null> {
    const [kind] = deed.pattern.split('/');
    const id = Number(params.id);
    if (!params.id) return null;
    const verb = verbOf(deed.pattern);
    if (kind === 'proposals') return ofProposal(await this.dossiers.read(actor, id), verb);
    if (kind === 'assignments') return this.ofAssignment(actor, id, verb);
    if (kind === 'evaluations') {
      const sheet = await this.sheets.read(actor, id);
      const { title, version, actions } = sheet;
      return { name: title, href: `/evaluations/${id}`, version, reasons: reasonsOf(actions, verb), sheet };
    }
    if (kind === 'notices') {
      const notice = await this.notices.read(actor, id);
      const { title, version, actions } = notice;
      return { name: title, href: `/desk/notices/${id}`, version, reasons: reasonsOf(actions, verb), notice };
    }
    return null;
  }

  private async ofAssignment(actor: Actor, id: number, verb: string): Promise<DeedSubject> {
    const sql = 'SELECT "proposalId" FROM "assignment" WHERE "id" = ?';
    const [row] = await this.database.rows<{ proposalId: number } | undefined>(sql, [id]);
    if (!row) throw new NotFound();
    const dossier = await this.dossiers.read(actor, row.proposalId);
    const assignment = dossier.assignments.find((each) => each.id === id);
    if (!assignment) throw new NotFound();
    const { name, href } = ofProposal(dossier, '');
    const { version, actions } = assignment;
    return {
      name: `${name}（${assignment.unitName}）`,
      href,
      version,
      reasons: reasonsOf(actions, verb),
      dossier,
      assignment,
    };
  }
}

function ofProposal(dossier: Dossier, verb: string): DeedSubject {
  const { id, version, subject, jointSubject, caseNo, receiptNo, actions } = dossier;
  const name = caseLabel({ caseNo, receiptNo, subject: jointSubject ?? subject });
  return { name, href: `/proposals/${id}`, version, reasons: reasonsOf(actions, verb), dossier };
}

const reasonsOf = (actions: readonly OpenButton[], verb: string) =>
  actions.find(({ action }) => action === verb)?.reasons;

/** The action's name in its table: `recommend-more` at the end of an address is `recommendMore` there. */
const verbOf = (pattern: string): string =>
  (
    pattern
      .split('/')
      .filter((part) => !part.startsWith(':'))
      .at(-1) ?? ''
  ).replace(/-(\w)/g, (_, letter: string) => letter.toUpperCase());
