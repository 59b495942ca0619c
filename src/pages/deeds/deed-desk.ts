import { Injectable } from '@nestjs/common';
import type { Actor } from '../../lifecycle/people';
import type { FormState } from '../../platform/pages/form-state';
import { NotFound } from '../../platform/web/errors';
import { type Deed, DeedCatalogue, type FoundDeed } from './deed-catalogue';
import type { DeedHelp, HelpContext } from './deed-help';
import { DeedSubjects } from './deed-subject';
import { directoryOptions } from './field-options';
import { HELPS } from './helps/helps';
import { HelpSources } from './help-sources';

type Dto = new () => object;

/** A deed laid out for somebody: the subject, what helps, and what is filled in at first. */
export interface LaidOut extends HelpContext {
  readonly help: DeedHelp;
  readonly state: FormState;
}

export const dtoOf = ({ method, body, query }: Deed): Dto | undefined => (method === 'DELETE' ? query : body);

/** Lays out the form of a deed. */
@Injectable()
export class DeedDesk {
  constructor(
    private readonly catalogue: DeedCatalogue,
    private readonly subjects: DeedSubjects,
    private readonly sources: HelpSources,
  ) {}

  find(path: string, taking: boolean): FoundDeed {
    const found = this.catalogue.find(path, taking);
    if (!found) throw new NotFound();
    return found;
  }

  /** Throws NotFound for a subject its reader may not know of. */
  async layOut(actor: Actor, found: FoundDeed, query: Readonly<Record<string, unknown>>): Promise<LaidOut> {
    const subject = await this.subjects.load(actor, found);
    const context = { ...this.sources, actor, found, subject, query };
    const help = (await HELPS[found.deed.key]?.(context)) ?? {};
    const dto = dtoOf(found.deed);
    const aids = dto ? await directoryOptions(dto, this.sources.lists, help.aids ?? {}) : {};
    const values = { ...(subject ? { version: subject.version } : {}), ...help.values };
    return { ...context, help, state: { values, faults: [], aids } };
  }
}
