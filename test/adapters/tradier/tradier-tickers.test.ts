import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { TradierMarketData } from '../../../server/adapters/tradier/tradier-market-data.ts';
import { parseOccSymbol } from '../../../server/domain/instrument/occ-symbol.ts';
import { MarketDataUnavailable } from '../../../server/ports/market-data.ts';
import { SandboxAccount } from '../../support/desks/sandbox-account.ts';

let desk: SandboxAccount;
let data: TradierMarketData;

beforeEach(async () => {
  desk = await SandboxAccount.open();
  data = desk.marketData();
});
afterEach(() => desk.venue.close());

describe('a share class without its separator', () => {
  const contract = parseOccSymbol('BFB260327C00050000')!;
  beforeEach(() => {
    desk.venue.setQuote(contract.symbol, { bid: '1', ask: '1.1' });
    desk.venue.setQuote('BF/B', { bid: '49', ask: '49.1' });
    for (const ticker of ['BF/A', 'BF/B', 'BFH']) desk.venue.market.names.set(ticker, ticker);
  });

  it('has its chain and contracts under the look-up’s spelling, requested once', async () => {
    expect(await data.lists(contract)).toBe(true);
    expect(await data.expirations('BFB')).toEqual([contract.expiration]);
    expect((await data.chain('BFB', contract.expiration)).rows).toHaveLength(1);
    expect(desk.venue.count('GET /markets/lookup')).toBe(1);
  });

  it('stays as typed when a company has that name, and unknown when nobody knows it', async () => {
    desk.venue.market.names.set('BFB', 'Another');
    expect(await data.lists(contract)).toBe(false);
    desk.venue.fail('GET /markets/lookup', { status: 502, text: '' }, 6);
    const other = parseOccSymbol('BFA260327C00050000')!;
    await expect(data.lists(other)).rejects.toThrow(MarketDataUnavailable);
  });
});

describe('a share requested without its separator', () => {
  const lookUps = () => desk.venue.count('GET /markets/lookup');
  beforeEach(() => {
    desk.venue.setQuote('BRK/B', { bid: '481', ask: '481.2' });
    desk.venue.setQuote('NFLX', { bid: '90', ask: '90.1' });
    for (const ticker of ['BRK/A', 'BRK/B', 'NFLX']) desk.venue.market.names.set(ticker, ticker);
  });

  it('is quoted as requested, and says how the venue lists it', async () => {
    const quotes = await data.quotes(['BRKB', 'NFLX']);
    expect(quotes.get('BRKB')).toMatchObject({ symbol: 'BRKB', listedAs: 'BRK/B' });
    expect(quotes.get('BRKB')?.bid?.toFixed()).toBe('481');
    expect(quotes.get('NFLX')).not.toHaveProperty('listedAs');
    await data.quotes(['BRKB', 'NFLX']);
    expect(lookUps()).toBe(1);
    expect(desk.venue.count('GET /markets/quotes')).toBe(3);
  });

  it('is not looked up by a waiting exit, and costs nobody else a quote', async () => {
    expect([...(await data.quotes(['BRKB', 'NFLX'], true)).keys()]).toEqual(['NFLX']);
    expect(lookUps()).toBe(0);
    desk.venue.fail('GET /markets/lookup', { status: 502, text: '' }, 6);
    expect([...(await data.quotes(['BRKB', 'NFLX'])).keys()]).toEqual(['NFLX']);
  });

  it('has its candles and its close', async () => {
    desk.venue.setClose('BRK/B', '2026-03-09', 480);
    expect((await data.officialClose('BRKB', '2026-03-09'))?.price.toFixed()).toBe('480');
  });
});

describe('an option of such a root', () => {
  it('has its underlying’s price, in its own row’s spelling', async () => {
    desk.venue.setQuote('BFB260327C00050000', { bid: '1', ask: '1.1' });
    desk.venue.setQuote('BF/B', { bid: '49', ask: '49.2' });
    const quote = (await data.quotes(['BFB260327C00050000'])).get('BFB260327C00050000');
    expect(quote).toMatchObject({ listedAs: 'BF/B' });
    expect(quote?.assetClass === 'OPTION' && quote.underlyingPrice?.toFixed()).toBe('49.1');
    expect(desk.venue.count('GET /markets/lookup')).toBe(0);
  });
});
