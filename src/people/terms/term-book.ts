import { plainName } from '../plain-name';
import type { Term } from './term.entity';

/** Which term people mean when they write 15, 第15届, 十五 or 政协第十五届委员会. */
export class TermBook {
  constructor(private readonly terms: Term[]) {}

  find(name: string): Term[] {
    const wanted = essence(name);
    return this.terms.filter((term) => [String(term.number), essence(term.name)].includes(wanted));
  }
}

function essence(name: string): string {
  const plain = plainName(name);
  return /第?([^第届]+)届/.exec(plain)?.[1] ?? plain;
}
