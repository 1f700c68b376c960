import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { OratsClient } from '../../../server/adapters/orats/orats-client.ts';
import { OratsSnapshots } from '../../../server/adapters/orats/orats-snapshots.ts';
import { isStale, untrustedReason } from '../../../server/domain/market/mark-rules.ts';
import { MarketDataUnavailable } from '../../../server/ports/market-data.ts';
import { MemoryLog } from '../../support/fakes/memory-log.ts';
import { ELEVEN } from '../../support/fakes/option-market.ts';
import { HandClock } from '../../support/desks/venue-account.ts';
import { OratsEmulator } from '../../venues/orats-emulator.ts';

const LIVE = 'GET /live/strikes/monthly';
const DELAYED = 'GET /strikes/options';
const CALL = 'SPY260327C00560000';
const PUT = 'SPY260327P00560000';
const LATER = 'SPY260417C00560000';
const BY_OCC = 'GET /live/strikes/options';
const APPLE = 'AAPL260327C00200000';
const AT_560 = {
  ...{ ticker: 'SPY', strike: 560, expiry: '2026-03-27', delta: 0.6, stockPrice: 561 },
  call: { bid: 1.45, ask: 1.55, value: 9.99, midIv: 0.2, openInterest: 7 },
  put: { bid: 1.1, ask: 1.2, midIv: 0 },
};

let orats: OratsEmulator;
let clock: HandClock;
let log: MemoryLog;
let client: OratsClient;
let snapshots: OratsSnapshots;

beforeEach(async () => {
  orats = await OratsEmulator.start(ELEVEN);
  clock = new HandClock();
  log = new MemoryLog();
  use(orats.token);
  orats.setStrike(AT_560);
  orats.setStrike({ ...AT_560, expiry: '2026-04-17' });
  orats.setStrike({ ...AT_560, ticker: 'AAPL', strike: 200 });
  orats.setUnderlying('SPY', { bid: 561.1, ask: 561.12, stockPrice: 561.11 });
});
afterEach(() => orats.close());

function use(token: string): void {
  client = new OratsClient({ baseUrl: orats.url, token, clock, log, timeoutMs: 300 });
  snapshots = new OratsSnapshots(client, { clock });
}
/** Lists the contract of a strike; returns its symbol. */
function listed(ticker: string, strike: number): string {
  const side = { bid: 1, ask: 1.1 };
  orats.setStrike({ ticker, strike, expiry: '2026-03-27', call: side, put: side });
  return `${ticker}260327C00${strike}000`;
}
/** This many underlyings, with this many contracts of each. */
function held(underlyings: number, each: number): (readonly [string, number])[] {
  return Array.from({ length: underlyings }, (_, n) => [`T${String.fromCharCode(65 + n)}`, each]);
}
const delayedToken = () => {
  orats.tokens.set('slow-token', 'delayed');
  use('slow-token');
};

describe('a token with live rights', () => {
  it('requests each underlying once, with the expirations held, when that is cheapest', async () => {
    orats.liveByOcc = null;
    await snapshots.quotes([APPLE, CALL]);
    const before = orats.requests.length;
    const quotes = await snapshots.quotes([CALL, PUT, LATER, APPLE]);
    expect([...quotes.keys()].sort()).toEqual([APPLE, CALL, PUT, LATER].sort());
    expect(
      orats.requests
        .slice(before)
        .map(({ query }) => `${query.ticker} ${query.expiry}`)
        .sort(),
    ).toEqual(['AAPL 2026-03-27', 'SPY 2026-03-27,2026-04-17']);
    expect(quotes.get(PUT)).toMatchObject({ delayed: false, source: 'orats-live' });
    expect(quotes.get(CALL)!.bid?.toString()).toBe('1.45');
  });

  it.each([
    ['one contract of one underlying', [['SPY', 1]], 1, 0],
    ['forty contracts of one underlying', [['SPY', 40]], 1, 0],
    ['one contract of each of twelve', held(12, 1), 0, 2],
    ['two contracts of each of five', held(5, 2), 0, 1],
    ['thirty contracts of one and one of each of nine', [['SPY', 30], ...held(9, 1)], 1, 1],
    ['eleven contracts of each of two', held(2, 11), 2, 0],
  ] as const)('sends the fewest requests for %s', async (_, contracts, whole, byOcc) => {
    const symbols = contracts.flatMap(([ticker, count]) =>
      Array.from({ length: count }, (_each, n) => listed(ticker, 100 + n)),
    );
    expect([...(await snapshots.quotes(symbols)).keys()].sort()).toEqual([...symbols].sort());
    expect([orats.count(LIVE), orats.count(BY_OCC)]).toEqual([whole, byOcc]);
    expect(orats.count(DELAYED)).toBe(0);
  });

  it('has no quote for a contract whose row is missing among those requested by symbol', async () => {
    const missing = 'XYZ260327C00010000';
    const quotes = await snapshots.quotes([CALL, APPLE, missing]);
    expect([...quotes.keys()].sort()).toEqual([APPLE, CALL]);
    expect(quotes.get(CALL)).toMatchObject({ delayed: false, source: 'orats-live' });
    expect(quotes.get(CALL)!.bid?.toString()).toBe('1.45');
    expect([orats.count(LIVE), orats.count(BY_OCC)]).toEqual([0, 1]);
  });

  it('requests by underlying for a day when no live rows come by symbol', async () => {
    orats.liveByOcc = null;
    expect((await snapshots.quotes([CALL, APPLE])).size).toBe(2);
    clock.pass(23 * 3600);
    orats.liveByOcc = 'tickers';
    expect((await snapshots.quotes([CALL, APPLE])).size).toBe(2);
    expect([orats.count(LIVE), orats.count(BY_OCC)]).toEqual([4, 1]);
    clock.pass(3600);
    await snapshots.quotes([CALL, APPLE]);
    expect([orats.count(LIVE), orats.count(BY_OCC)]).toEqual([4, 2]);
  });

  it('tries no other way while ORATS is down', async () => {
    orats.fail(BY_OCC, { status: 503 });
    await expect(snapshots.quotes([CALL, APPLE])).rejects.toThrow(MarketDataUnavailable);
    expect(orats.count(LIVE)).toBe(0);
  });

  it('leaves out symbols for which ORATS has no data', async () => {
    expect(await snapshots.quotes(['XYZ260327C00010000'])).toEqual(new Map());
    expect([...(await snapshots.quotes([CALL, 'SPY260327C00999000'])).keys()]).toEqual([CALL]);
  });

  it('never marks an adjusted contract with the standard one', async () => {
    orats.setStrike({
      ticker: 'AAPL',
      root: 'AAPL7',
      strike: 200,
      expiry: '2026-03-27',
      call: { bid: 5, ask: 6 },
      put: { bid: 0, ask: 1 },
    });
    const quotes = await snapshots.quotes(['AAPL7260327C00200000', APPLE]);
    expect(quotes.get('AAPL7260327C00200000')).toMatchObject({ source: 'orats-delayed' });
    expect(quotes.get('AAPL7260327C00200000')!.bid?.toString()).toBe('5');
    expect(quotes.get(APPLE)!.bid?.toString()).toBe('1.45');
  });

  it('marks shares by their own rows, delayed', async () => {
    const share = (await snapshots.quotes(['SPY', CALL])).get('SPY');
    expect(share).toMatchObject({ assetClass: 'EQUITY', delayed: true });
    expect(share!.bid?.toString()).toBe('561.1');
  });

  it('loses only what failed', async () => {
    orats.liveByOcc = null;
    await snapshots.quotes([CALL, APPLE]);
    orats.fail(LIVE, { status: 500 });
    expect([...(await snapshots.quotes([CALL, APPLE])).keys()]).toEqual([APPLE]);
    orats.fail(LIVE, { status: 500 }, 2);
    await expect(snapshots.quotes([CALL, APPLE])).rejects.toThrow(MarketDataUnavailable);
    orats.fail(LIVE, { silent: true });
    await expect(snapshots.quotes([CALL])).rejects.toThrow(MarketDataUnavailable);
    orats.fail(LIVE, { json: { message: 'Quota' } });
    await expect(snapshots.quotes([CALL])).rejects.toThrow('Quota');
  });
});

describe('a token without live rights', () => {
  beforeEach(delayedToken);

  it('is recognised by one refusal, and falls back to delayed prices', async () => {
    const quotes = await snapshots.quotes([CALL, PUT, APPLE]);
    expect(quotes.size).toBe(3);
    expect(quotes.get(PUT)).toMatchObject({ delayed: true, source: 'orats-delayed' });
    expect(quotes.get(PUT)).toMatchObject({ greeks: { delta: 0.6 - 1, iv: null } });
    clock.pass(600);
    await snapshots.quotes([CALL]);
    expect([orats.count(BY_OCC), orats.count(LIVE), orats.count(DELAYED)]).toEqual([1, 0, 2]);
    clock.pass(24 * 3600);
    orats.tokens.set('slow-token', 'live');
    expect((await snapshots.quotes([CALL])).get(CALL)).toMatchObject({ delayed: false });
  });

  it('is used every five minutes at most, and for no more than ten at once', async () => {
    const many = Array.from({ length: 15 }, (_, n) => `SPY260327C00${570 + n}000`);
    const first = await snapshots.quotes([CALL, 'SPY', ...many]);
    expect([...first.keys()]).toEqual([CALL, 'SPY']);
    expect(orats.count(DELAYED)).toBe(2);
    clock.pass(299);
    const again = await snapshots.quotes([CALL, 'SPY', ...many]);
    expect(again).toEqual(first);
    expect(orats.count(DELAYED)).toBe(2);
    clock.pass(1);
    expect((await snapshots.quotes([CALL])).get(CALL)!.receivedAt).toEqual(clock.now());
    expect(orats.count(DELAYED)).toBe(3);
  });

  it('gives prices flagged as delayed, and as stale once they are older than such prices may be', async () => {
    const state = (seconds: number) => {
      orats.setStrike({ ...AT_560, quotedAt: new Date(clock.now().getTime() - seconds * 1000) });
      return snapshots.quotes([CALL]).then((quotes) => {
        const quote = quotes.get(CALL)!;
        return [quote.delayed, isStale(quote, clock.now()), untrustedReason(quote, clock.now())];
      });
    };
    expect(await state(15 * 60)).toEqual([true, false, null]);
    clock.pass(300);
    expect(await state(30 * 60)).toEqual([true, false, null]);
    clock.pass(300);
    expect(await state(30 * 60 + 1)).toEqual([true, true, expect.stringContaining('1801 s')]);
    // Prices received more than two rounds of requests ago are not trusted, whatever their own time.
    clock.pass(300);
    await state(15 * 60);
    const heard = (await snapshots.quotes([CALL])).get(CALL)!;
    clock.pass(361);
    expect(isStale(heard, clock.now())).toBe(true);
  });

  it('gives times without a zone in UTC', async () => {
    orats.timestamps = 'plain';
    expect((await snapshots.quotes([CALL])).get(CALL)!.sourceTime).toEqual(ELEVEN);
  });

  it('gives no old prices while ORATS is down', async () => {
    await snapshots.quotes([CALL]);
    clock.pass(301);
    orats.fail(DELAYED, { status: 503 });
    await expect(snapshots.quotes([CALL])).rejects.toThrow(MarketDataUnavailable);
  });
});

describe('calls', () => {
  it('are reported one by one, with the month of the exchange’s date', async () => {
    const months: string[] = [];
    const onRequest = (month: string) => void months.push(month);
    client = new OratsClient({ baseUrl: orats.url, token: orats.token, clock, log, onRequest });
    snapshots = new OratsSnapshots(client, { clock });
    clock.at = new Date('2026-04-01T03:59:00Z');
    await snapshots.quotes([CALL]);
    clock.at = new Date('2026-04-01T04:01:00Z');
    await snapshots.quotes([CALL]);
    await snapshots.quotes([APPLE]);
    expect(months).toEqual(['2026-03', '2026-04', '2026-04']);
  });

  it('never expose the token', async () => {
    use('secret-token-123');
    const error = await snapshots.quotes([CALL]).catch((thrown: unknown) => thrown as Error);
    expect((error as Error).message).toContain('Unknown token [token]');
    expect(log.lines.join()).not.toContain('secret-token-123');
    expect(log.lines).not.toEqual([]);
  });
});
