import { Controller, Get } from '@nestjs/common';
import { type Actor, wears } from '../../../lifecycle/people';
import { By, Wearing } from '../../../platform/accounts/access';
import { ApiExcludeController } from '../../../platform/web/documentation';
import { NotFound } from '../../../platform/web/errors';
import { IdParam } from '../../../platform/web/id.pipe';
import { FrameService } from '../../frame/frame.service';
import { ComparedCases } from '../compare/compared-cases.service';
import { ComparedTexts } from '../compare/compared-texts';
import { DeedButton } from '../deed-button';
import { DESK } from './queue-view';
import { Asked, type Exchange } from '../../frame/exchange';

/** Kept, and what the score is measured by. */
const JUDGEMENTS = [
  ['notTheSame', '不是同一问题'],
  ['same', '属同一问题，不并案'],
] as const;

/** A case beside one that is like it. */
@ApiExcludeController()
@Wearing('committee', 'director')
@Controller('desk/examination/:id/compare/:other')
export class ComparedPages {
  constructor(
    private readonly cases: ComparedCases,
    private readonly frame: FrameService,
  ) {}

  @Get()
  async show(
    @By() actor: Actor,
    @IdParam() id: number,
    @IdParam('other') other: number,
    @Asked() exchange: Exchange,
  ): Promise<string> {
    const cases = await this.cases.read(actor, [id, other]);
    if (cases.length < 2) throw new NotFound();
    const crumbs = [
      { href: DESK, label: '审查' },
      { href: `${DESK}/${id}`, label: cases[0].name },
    ];
    const actions = wears(actor, 'committee') && (
      <a class="btn btn-primary" href={`/desk/merging?ids=${id},${other}`}>
        准备并案
      </a>
    );
    return this.frame.page(exchange, { title: '对照相近的提案', crumbs, actions }, ({ csrf }) => (
      <>
        <div class="btn-list mb-3">
          {JUDGEMENTS.map(([decision, label]) => (
            <DeedButton
              {...{ csrf, label, about: cases[1].name, back: `${DESK}/${id}`, size: 'normal' }}
              action={`/do/proposals/${id}/judge-likeness`}
              fields={{ otherId: other, decision }}
            />
          ))}
        </div>
        <ComparedTexts
          cases={cases}
          about={({ stageWord, sponsors }) => (
            <p>
              <span class="badge bg-blue-lt">{stageWord}</span> {sponsors.map(({ name }) => name).join('、')}
            </p>
          )}
        />
      </>
    ));
  }
}
