/** The column of a reference such as `AB12`, from 0; -1 when it names none. */
export function columnOf(reference: string): number {
  const [letters] = /^[A-Z]{0,3}/.exec(reference)!;
  return [...letters].reduce((column, letter) => column * 26 + letter.charCodeAt(0) - 64, 0) - 1;
}
