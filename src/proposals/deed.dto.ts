import { Text, WholeNumber } from '../platform/web/fields';

/** What every action may carry. */
export class DeedDto {
  /** The version last seen: with it nobody acts on what has changed since. */
  @WholeNumber('版本', { min: 1, optional: true })
  version?: number | null;
}

const WORDS = { max: 2000, lines: true };

/** Whoever is concerned reads why. */
export class ReasonDto extends DeedDto {
  @Text('理由', WORDS)
  reason: string;
}

export class NoteDto extends DeedDto {
  @Text('说明', { ...WORDS, optional: true })
  note?: string | null;
}
