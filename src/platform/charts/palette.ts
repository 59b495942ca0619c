/** Each stands out from white and from the dark page by 3 : 1 (WCAG 1.4.11). */
export const PALETTE = {
  blue: '#3b7fc4',
  teal: '#1f8f83',
  amber: '#b9770e',
  red: '#d5483f',
  violet: '#8868c8',
  grey: '#7a8594',
  green: '#4a8f3c',
} as const;

export type Colour = keyof typeof PALETTE;

/** In the order in which neighbours differ most, also for those who do not tell red from green. */
export const SERIES: readonly Colour[] = ['blue', 'amber', 'teal', 'violet', 'grey', 'red', 'green'];

export const colourAt = (place: number): string => PALETTE[SERIES[place % SERIES.length]];

/** Text and lines have the colour of the text around the chart, on white and on dark. */
export const INK = 'currentColor';
