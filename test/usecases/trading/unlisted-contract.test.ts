import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { SimulatedMarket } from '../../../server/adapters/simulated/simulated-market.ts';
import { dec } from '../../../server/domain/decimal.ts';
import { parseOccSymbol } from '../../../server/domain/instrument/occ-symbol.ts';
import type { TicketInput } from '../../../server/domain/ticket/ticket.ts';
import { NOON } from '../../support/fakes/fake-clock.ts';
import { ADA, TradierDesk } from '../../support/desks/tradier-desk.ts';

const CHAINS = 'GET /markets/options/chains';

describe('an entry in a contract that the chain does not list', () => {
  let t: TradierDesk;
  beforeEach(async () => void (t = await TradierDesk.start()));
  afterEach(() => t.close());

  const of = (symbol: string): Partial<TicketInput> => ({ option: { symbol }, bracket: null });
  const unknown = (symbol: string) => ({
    code: 'BAD_USER_INPUT',
    detail: { field: 'input.option.symbol' },
    message: expect.stringMatching(new RegExp(`^${symbol} is unknown`)) as string,
  });

  it.each(['SPY260327C00561000', 'SPY260326C00560000', 'NOPE260327C00560000'])(
    'is refused as unknown, in the preview and when it is placed: %s',
    async (symbol) => {
      const asked = t.desk.previews.trade(ADA, t.ticket(of(symbol)));
      await expect(asked).rejects.toMatchObject(unknown(symbol));
      await expect(t.place(of(symbol))).rejects.toMatchObject(unknown(symbol));
      expect(t.venue.orders).toEqual([]);
      expect(t.venue.count('POST /orders')).toBe(0);
    },
  );

  it('is accepted as soon as the chain lists it', async () => {
    const symbol = 'SPY260327C00561000';
    await expect(t.place(of(symbol))).rejects.toMatchObject(unknown(symbol));
    t.venue.setQuote(symbol, { bid: 1.45, ask: 1.55, last: 1.5 });
    await t.place(of(symbol));
    await t.place();
    expect(t.venue.count(CHAINS)).toBe(2);
  });

  it('is not refused when the chain cannot be read, or not in full', async () => {
    const symbol = 'SPY260327C00561000';
    t.venue.fail(CHAINS, { status: 502, text: 'Bad Gateway' }, 6);
    await t.place(of(symbol));
    t.venue.fail(CHAINS, { status: 500, text: '' }, 0);
    t.venue.quirks.spoil = (list, row) => (list === 'option' ? { ...row, symbol: 7 } : row);
    await t.place(of(symbol));
    expect(t.venue.orders).toHaveLength(2);
  });

  it('costs one request per chain in five minutes, however many entries ask', async () => {
    await Promise.all([t.place(), t.place(), t.desk.previews.trade(ADA, t.ticket())]);
    t.pass(120);
    await t.place();
    expect(t.venue.count(CHAINS)).toBe(1);
    t.pass(240);
    await t.place();
    expect(t.venue.count(CHAINS)).toBe(2);
  });

  it('does not affect the contracts of the chain’s other roots', async () => {
    for (const symbol of ['SPX260320C05600000', 'SPXW260320C05600000']) {
      t.venue.setQuote(symbol, { bid: 1.45, ask: 1.55, last: 1.5 });
      await t.place(of(symbol));
    }
    const other = 'SPXW260320C05650000';
    await expect(t.place(of(other))).rejects.toMatchObject(unknown(other));
  });
});

it('the simulated venue lists a contract by date and strike', async () => {
  const market = new SimulatedMarket({ now: () => NOON }, 7);
  const [expiration = ''] = (await market.expirations('SPY')).slice(-1);
  const day = expiration.slice(2).replaceAll('-', '');
  const listed = (date: string, strike: string) =>
    market.lists(parseOccSymbol(`SPY${date}C${strike}`)!);
  expect((await market.chain('SPY', expiration)).rows.map(({ strike }) => strike)).toContainEqual(
    dec(630),
  );
  expect(await listed(day, '00630000')).toBe(true);
  expect(await listed(day, '00630500')).toBe(false);
  expect(await listed(day, '09990000')).toBe(false);
  expect(await listed('290101', '00630000')).toBe(false);
});
