import type { ComponentChildren } from 'preact';
import type { Actor } from '../../lifecycle/people';
import type { FieldAids } from '../../platform/pages/form-state';
import type { FoundDeed } from './deed-catalogue';
import type { DeedSubject } from './deed-subject';
import type { HelpSources } from './help-sources';

/** What a helping function may look at. */
export interface HelpContext extends HelpSources {
  readonly actor: Actor;
  readonly found: FoundDeed;
  readonly subject: DeedSubject | null;
  /** The query of the page's address: where one came from a list, what was chosen there. */
  readonly query: Readonly<Record<string, unknown>>;
}

/** What makes the form of one deed easier, beyond what its DTO says. */
export interface DeedHelp {
  readonly aids?: FieldAids;
  /** What is filled in at first, such as the present text. */
  readonly values?: Readonly<Record<string, unknown>>;
  /** Above the form: what the deed means, what to look at before. */
  readonly intro?: ComponentChildren;
  /** On the button, instead of the deed's word. */
  readonly button?: string;
  /** Where the form asks, while it is filled in, for what is like it. */
  readonly similar?: string;
  /** Cannot be taken back: the button is red. */
  readonly grave?: boolean;
}

export type HelpWith = (context: HelpContext) => DeedHelp | Promise<DeedHelp>;

/** What a deed's answer shows that exists only there (an initial password, a preview), instead of going on. */
export type ShowResult = (result: Record<string, unknown>, context: ResultContext) => ComponentChildren;

/** Also what was sent, so that what was previewed can be done. */
export interface ResultContext extends HelpContext {
  readonly typed: Readonly<Record<string, unknown>>;
  readonly csrf: string;
  readonly back: string;
}

/** Help by the deed's key, such as `POST proposals/:id/recommend`. */
export type Helps = Readonly<Record<string, HelpWith>>;
export type Results = Readonly<Record<string, ShowResult>>;
