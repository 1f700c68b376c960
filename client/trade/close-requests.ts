import type { Client } from '@urql/svelte';
import { CloseTradeDocument, PreviewCloseDocument } from '../gql/graphql.ts';
import type { CloseTradeInput } from '../gql/graphql.ts';
import { deskError, type DeskError } from '../lib/errors.ts';

/** The server's preview of a close, as of now. */
export async function previewClose(client: Client, input: CloseTradeInput) {
  const { data, error } = await client
    .query(PreviewCloseDocument, { input }, { requestPolicy: 'network-only' })
    .toPromise();
  return { preview: data?.previewClose ?? null, error: error ? deskError(error) : null };
}

/** Stores a close. Resolves to why it failed; null when it is stored. */
export async function storeClose(
  client: Client,
  input: CloseTradeInput,
): Promise<DeskError | null> {
  const { error } = await client.mutation(CloseTradeDocument, { input }).toPromise();
  return error ? deskError(error) : null;
}
