import { Body, Controller, Get, Param, Post, Query } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import type { ComponentChildren } from 'preact';
import type { Actor } from '../../lifecycle/people';
import { BeforePasswordChange, By } from '../../platform/accounts/access';
import { readForm } from '../../platform/pages/form-reading';
import type { FormState } from '../../platform/pages/form-state';
import { localPath, withQuery } from '../../platform/pages/local-path';
import { ApiExcludeController } from '../../platform/web/documentation';
import { NotFound } from '../../platform/web/errors';
import { TakesPageForm } from '../../platform/web/form';
import { doneQuery } from '../frame/done-message';
import { FrameService } from '../frame/frame.service';
import { DeedDesk, dtoOf, type LaidOut } from './deed-desk';
import { ChangedMeanwhile } from './changed-meanwhile';
import { DeedForm, Refusal } from './deed-form';
import { DeedPerformance, type Outcome } from './deed-performance';
import { deedWord } from './deed-words';
import { RESULTS } from './helps/helps';
import { withMoreRows } from './more-rows';
import { Asked, type Exchange } from '../frame/exchange';

type Fields = Record<string, unknown>;

/** A form for everything that can be done, at the address of the API below `/do/`, or `/undo/` for what takes away. */
@ApiExcludeController()
@Controller()
export class DeedPages {
  constructor(
    private readonly desk: DeedDesk,
    private readonly performance: DeedPerformance,
    private readonly frame: FrameService,
  ) {}

  /** The one thing an initial password lets its owner do. */
  @BeforePasswordChange()
  @Get('do/me/password')
  showPassword(@By() actor: Actor, @Query() query: Fields, @Asked() exchange: Exchange): Promise<string> {
    return this.show(actor, 'me/password', query, exchange);
  }

  @BeforePasswordChange()
  @TakesPageForm()
  @Post('do/me/password')
  changePassword(
    @By() actor: Actor,
    @Query() query: Fields,
    @Body() sent: Fields | undefined,
    @Asked() exchange: Exchange,
  ): Promise<string> {
    return this.perform(actor, 'me/password', query, sent, exchange);
  }

  @Get(['do/*', 'undo/*'])
  async show(
    @By() actor: Actor,
    @Param('*') path: string,
    @Query() query: Fields,
    @Asked() exchange: Exchange,
  ): Promise<string> {
    const laidOut = await this.desk.layOut(actor, this.desk.find(path, isTaking(exchange.request)), query);
    return this.form(exchange, laidOut, { back: query.back });
  }

  @TakesPageForm()
  @Post(['do/*', 'undo/*'])
  async perform(
    @By() actor: Actor,
    @Param('*') path: string,
    @Query() query: Fields,
    @Body() sent: Fields | undefined,
    @Asked() exchange: Exchange,
  ): Promise<string> {
    const found = this.desk.find(path, isTaking(exchange.request));
    const dto = dtoOf(found.deed);
    const typed = dto && sent ? readForm(dto, sent) : {};
    const back = sent?._back ?? query.back;
    if (typeof sent?._more === 'string') {
      const laidOut = await this.desk.layOut(actor, found, query);
      return this.form(exchange, withMoreRows(laidOut, typed, sent._more), { back });
    }
    const { request } = exchange;
    const address = path + forwarded(request, found.deed.takesFile);
    const outcome = await this.performance.perform(found.deed, address, request, typed);
    if (outcome.kind === 'done')
      return this.goOn(exchange, await this.contextOf(actor, found, query), {
        ...outcome,
        typed,
        back,
      });
    const laidOut = await this.desk.layOut(actor, found, query);
    return this.again(exchange, laidOut, { outcome, typed, back, seen: Number(sent?._seen) });
  }

  /** Afterwards the subject may be out of sight, as a case that was returned is. */
  private async contextOf(actor: Actor, found: LaidOut['found'], query: Fields): Promise<LaidOut | null> {
    return this.desk.layOut(actor, found, query).catch((error: unknown) => {
      if (error instanceof NotFound) return null;
      throw error;
    });
  }

  private async goOn(
    exchange: Exchange,
    laidOut: LaidOut | null,
    { result, typed, back }: Extract<Outcome, { kind: 'done' }> & { typed: Fields; back: unknown },
  ): Promise<string> {
    const key = laidOut?.found.deed.key ?? '';
    const show = RESULTS[key];
    if (show && laidOut) {
      const word = deedWord(laidOut.found.deed);
      const home = localPath(back, laidOut.subject?.href ?? '/');
      const crumbs = [{ href: home, label: '返回' }];
      return this.frame.page(exchange, { title: word, crumbs }, ({ csrf }) =>
        show(result, { ...laidOut, typed, csrf, back: home }),
      );
    }
    const target = newSubject(key, result) ?? localPath(back, laidOut?.subject?.href ?? '/');
    exchange.reply
      .status(303)
      .header('location', key ? withQuery(laidOut ? target : '/', ...doneQuery(key)) : '/');
    return '';
  }

  private again(
    exchange: Exchange,
    laidOut: LaidOut,
    { outcome, typed, back, seen }: { outcome: Outcome; typed: Fields; back: unknown; seen: number },
  ): Promise<string> {
    const { state, subject } = laidOut;
    const values = { ...state.values, ...typed, version: subject?.version ?? typed.version };
    const kept: FormState = { ...state, values };
    if (outcome.kind === 'invalid') {
      return this.form(
        exchange,
        { ...laidOut, state: { ...kept, faults: outcome.faults } },
        { back, status: 422 },
      );
    }
    if (outcome.kind === 'changed') {
      const entries = (subject?.dossier?.history ?? []).filter(({ id }) => !(id <= seen)).slice(0, 10);
      const dto = dtoOf(laidOut.found.deed);
      const changes = <ChangedMeanwhile {...{ dto, state, typed, entries }} />;
      return this.form(exchange, { ...laidOut, state: kept }, { back, status: 409, changes });
    }
    const reasons =
      outcome.kind === 'refused' ? outcome.reasons : [{ code: 'failed', message: detailOf(outcome) }];
    const status = outcome.kind === 'done' ? 200 : outcome.status;
    const refusal = <Refusal reasons={reasons} back={localPath(back, subject?.href ?? '/')} />;
    return this.form(exchange, { ...laidOut, state: kept }, { back, status, changes: refusal });
  }

  private form(
    exchange: Exchange,
    { found, subject, help, state }: LaidOut,
    { back, status = 200, changes }: { back: unknown; status?: number; changes?: ComponentChildren },
  ): Promise<string> {
    const { deed } = found;
    const word = deedWord(deed);
    const home = localPath(back, subject?.href ?? '/');
    const reasons = status === 200 ? subject?.reasons : undefined;
    const crumbs = [{ href: home, label: subject?.name ?? '返回' }];
    const title = word;
    return this.frame.page(exchange, { title, crumbs, status, isFaulty: status >= 400 }, ({ csrf }) => (
      <>
        {changes}
        {help.intro}
        {reasons && reasons.length > 0 && <Refusal reasons={reasons} back={home} />}
        {!(reasons && reasons.length > 0) && (
          <DeedForm
            {...{ deed, word, csrf, state, help, back: home, action: exchange.request.url.split('?', 1)[0] }}
            seen={subject?.dossier?.history[0]?.id}
          />
        )}
      </>
    ));
  }
}

const isTaking = ({ url }: FastifyRequest): boolean => url.startsWith('/undo/');

const detailOf = (outcome: Outcome): string =>
  ('detail' in outcome && outcome.detail) || '没有办成，请重试。';

/** The parts of the address an upload's own route reads: such as whether only to preview. */
function forwarded({ url }: FastifyRequest, takesFile: boolean): string {
  if (!takesFile) return '';
  const query = new URLSearchParams(url.split('?', 2)[1] ?? '');
  for (const own of ['_csrf', 'back', 'done']) query.delete(own);
  return query.size > 0 ? `?${query}` : '';
}

const NEW: Record<string, string> = {
  'POST proposals': '/proposals/',
  'POST evaluations': '/evaluations/',
  'POST notices': '/desk/notices/',
};

/** Where what was brought into being is looked at. */
const newSubject = (key: string, { id }: Record<string, unknown>): string | undefined =>
  NEW[key] && Number.isInteger(id) ? NEW[key] + String(id) : undefined;
