/** Token of the hats an account may wear, a `readonly string[]`: the application knows them, accounts do not. */
export const HAT_NAMES = Symbol('HAT_NAMES');

/** The only two hats that mean something here. */
export const ADMINISTRATOR = 'administrator';
export const AUDITOR = 'auditor';
