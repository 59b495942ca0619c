/** Why a file cannot be read as a spreadsheet; nothing of it has been used. */
export class Unreadable extends Error {
  constructor(readonly reason: 'notASpreadsheet' | 'tooLarge' | 'tooManyRows') {
    super(reason);
  }
}
