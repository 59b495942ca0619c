import { WholeNumber } from '../platform/web/fields';

/** What every action may carry. */
export class DeedDto {
  /** The version last seen: with it nobody acts on what has changed since. */
  @WholeNumber('版本', { min: 1, optional: true })
  version?: number | null;
}
