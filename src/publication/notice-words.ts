/** The tag in brackets behind the subject; nothing when there is none. */
export const inBrackets = (tag: string | null): string =>
  tag ? `（${tag.replace(/^（(.*)）$/, '$1')}）` : '';

/** What stands above the text of an item. */
export const documentWords = { summary: '办理落实情况摘要', reply: '答复全文' };
