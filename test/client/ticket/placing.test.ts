import { expect, it } from 'vitest';
import type { Desk } from '../../../client/desk/desk.svelte.ts';
import { Placing } from '../../../client/ticket/placing.svelte.ts';
import { Ticket, type Picked } from '../../../client/ticket/ticket.svelte.ts';

const SYMBOL = 'SPY260417C00560000';
const CALL = { assetClass: 'OPTION', symbol: SYMBOL } as Picked;
const touch = (bid: string, ask: string) => ({ symbol: SYMBOL, bid, ask, mid: null });

it('keeps its order when a quote changes nothing in it', () => {
  const ticket = new Ticket();
  ticket.orderType = 'MARKET';
  ticket.pick(CALL, touch('2.00', '2.10'), false, { stopLossPct: '50', quantity: '3' });
  const placing = new Placing({ mode: 'PAPER' } as Desk, ticket);
  const { order } = placing;
  expect(order).toMatchObject({ quantity: '3', bracket: { stopLoss: '1.05' } });
  ticket.quote = touch('1.90', '2.10');
  expect(placing.order).toBe(order);
  ticket.quote = touch('2.10', '2.20');
  expect(placing.order).toMatchObject({ quantity: '3', bracket: { stopLoss: '1.1' } });
});
