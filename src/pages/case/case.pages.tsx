import { Controller, Get, Query } from '@nestjs/common';
import { documentsOf } from '../../documents/case-documents';
import type { Actor } from '../../lifecycle/people';
import { By } from '../../platform/accounts/access';
import { ApiExcludeController } from '../../platform/web/documentation';
import { NotFound } from '../../platform/web/errors';
import { IdParam } from '../../platform/web/id.pipe';
import { citationOf } from '../../proposals/citation';
import { Door } from '../../proposals/door';
import { DossierService } from '../../proposals/dossier/dossier.service';
import { HistoryQuery } from '../../proposals/proposals.api';
import { Rules } from '../../proposals/rules';
import { caseLabel } from '../deeds/case-label';
import type { Dossier } from '../deeds/deed-subject';
import { FrameService } from '../frame/frame.service';
import { CaseBeside } from './case-beside.service';
import { CaseHead } from './case-head';
import { CaseSections } from './case-section';
import { caseSections } from './case-sections';
import { Entries } from './sections/history-section';
import { AllVersions } from './sections/text-section';
import { Asked, type Exchange } from '../frame/exchange';

const PAGE = 50;
const LIST = { href: '/proposals', label: '提案' };

/** A case with all that one reader may know of it. */
@ApiExcludeController()
@Controller('proposals/:id')
export class CasePages {
  constructor(
    private readonly dossiers: DossierService,
    private readonly beside: CaseBeside,
    private readonly rules: Rules,
    private readonly door: Door,
    private readonly frame: FrameService,
  ) {}

  @Get()
  async show(@By() actor: Actor, @IdParam() id: number, @Asked() exchange: Exchange): Promise<string> {
    const dossier = await this.dossiers.read(actor, id);
    const beside = await this.beside.read(actor, dossier);
    const { handling } = this.rules;
    const today = this.door.now().day;
    const documents = documentsOf(dossier, actor);
    const title = subjectOf(dossier);
    const lead = (
      <CaseHead
        {...{ dossier, today }}
        citation={this.citationOf(dossier)}
        principal={beside.family?.principal ?? null}
      />
    );
    return this.frame.page(exchange, { title, crumbs: [LIST], lead }, () => (
      <CaseSections sections={caseSections({ dossier, beside, handling, today, documents })} />
    ));
  }

  @Get('history')
  async history(
    @By() actor: Actor,
    @IdParam() id: number,
    @Query() { before }: HistoryQuery,
    @Asked() exchange: Exchange,
  ): Promise<string> {
    const dossier = await this.dossiers.read(actor, id);
    const entries = await this.dossiers.history(actor, id, before ?? null, PAGE);
    const crumbs = [LIST, { href: `/proposals/${id}`, label: caseLabel(named(dossier)) }];
    return this.frame.page(exchange, { title: '办理经过', crumbs }, () => (
      <>
        {entries.length > 0 ? <Entries entries={entries} dossier={dossier} /> : <p>没有更早的经过。</p>}
        {entries.length === PAGE && (
          <p>
            <a href={`/proposals/${id}/history?before=${entries.at(-1)!.id}`}>更早的经过</a>
          </p>
        )}
        <p>
          <a href={`/proposals/${id}#history`}>回到最新的经过</a>
        </p>
      </>
    ));
  }

  @Get('versions')
  async versions(@By() actor: Actor, @IdParam() id: number, @Asked() exchange: Exchange): Promise<string> {
    const dossier = await this.dossiers.read(actor, id);
    const versions = await this.beside.versionsOf(actor, id);
    if (versions.length === 0) throw new NotFound();
    const crumbs = [LIST, { href: `/proposals/${id}`, label: caseLabel(named(dossier)) }];
    return this.frame.page(exchange, { title: '文稿修改经过', crumbs }, () => (
      <AllVersions versions={versions} />
    ));
  }

  private citationOf({ caseNo, termNumber: term, sessionNumber: session }: Dossier): string | null {
    const committeeName = this.rules.handling.committee.name;
    return caseNo === null ? null : citationOf({ committeeName, term, session, caseNo });
  }
}

const subjectOf = ({ jointSubject, subject }: Dossier): string => jointSubject || subject || '（未定案由）';
const named = (dossier: Dossier) => ({ ...dossier, subject: subjectOf(dossier) });
