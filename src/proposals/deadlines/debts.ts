import { CLOCK_NAMES, clockOf } from '../../lifecycle/clocks';

const NO_DEBTS = CLOCK_NAMES.filter((name) => clockOf(name).debt === false);

/** SQL: the deadline `alias` is a step somebody owes, not merely a time within which something may be asked. */
export const isDebt = (alias: string): string =>
  `${alias}."clock" NOT IN (${NO_DEBTS.map((name) => `'${name}'`).join(', ')})`;
