import type { Helps } from '../deed-help';

const textIn = (value: unknown): string => (typeof value === 'string' ? value : '');

export const viewHelps: Helps = {
  'POST me/views': ({ query }) => ({
    aids: { query: { hidden: true } },
    values: { query: textIn(query.query) },
    button: '保存',
  }),
  'PUT me/views/:id': ({ query }) => ({ values: { name: textIn(query.name) }, button: '改名' }),
};
