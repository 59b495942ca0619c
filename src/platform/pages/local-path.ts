/** A path of this site to go back to, or the other one: nobody is led elsewhere by an address they were sent. */
export function localPath(given: unknown, otherwise: string): string {
  const isLocal = typeof given === 'string' && /^\/(?![/\\])[^\s\\]*$/.test(given) && given.length < 1000;
  return isLocal ? given : otherwise;
}

/** The path with one more thing in its query; a fragment stays at the end. */
export function withQuery(path: string, name: string, value: string): string {
  const [address, fragment] = path.split('#', 2);
  const [bare, query = ''] = address.split('?', 2);
  const search = new URLSearchParams(query);
  search.set(name, value);
  return `${bare}?${search}${fragment ? `#${fragment}` : ''}`;
}
