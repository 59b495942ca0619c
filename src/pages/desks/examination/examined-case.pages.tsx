import { Controller, Get, Query } from '@nestjs/common';
import { type Actor, wears } from '../../../lifecycle/people';
import { By, Wearing } from '../../../platform/accounts/access';
import { ApiExcludeController } from '../../../platform/web/documentation';
import { IdParam } from '../../../platform/web/id.pipe';
import { Door } from '../../../proposals/door';
import { DossierService } from '../../../proposals/dossier/dossier.service';
import { EarlierCases } from '../../../search/similar/earlier.service';
import { SimilarService } from '../../../search/similar/similar.service';
import { caseLabel } from '../../deeds/case-label';
import type { Dossier } from '../../deeds/deed-subject';
import { outcomeAids } from '../../deeds/helps/examination-helps';
import { OptionLists } from '../../deeds/option-lists';
import { Due } from '../../frame/due';
import { FrameService } from '../../frame/frame.service';
import { SimilarCases } from '../similar/similar-cases';
import { waitingIn } from './examination.pages';
import { ExaminedCase, nextAfter } from './examined-case';
import { DESK } from './queue-view';
import { Asked, type Exchange } from '../../frame/exchange';

/** One case as it is examined, on one page. */
@ApiExcludeController()
@Wearing('committee', 'director')
@Controller('desk/examination/:id')
export class ExaminedCasePages {
  constructor(
    private readonly dossiers: DossierService,
    private readonly similar: SimilarService,
    private readonly earlier: EarlierCases,
    private readonly lists: OptionLists,
    private readonly door: Door,
    private readonly frame: FrameService,
  ) {}

  @Get()
  async show(
    @By() actor: Actor,
    @IdParam() id: number,
    @Query() query: Record<string, unknown>,
    @Asked() exchange: Exchange,
  ): Promise<string> {
    const dossier = await this.dossiers.read(actor, id);
    const units = await this.lists.cases.officesOfUnits(dossier.text.suggestedUnits);
    const { items } = await this.similar.similarTo(actor, id);
    const repetition = await this.earlier.repetition(actor, id);
    const waiting = waitingIn(query.waiting, actor);
    const next = nextAfter(id, waiting);
    const values = { category: dossier.category, version: dossier.version };
    const state = { values, faults: [], aids: outcomeAids(this.lists) };
    const title = caseLabel(dossier);
    const crumbs = [{ href: `${DESK}?waiting=${waiting}`, label: '审查' }];
    const actions = (
      <>
        <a class="btn" href={`/proposals/${id}`}>
          办理全貌
        </a>
        <a class="btn" href={next}>
          跳过，看下一件
        </a>
      </>
    );
    const lead = <Standing dossier={dossier} today={this.door.now().day} />;
    return this.frame.page(exchange, { title, crumbs, actions, lead }, ({ csrf }) => (
      <>
        <ExaminedCase dossier={dossier} units={units.map(({ unit }) => unit)} {...{ state, csrf, next }} />
        <SimilarCases
          {...{ id, items, repetition, csrf }}
          back={`${DESK}/${id}`}
          mayMerge={wears(actor, 'committee')}
        />
      </>
    ));
  }
}

/** Who holds it and by when. */
function Standing({ dossier: { stageWord, clocks }, today }: { dossier: Dossier; today: string }) {
  const [first] = clocks.filter(({ debt, state }) => debt && state === 'running');
  return (
    <p>
      <span class="badge bg-blue-lt">{stageWord}</span>{' '}
      {first && (
        <>
          等{first.ower}
          {first.word} <Due {...first} today={today} />
        </>
      )}
    </p>
  );
}
