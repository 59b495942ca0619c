/** Something that exists from one day to another; `validTo` is its last day, null while no end is known. */
export interface Dated {
  validFrom: string;
  validTo: string | null;
}

export function validOn(span: Dated, day: string): boolean {
  return span.validFrom <= day && (span.validTo === null || day <= span.validTo);
}

export function overlap(one: Dated, other: Dated): boolean {
  return reaches(one, other.validFrom) && reaches(other, one.validFrom);
}

function reaches(span: Dated, day: string): boolean {
  return span.validTo === null || day <= span.validTo;
}
