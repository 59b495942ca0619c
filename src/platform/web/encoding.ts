/** The encodings we speak, the smaller first. */
const SPOKEN = ['br', 'gzip'] as const;
export type Encoding = (typeof SPOKEN)[number];

/** The best encoding that a reader takes, by its `Accept-Encoding`; none when it takes neither, or says nothing. */
export function encodingFor(accepted: string | undefined): Encoding | undefined {
  if (!accepted) return undefined;
  const offers = accepted.toLowerCase().split(',').map(offerOf);
  const isTaken = (encoding: string) =>
    (offers.find(({ name }) => name === encoding) ?? offers.find(({ name }) => name === '*'))?.wanted;
  return SPOKEN.find(isTaken);
}

function offerOf(offer: string): { name: string; wanted: boolean } {
  const [name, ...parameters] = offer.split(';').map((part) => part.trim());
  return { name, wanted: !parameters.some((parameter) => /^q=0(\.0*)?$/.test(parameter)) };
}
