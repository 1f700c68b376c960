import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { SimulatedMarket } from '../../../server/adapters/simulated/simulated-market.ts';
import { MarketDataUnavailable } from '../../../server/ports/market-data.ts';
import { SandboxAccount } from '../../support/desks/sandbox-account.ts';
import { MAINTENANCE } from '../../venues/wire-server.ts';

describe('a search for symbols at Tradier', () => {
  let desk: SandboxAccount;
  beforeEach(async () => {
    desk = await SandboxAccount.open();
    const { names } = desk.venue.market;
    names.set('AAP', 'Advance Auto Parts Inc');
    names.set('AAPL', 'Apple Inc');
    names.set('AAOI', 'Applied Optoelectronics Inc');
  });
  afterEach(() => desk.venue.close());
  const found = async (text: string) =>
    (await desk.marketData().searchSymbols(text)).map(({ symbol }) => symbol);

  it('finds by ticker and by name, each once', async () => {
    expect(await found('aap')).toEqual(['AAP', 'AAPL']);
    expect(await found('appl')).toEqual(['AAPL', 'AAOI']);
    expect(await found('AAPL')).toEqual(['AAPL']);
    expect(await found('zzz')).toEqual([]);
    const [match] = await desk.marketData().searchSymbols('aapl');
    expect(match).toEqual({
      ...{ symbol: 'AAPL', description: 'Apple Inc', exchange: 'Q', type: 'stock' },
      optionable: null,
    });
  });

  it('puts the exact ticker first, whatever the venue’s order', async () => {
    const security = ['AB', 'A'].map((symbol) => ({ symbol, description: 'x' }));
    desk.venue.fail('GET /markets/lookup', { json: { securities: { security } } });
    expect(await found('a')).toEqual(['A', 'AB', 'AAP', 'AAPL', 'AAOI'].slice(0, 5));
  });

  it('leaves out unreadable rows', async () => {
    const security = [null, 'AAPL', { symbol: 7 }, { symbol: '' }, { symbol: 'OK', exchange: {} }];
    desk.venue.fail('GET /markets/lookup', { json: { securities: { security } } });
    desk.venue.fail('GET /markets/search', { json: { securities: 'null' } });
    expect(await found('ok')).toEqual(['OK']);
  });

  it('is unavailable when the venue is', async () => {
    desk.venue.fail('*', MAINTENANCE, 9);
    await expect(found('a')).rejects.toThrow(MarketDataUnavailable);
  });
});

it('a search in the simulated market finds its own tickers', async () => {
  const market = new SimulatedMarket({ now: () => new Date() }, 1);
  const found = await market.searchSymbols('sp');
  expect(found.map(({ symbol, optionable }) => [symbol, optionable])).toContainEqual(['SPY', true]);
  // The search also finds words of a name, after the tickers.
  expect(found[0]?.symbol).toBe('SPY');
  expect(found.map(({ symbol }) => symbol)).not.toContain('TSLA');
});
