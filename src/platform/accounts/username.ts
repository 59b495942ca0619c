/** One spelling for all ways to type a name: full-width forms, capitals and blanks at the ends do not count. */
export function folded(username: string): string {
  return username.normalize('NFKC').trim().toLowerCase();
}

const USERNAME = /^[\p{L}\p{N}][\p{L}\p{N}\p{M}._@-]{1,49}$/u;

/** Whether a folded name can be given to an account: 2 to 50 letters, digits, Chinese characters or . _ @ - */
export function isUsername(name: string): boolean {
  return USERNAME.test(name);
}
