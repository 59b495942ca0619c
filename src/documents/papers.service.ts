import { Injectable } from '@nestjs/common';
import type { Actor } from '../lifecycle/people';
import { Database } from '../platform/database/database';
import type { OfficialDocument } from '../platform/documents/blocks';
import { NotFound } from '../platform/web/errors';
import { Door } from '../proposals/door';
import { DossierService } from '../proposals/dossier/dossier.service';
import { caseRows } from '../proposals/facts/case-rows';
import { subjectFrom } from '../proposals/facts/proposal-facts';
import { Rules } from '../proposals/rules';
import { visibleTo } from '../proposals/visibility';
import { type Assigned, type DocumentKind, documentsOf } from './case-documents';
import { caseSheet } from './case-sheet';
import { missing } from './missing-words';
import { opinionForms } from './opinion-form';
import { opinionLetter } from './opinion-letter';
import type { PaperCase } from './paper-case';
import { citedBy, opinionRow, paperSponsors, principalNo, requestRows, urgingRow } from './paper-rows';
import { replyLetter } from './reply-letter';
import { extensionSheet, returnSheet } from './request-sheets';
import { urgingLetter } from './urging-letter';

/** A document, and the case to go back to. */
export interface Paper {
  readonly document: OfficialDocument;
  readonly proposalId: number;
  readonly href: string;
}

/** The documents of a case, each as its reader may see it. All throw NotFound for what does not exist for the reader. */
@Injectable()
export class Papers {
  constructor(
    private readonly database: Database,
    private readonly dossiers: DossierService,
    private readonly rules: Rules,
    private readonly door: Door,
  ) {}

  async sheet(actor: Actor, id: number): Promise<Paper> {
    const paper = await this.read(actor, id, 'sheet', id);
    const { principalId } = paper.dossier.family;
    return paperOf(paper, caseSheet(paper, await principalNo(this.database, principalId)));
  }

  /** A form for each of those who rate; the answers stay empty. */
  async opinionForm(actor: Actor, id: number): Promise<Paper> {
    const paper = await this.read(actor, id, 'opinionForm', id);
    const rows = await caseRows(this.database, this.database.reader, id, visibleTo(actor));
    if (!rows) throw new NotFound();
    const { raters } = subjectFrom(rows, this.door.now(), this.rules).facts;
    return paperOf(paper, opinionForms(paper, raters));
  }

  async urging(actor: Actor, id: number, number: number): Promise<Paper> {
    const paper = await this.read(actor, id, 'urging', number);
    return paperOf(paper, urgingLetter(paper, number, await urgingRow(this.database, id, number)));
  }

  async reply(actor: Actor, id: number): Promise<Paper> {
    const { paper, assigned } = await this.ofAssignment(actor, id, 'reply');
    const issuedAt = assigned.reply?.issuedAt ?? null;
    const cited = await citedBy(this.database, paper.dossier.id, assigned.round, issuedAt);
    return paperOf(paper, replyLetter(paper, assigned, cited));
  }

  async opinion(actor: Actor, id: number): Promise<Paper> {
    const { paper, assigned } = await this.ofAssignment(actor, id, 'opinion');
    return paperOf(paper, opinionLetter(paper, assigned, await opinionRow(this.database, id)));
  }

  async returnRequest(actor: Actor, id: number): Promise<Paper> {
    const { paper, assigned } = await this.ofAssignment(actor, id, 'returnRequest');
    return paperOf(paper, returnSheet(paper, assigned, await requestRows(this.database, id, 'return')));
  }

  async extension(actor: Actor, id: number): Promise<Paper> {
    const { paper, assigned } = await this.ofAssignment(actor, id, 'extension');
    return paperOf(paper, extensionSheet(paper, assigned, await requestRows(this.database, id, 'extension')));
  }

  private async ofAssignment(
    actor: Actor,
    id: number,
    kind: DocumentKind,
  ): Promise<{ paper: PaperCase; assigned: Assigned }> {
    const sql = 'SELECT "proposalId" FROM "assignment" WHERE "id" = ?';
    const [row] = await this.database.rows<{ proposalId: number } | undefined>(sql, [id]);
    if (!row) throw new NotFound();
    const paper = await this.read(actor, row.proposalId, kind, id);
    const assigned = paper.dossier.assignments.find((each) => each.id === id);
    if (!assigned) throw new NotFound();
    return { paper, assigned };
  }

  private async read(actor: Actor, id: number, kind: DocumentKind, of: number): Promise<PaperCase> {
    const dossier = await this.dossiers.read(actor, id);
    const known = documentsOf(dossier, actor).find((each) => each.kind === kind && each.of === of);
    if (!known) throw new NotFound(missing[kind]);
    const { handling } = this.rules;
    const sponsors = await paperSponsors(this.database, id);
    return { dossier, handling, sponsors, href: known.href };
  }
}

const paperOf = ({ dossier, href }: PaperCase, document: OfficialDocument): Paper => ({
  document,
  proposalId: dossier.id,
  href,
});
