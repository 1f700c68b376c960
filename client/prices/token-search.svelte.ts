import type { Client } from '@urql/svelte';
import { SearchTokensDocument, type SearchTokensQuery } from '../gql/graphql.ts';
import { TypedSearch, type Found } from '../lib/typed-search.svelte.ts';

export type TokenMatch = SearchTokensQuery['searchTokens'][number];

/** The longest text that the API accepts. */
const LONGEST = 44;

/** Tokens that match a text. */
export class TokenSearch extends TypedSearch<TokenMatch> {
  constructor() {
    super(LONGEST);
  }

  protected override async find(client: Client, text: string): Promise<Found<TokenMatch>> {
    const { data, error } = await client.query(SearchTokensDocument, { text }).toPromise();
    return { matches: data?.searchTokens ?? [], error };
  }
}
