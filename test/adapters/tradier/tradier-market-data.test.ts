import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { chainReply, quoteRow } from '../../../server/adapters/tradier/tradier-market-schema.ts';
import { chainRows, quoteOf } from '../../../server/adapters/tradier/tradier-quote-mapping.ts';
import { readRows } from '../../../server/adapters/wire/read-rows.ts';
import type { TradierMarketData } from '../../../server/adapters/tradier/tradier-market-data.ts';
import type { OptionQuote } from '../../../server/domain/market/quote.ts';
import { MarketDataUnavailable } from '../../../server/ports/market-data.ts';
import { ELEVEN } from '../../support/fakes/option-market.ts';
import { referenceFile } from '../../support/recorded/reference-file.ts';
import { SandboxAccount } from '../../support/desks/sandbox-account.ts';

const CALL = 'SPY260327C00560000';
const PUT = 'SPY260327P00560000';
const GREEKS = { callDelta: 0.6, gamma: 0.02, theta: -0.1, vega: 0.3, midIv: 0.18 };

/** The rows that can be read. */
const trustedRows = (rows: readonly unknown[]) => readRows(quoteRow, rows).read;

let desk: SandboxAccount;
let data: TradierMarketData;

beforeEach(async () => {
  desk = await SandboxAccount.open();
  data = desk.marketData();
  desk.venue.setQuote('SPY', { bid: '561.10', ask: '561.12', last: '561.11' });
  desk.venue.setQuote(CALL, { bid: '9.90', ask: '10.10', last: '10', volume: 5, greeks: GREEKS });
  desk.venue.setQuote(PUT, { bid: 0, ask: '0.01', greeks: { ...GREEKS, midIv: 0 } });
});
afterEach(() => desk.venue.close());

const option = async (symbol: string) =>
  (await data.quotes([symbol])).get(symbol) as OptionQuote | undefined;

describe('an unreadable row', () => {
  it('loses no quote, chain or expiration of another row, and an odd figure loses no row', async () => {
    desk.venue.setQuote('SPY260320P00560000', { bid: '1', ask: '1.1' });
    desk.venue.quirks.spoil = (list, row) => {
      if (list === 'expiration' && 'date' in row && row.date === '2026-03-20') return { date: 20 };
      if ('symbol' in row && row.symbol === PUT) return { ...row, ask: 'NaN' };
      return { ...row, ...('open_interest' in row && { open_interest: 'NaN' }) };
    };
    expect([...(await data.quotes([CALL, PUT, 'SPY'])).keys()].sort()).toEqual(['SPY', CALL]);
    expect((await data.chain('SPY', '2026-03-27')).rows).toMatchObject([
      { call: { symbol: CALL, openInterest: null }, put: null },
    ]);
    expect(await data.expirations('SPY')).toEqual(['2026-03-27']);
  });

  it('loses only that day of the calendar', async () => {
    desk.venue.fail('GET /markets/calendar', {
      json: {
        calendar: {
          days: {
            day: [
              { date: 'NaN', status: 'open' },
              { date: '2026-03-11', status: 'closed' },
            ],
          },
        },
      },
    });
    expect(await data.closedOn('2026-03-11')).toBe(true);
  });
});

describe('quotes', () => {
  it('come in one call, shares and options mixed, without the unknown ones', async () => {
    const quotes = await data.quotes(['SPY', CALL, 'NOPE']);
    expect([...quotes.keys()].sort()).toEqual(['SPY', CALL]);
    expect(quotes.get('SPY')).toMatchObject({ assetClass: 'EQUITY', delayed: true });
    expect(quotes.get(CALL)).toMatchObject({ assetClass: 'OPTION', source: 'tradier' });
    expect(desk.venue.count('GET /markets/quotes')).toBe(1);
    expect(await data.quotes(['NOPE'])).toEqual(new Map());
  });

  it.each(['BRK.B', 'BRK/B', 'BRK-B'])('of %s are requested with a slash', async (symbol) => {
    desk.venue.setQuote('BRK/B', { bid: '500', ask: '500.10' });
    expect((await data.quotes([symbol])).get(symbol)).toMatchObject({
      symbol,
      assetClass: 'EQUITY',
    });
    expect(desk.venue.requests.at(-1)!.query.symbols).toBe('BRK/B');
  });

  it('include the underlying’s price', async () => {
    expect((await option(CALL))!.underlyingPrice?.toString()).toBe('561.11');
  });

  it('of a long list are requested in a form', async () => {
    await data.quotes([CALL, ...Array.from({ length: 400 }, (_, n) => `X${n}`)]);
    expect(desk.venue.count('POST /markets/quotes')).toBe(1);
    expect(desk.venue.requests.at(-1)!.form.symbols).toContain(CALL);
  });

  it('have a bid of zero when nobody buys, and no market when both sides are zero', async () => {
    const worthless = await option(PUT);
    expect([worthless!.bid?.toString(), worthless!.ask?.toString()]).toEqual(['0', '0.01']);
    desk.venue.setQuote(PUT, { bid: 0, ask: 0 });
    expect(await option(PUT)).toMatchObject({ bid: null, ask: null, last: null });
  });

  it.each(['put-by-put', 'strike-level'] as const)('have the put’s delta (%s)', async (greeks) => {
    desk.venue.quirks.greeks = greeks;
    expect((await option(PUT))!.greeks).toMatchObject({ delta: -0.4, gamma: 0.02, iv: null });
    expect((await option(CALL))!.greeks).toMatchObject({ delta: 0.6, iv: 0.18 });
  });

  it('may have no greeks at all', async () => {
    desk.venue.quirks.greeks = 'null';
    expect((await option(CALL))!.greeks).toMatchObject({ delta: null, iv: null });
  });

  it('say since when they have stood', async () => {
    const at = new Date('2026-03-10T14:45:00Z');
    desk.venue.setQuote('SPY', { bid: 1, ask: 2, at });
    expect((await data.quotes(['SPY'])).get('SPY')).toMatchObject({
      sourceTime: at,
      receivedAt: ELEVEN,
    });
  });

  it('stand since the newer change of their two sides', () => {
    const [bid_date, ask_date] = [ELEVEN.getTime() - 7_200_000, ELEVEN.getTime() - 5_000];
    const [row] = trustedRows([
      { symbol: 'SPY', type: 'etf', bid: 1, ask: 2, last: null, bid_date, ask_date },
    ]);
    const context = { receivedAt: ELEVEN, delayed: false, underlyingPrice: () => null };
    expect(quoteOf(row!, context).sourceTime).toEqual(new Date(ask_date));
  });

  it('are unavailable when the venue is', async () => {
    desk.venue.fail('GET /markets/quotes', { status: 502, text: 'Bad Gateway' }, 3);
    await expect(data.quotes(['SPY'])).rejects.toThrow(MarketDataUnavailable);
    desk.venue.fail('GET /markets/quotes', { silent: true });
    await expect(data.quotes(['SPY'])).rejects.toThrow(MarketDataUnavailable);
  });
});

describe('the chain', () => {
  it('pairs calls and puts by strike, soonest expiration first', async () => {
    desk.venue.setQuote('SPY260320C00555000', { bid: 7, ask: 8 });
    expect(await data.expirations('SPY')).toEqual(['2026-03-20', '2026-03-27']);
    const { rows, underlyingPrice } = await data.chain('SPY', '2026-03-27');
    expect(underlyingPrice?.toString()).toBe('561.11');
    expect(rows).toHaveLength(1);
    expect([rows[0]!.call?.symbol, rows[0]!.put?.symbol]).toEqual([CALL, PUT]);
  });

  it('is empty for an unknown underlying', async () => {
    expect(await data.expirations('NOPE')).toEqual([]);
    expect((await data.chain('NOPE', '2026-03-27')).rows).toEqual([]);
  });

  it('separates SPX and SPXW of the same strike and date', async () => {
    desk.venue.setQuote('SPX260417C05000000', { bid: 1, ask: 2 });
    desk.venue.setQuote('SPXW260417C05000000', { bid: 3, ask: 4 });
    const { rows } = await data.chain('SPX', '2026-04-17');
    expect(rows.map((row) => row.call?.symbol)).toEqual([
      'SPX260417C05000000',
      'SPXW260417C05000000',
    ]);
  });

  it('is read as recorded in production, with put deltas as given', (context) => {
    const path = 'fixtures/tradier/option-chain-spxw-greeks-production.recorded.json';
    const text = referenceFile(path);
    if (!text) return context.skip();
    const { options } = chainReply.parse(JSON.parse(text));
    const rows = trustedRows(options);
    expect(rows).toHaveLength(316);
    const terms = { receivedAt: ELEVEN, delayed: false, underlyingPrice: () => null };
    const strikes = chainRows(rows, terms);
    const pairs = strikes.flatMap(({ call, put }) => {
      const [c, p] = [call?.greeks.delta ?? null, put?.greeks.delta ?? null];
      return c === null || p === null ? [] : [c - 1 - p];
    });
    expect(pairs.length).toBeGreaterThan(150);
    expect(Math.max(...pairs.map(Math.abs))).toBeLessThan(1e-9);
    const deltas = strikes.flatMap(({ put }) => put?.greeks.delta ?? []);
    expect(deltas.every((delta) => delta >= -1 && delta <= 0)).toBe(true);
  });

  it('drops a corrupt row and keeps the others', () => {
    const row = { symbol: CALL, type: 'option', bid: 1, ask: 2, last: null };
    expect(trustedRows([row, { ...row, bid: -1 }, { ...row, ask: 'NaN' }, null])).toHaveLength(1);
  });
});

describe('the session', () => {
  function itIs(now: string): void {
    desk.clock.at = new Date(now);
    desk.venue.now = new Date(now);
  }

  it.each([
    ['2026-03-10T11:30:00Z', 'PRE_MARKET', '2026-03-10T13:30:00.000Z'],
    ['2026-03-10T15:00:00Z', 'REGULAR', '2026-03-10T20:00:00.000Z'],
    ['2026-03-10T21:00:00Z', 'POST_MARKET', '2026-03-11T00:00:00.000Z'],
    ['2026-03-11T01:00:00Z', 'CLOSED', '2026-03-11T11:00:00.000Z'],
    // On Friday evening the next session is the pre-market of Monday.
    ['2026-03-14T01:00:00Z', 'CLOSED', '2026-03-16T11:00:00.000Z'],
    ['2026-03-14T07:00:00Z', 'CLOSED', '2026-03-16T11:00:00.000Z'],
    ['2026-04-01T02:00:00Z', 'CLOSED', '2026-04-01T11:00:00.000Z'],
  ])('at %s is %s, until %s', async (now, session, next) => {
    itIs(now);
    const answer = await data.session();
    expect([answer.session, answer.nextChange?.toISOString()]).toEqual([session, next]);
  });

  it('follows the venue’s own closures and early closes', async () => {
    desk.venue.setDay('2026-03-11', 'closed');
    desk.venue.setDay('2026-03-10', { close: '13:00' });
    expect((await data.session()).nextChange?.toISOString()).toBe('2026-03-10T17:00:00.000Z');
    itIs('2026-03-11T01:00:00Z');
    expect((await data.session()).nextChange?.toISOString()).toBe('2026-03-12T11:00:00.000Z');
  });

  it('falls back on the table when the calendar does not answer', async () => {
    itIs('2026-03-11T01:00:00Z');
    desk.venue.fail('GET /markets/calendar', { status: 500 }, 3);
    expect((await data.session()).nextChange?.toISOString()).toBe('2026-03-11T08:00:00.000Z');
  });
});

describe('the official close', () => {
  beforeEach(() => desk.venue.setClose('SPY', '2026-03-10', 561.5));

  it('is null before it has settled, including a delayed source’s delay', async () => {
    desk.clock.at = new Date('2026-03-10T20:19:59Z');
    expect(await data.officialClose('SPY', '2026-03-10')).toBeNull();
    desk.clock.at = new Date('2026-03-10T20:20:00Z');
    const close = await data.officialClose('SPY', '2026-03-10');
    expect(close?.price.toString()).toBe('561.5');
    expect(close?.sourceTime.toISOString()).toBe('2026-03-10T20:00:00.000Z');
  });

  it('is not guessed when the history has none', async () => {
    desk.clock.at = new Date('2026-03-12T20:20:00Z');
    expect(await data.officialClose('SPY', '2026-03-11')).toBeNull();
    expect(await data.officialClose('SPY', '2026-03-08')).toBeNull();
  });
});
