/** Why no copy for the public can be made of a file; nothing of it has been used. */
export class Uncleanable extends Error {
  constructor(readonly reason: 'broken' | 'tooLarge' | 'linked' | 'unknownPart' | 'picture' | 'kind') {
    super(reason);
  }
}
