import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { TradierBroker } from '../../server/adapters/tradier/tradier-broker.ts';
import { CALL, submitted } from '../support/fakes/option-market.ts';
import { SandboxAccount } from '../support/desks/sandbox-account.ts';
import { submission } from '../support/desks/venue-account.ts';

let desk: SandboxAccount;
let broker: TradierBroker;
let id: string;

const bracket = submission('OTOCO', CALL, [
  submitted('ENTRY', 'BUY_TO_OPEN', 2, { limit: '2.05' }, 'DAY'),
  submitted('TAKE_PROFIT', 'SELL_TO_CLOSE', 2, { limit: '3.00' }),
  submitted('STOP_LOSS', 'SELL_TO_CLOSE', 2, { stop: '1.40' }),
]);
const quote = (bid: number, ask: number) => desk.venue.setQuote(CALL.symbol, { bid, ask });
const states = () => desk.venue.order(id).legs.map((leg) => leg.status);

beforeEach(async () => {
  desk = await SandboxAccount.open();
  broker = desk.broker();
  desk.venue.matching = true;
  quote(2.0, 2.1);
  id = await broker.place(bracket);
});
afterEach(() => desk.venue.close());

describe('a bracket at the emulated venue', () => {
  it('rests until the ask reaches the limit, while its exits wait', () => {
    expect(states()).toEqual(['open', 'pending', 'pending']);
    // Touching target or stop has no effect before the entry is filled.
    quote(3.1, 3.2);
    quote(1.3, 3.2);
    expect(states()).toEqual(['open', 'pending', 'pending']);
    quote(1.95, 2.05);
    expect(states()).toEqual(['filled', 'open', 'open']);
  });

  it('fills its target and cancels the stop', async () => {
    quote(1.95, 2.05);
    quote(3.01, 3.1);
    expect(states()).toEqual(['filled', 'filled', 'canceled']);
    expect(desk.venue.order(id).status).toBe('filled');
    // 100,000 - 2 x 205 + 2 x 301
    expect((await broker.balances()).cash?.toString()).toBe('100192');
  });

  it('fills its stop at the bid and cancels the target', () => {
    quote(1.95, 2.05);
    quote(1.35, 1.5);
    expect(states()).toEqual(['filled', 'canceled', 'filled']);
    expect(desk.venue.order(id).legs[2]!.paid.toString()).toBe('2.7');
  });

  it('does not trade while the market is closed', () => {
    desk.venue.setMarketState('closed');
    quote(1.95, 2.05);
    expect(states()[0]).toBe('open');
    desk.venue.setMarketState('open');
    expect(states()[0]).toBe('filled');
  });

  it('expires with its day', async () => {
    desk.venue.endDay();
    expect((await broker.order(id))!.status).toBe('EXPIRED');
    expect(states()).toEqual(['expired', 'expired', 'expired']);
  });

  it('may report both exits filled', () => {
    desk.venue.quirks.siblingCancelMs = Infinity;
    quote(1.95, 2.05);
    quote(1.35, 1.5);
    desk.venue.fill(Number(id) + 2, { price: '3.00' });
    expect(states()).toEqual(['filled', 'filled', 'filled']);
    expect(desk.venue.order(id).status).toBe('filled');
    expect(desk.venue.account.positions.get(CALL.symbol)!.quantity.toString()).toBe('-2');
  });

  it('shrinks one exit when the other fills in part', () => {
    quote(1.95, 2.05);
    desk.venue.fill(Number(id) + 2, { quantity: 1, price: '3.00' });
    expect(states()).toEqual(['filled', 'partially_filled', 'open']);
    expect(desk.venue.order(id).legs[2]!.quantity.toString()).toBe('1');
  });

  it('fills on prices as late as the sandbox’s', () => {
    desk.venue.quirks.quoteDelayMs = 15 * 60_000;
    quote(1.95, 2.05);
    expect(states()[0]).toBe('open');
    desk.venue.now = new Date(desk.venue.now.getTime() + 15 * 60_000);
    expect(states()[0]).toBe('filled');
  });
});
