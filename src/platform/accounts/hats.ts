/** The hats accounts may wear, each with the table of those it is worn for, or null: the application knows them. */
export type HatTables = Readonly<Record<string, string | null>>;

/** Token of the application's `HatTables`. */
export const HATS = Symbol('HATS');

/** The only two hats that mean something here. */
export const ADMINISTRATOR = 'administrator';
export const AUDITOR = 'auditor';
