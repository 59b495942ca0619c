import { type Actor, wears } from '../lifecycle/people';
import { type Figure, FIGURE_NAMES, type FigureName } from './figure';
import { categories } from './figures/categories.figure';
import { due } from './figures/due.figure';
import { filing } from './figures/filing.figure';
import { keyCases } from './figures/key-cases.figure';
import { overdue } from './figures/overdue.figure';
import { classes, meetings, punctuality } from './figures/replies.figures';
import { satisfaction } from './figures/satisfaction.figure';
import { stages } from './figures/stages.figure';

export const FIGURES: Record<FigureName, Figure> = {
  ...{ stages, filing, overdue, due, classes, punctuality, meetings, satisfaction, categories, keyCases },
};

/** The figures an actor may read, each over the cases the same actor may see. */
export const figuresOf = (actor: Actor): FigureName[] =>
  FIGURE_NAMES.filter(
    (name) => actor.system === true || FIGURES[name].readers.some((hat) => wears(actor, hat)),
  );
