/** A name as it is compared: full-width and half-width forms, blanks and letter case make no difference. */
export function plainName(name: string): string {
  return name.normalize('NFKC').replace(/\s+/g, '').toLowerCase();
}
