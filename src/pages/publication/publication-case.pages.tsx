import { Controller, Get } from '@nestjs/common';
import type { Actor } from '../../lifecycle/people';
import { By } from '../../platform/accounts/access';
import { ApiExcludeController } from '../../platform/web/documentation';
import { NotFound } from '../../platform/web/errors';
import { IdParam } from '../../platform/web/id.pipe';
import { DossierService } from '../../proposals/dossier/dossier.service';
import { DossierReading } from '../../publication/dossier-reading.service';
import { FrameService } from '../frame/frame.service';
import { Candidates } from './candidates.service';
import { CaseHead, labelOf } from './case-head';
import { ConsentsSection, SecrecySection } from './consents-section';
import { FilePage } from './file-page';
import { FilesSection } from './files-section';
import { NOTICES } from './notice-sheet';
import { PersonalDataSection } from './personal-data-section';
import { SummarySection } from './summary-section';
import { Asked, type Exchange } from '../frame/exchange';

const CANDIDATES = { href: '/desk/notices/candidates', label: '可公示的提案' };

/** What of one case comes out: the text, who agreed, the reviews, the files. */
@ApiExcludeController()
@Controller('desk/publication')
export class PublicationCasePages {
  constructor(
    private readonly dossiers: DossierService,
    private readonly publication: DossierReading,
    private readonly candidates: Candidates,
    private readonly frame: FrameService,
  ) {}

  @Get(':id')
  async show(@By() actor: Actor, @IdParam() id: number, @Asked() exchange: Exchange): Promise<string> {
    const sheet = await this.publication.read(actor, id);
    const dossier = await this.dossiers.read(actor, id);
    const lacks = await this.candidates.lacksOf(id);
    return this.frame.page(exchange, { title: '公开事项', crumbs: [NOTICES, CANDIDATES] }, ({ csrf }) => (
      <>
        <CaseHead dossier={dossier} lacks={lacks} />
        <SummarySection {...{ dossier, sheet, csrf }} />
        <PersonalDataSection {...{ dossier, sheet, csrf }} />
        <SecrecySection {...{ dossier, sheet }} />
        <ConsentsSection {...{ dossier, sheet }} />
        <FilesSection {...{ dossier, sheet }} />
      </>
    ));
  }

  @Get(':id/files/:attachmentId')
  async file(
    @By() actor: Actor,
    @IdParam() id: number,
    @IdParam('attachmentId') attachmentId: number,
    @Asked() exchange: Exchange,
  ): Promise<string> {
    const sheet = await this.publication.read(actor, id);
    const line = sheet.attachments.find((each) => each.id === attachmentId);
    if (!line) throw new NotFound();
    const file = await this.publication.inspect(actor, id, attachmentId);
    const dossier = await this.dossiers.read(actor, id);
    const crumbs = [CANDIDATES, { href: `/desk/publication/${id}`, label: labelOf(dossier) }];
    return this.frame.page(exchange, { title: `附件：${file.name}`, crumbs }, ({ csrf }) => (
      <FilePage {...{ dossier, file, line, csrf }} />
    ));
  }
}
