import { consultationModes } from '../../../lifecycle/words/terms';

/** How a unit and a sponsor met, as people say it. */
export const modeWord = (mode: string | null): string =>
  mode ? (consultationModes[mode as keyof typeof consultationModes] ?? mode) : '';
