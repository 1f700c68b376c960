import { capital, price, quantity, UNKNOWN, words } from '../lib/format.ts';
import { sentName } from '../lib/instrument.ts';
import type { Ticket } from './ticket.svelte.ts';

/** Buy to open 1 SPY 640 C, 18 Dec 26, limit 5.52; a token with its whole mint. */
export function ticketSentence({ picked, side, size, orderType, entry }: Ticket): string {
  if (!picked) return '';
  const what = `${capital(words(side).toLowerCase())} ${size ? quantity(size) : UNKNOWN} ${sentName(picked)}`;
  return orderType === 'LIMIT' && entry
    ? `${what}, limit ${price(entry)}`
    : `${what}, at the market`;
}
