import { DeskStatusDocument } from '../gql/graphql.ts';
import type { TradingMode } from '../gql/graphql.ts';
import { deskError } from '../lib/errors.ts';
import type { Desk } from '../desk/desk.svelte.ts';

/** The state of the book that is not shown, in one word; empty when unknown. */
export async function stateOfBook(desk: Desk, mode: TradingMode): Promise<string> {
  const { data, error } = await desk.client
    .query(DeskStatusDocument, { mode }, { requestPolicy: 'network-only' })
    .toPromise();
  if (error) return deskError(error).code === 'REAL_MODE_DISABLED' ? 'off' : '';
  if (!data) return '';
  if (mode === 'PAPER') return 'runs';
  return data.systemStatus.armed ? 'armed' : 'disarmed';
}
