import { Column, type ColumnOptions } from 'typeorm';

type Options = Pick<ColumnOptions, 'nullable' | 'default'>;

/** An instant as 24 characters of UTC, the same text on every database (see clock/calendar.ts). */
export const MomentColumn = (options: Options = {}) => Column({ ...options, type: 'varchar', length: 24 });

/** A day of the office's zone, `YYYY-MM-DD`. */
export const DayColumn = (options: Options = {}) => Column({ ...options, type: 'varchar', length: 10 });

/** A short text: a code, a name, a title. */
export const WordColumn = (length: number, options: Options = {}) =>
  Column({ ...options, type: 'varchar', length });

/** A text of any length. */
export const TextColumn = (options: Options = {}) => Column({ ...options, type: 'text' });

/** Anything JSON can hold, kept as text; raw SQL gets the text. */
export const JsonColumn = (options: Options = {}) => Column({ ...options, type: 'simple-json' });

export const IntegerColumn = (options: Options = {}) => Column({ ...options, type: 'integer' });

/** Raw SQL on SQLite gives 0 or 1. */
export const FlagColumn = (options: Options = {}) => Column({ ...options, type: 'boolean' });

/** A measured quantity. */
export const RealColumn = (options: Options = {}) => Column({ ...options, type: 'real' });
