import type { Hat } from '../lifecycle/people';
import { hats } from '../lifecycle/words/terms';
import type { Bodies } from './material';

const SHOWN_PER_HAT = 3;

/** The accounts of the demonstration as a Markdown table, a few for each hat. */
export function accountTable({ people }: Bodies): string {
  const rows = Object.entries(hats).map(([hat, word]) => {
    const names = people.filter((person) => person.hat === hat).map((person) => person.name);
    const more = names.length > SHOWN_PER_HAT ? ` 等 ${names.length} 个` : '';
    return `| ${word} \`${hat as Hat}\` | ${names.slice(0, SHOWN_PER_HAT).join('、')}${more} |`;
  });
  return ['| 身份 | 用户名 |', '|---|---|', ...rows].join('\n');
}
