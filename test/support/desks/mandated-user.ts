import type { ApiAnswer } from '../servers/api-client.ts';
import type { LimitedUser } from './limited-user.ts';

const BOUNDS = 'symbols maxOrderCost maxExposure maxTradesPerDay';
export const CREATE_TOKEN = `mutation($name: String!, $scopes: [Scope!]!, $mandate: MandateInput) {
  createApiToken(name: $name, scopes: $scopes, mandate: $mandate) { id token mandate { ${BOUNDS} } } }`;
export const SET_MANDATE = `mutation($id: ID!, $mandate: MandateInput) {
  setApiTokenMandate(id: $id, mandate: $mandate) { id mandate { ${BOUNDS} } } }`;
export const OWN_MANDATE = `{ mandate { ${BOUNDS} } }`;
export const TOKENS = `{ apiTokens { id mandate { ${BOUNDS} } } }`;

export interface Token {
  readonly id: string;
  readonly token: string;
}

/** A new API token of the user's that trades PAPER. */
export async function tokenOf(user: LimitedUser, mandate: object | null): Promise<Token> {
  const variables = { name: 'an assistant', scopes: ['TRADE_PAPER'], mandate };
  return (await user.ask<{ createApiToken: Token }>(CREATE_TOKEN, variables)).createApiToken;
}

export function setMandate(user: LimitedUser, id: string, mandate: object | null) {
  return user.ask(SET_MANDATE, { id, mandate });
}

/** The code of a refusal, and the bound that caused it. */
export function ruleOf({ code, errors }: ApiAnswer): readonly unknown[] {
  return [code, errors[0]?.extensions.rule];
}
