import type { Hers } from './hers.ts';

/** Every served field of API tokens, requested by Bob with Ada's ids. A text is the code of the refusal. */
export const API_TOKEN_QUESTIONS: Readonly<
  Record<string, readonly [query: (hers: Hers) => string, answer: string | object]>
> = {
  apiTokens: [() => '{ apiTokens { id } }', { apiTokens: [] }],
  mandate: [() => '{ mandate { symbols } }', { mandate: null }],
  createApiToken: [
    () => 'mutation { createApiToken(name: "his", scopes: [READ]) { name } }',
    { createApiToken: { name: 'his' } },
  ],
  revokeApiToken: [(hers) => `mutation { revokeApiToken(id: "${hers.apiToken}") }`, 'NOT_FOUND'],
  setApiTokenMandate: [
    (hers) => `mutation { setApiTokenMandate(id: "${hers.apiToken}", mandate: null) { id } }`,
    'NOT_FOUND',
  ],
};
