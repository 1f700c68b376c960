import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { TradierMarketData } from '../../server/adapters/tradier/tradier-market-data.ts';
import { parseOccSymbol } from '../../server/domain/instrument/occ-symbol.ts';
import { MarketDataUnavailable } from '../../server/ports/market-data.ts';
import { SandboxAccount } from '../support/sandbox-account.ts';

let desk: SandboxAccount;
let data: TradierMarketData;

beforeEach(async () => {
  desk = await SandboxAccount.open();
  data = desk.marketData();
});
afterEach(() => desk.venue.close());

describe('a class without its separator', () => {
  const contract = parseOccSymbol('BFB260327C00050000')!;
  beforeEach(() => {
    desk.venue.setQuote(contract.symbol, { bid: '1', ask: '1.1' });
    desk.venue.setQuote('BF/B', { bid: '49', ask: '49.1' });
    for (const ticker of ['BF/A', 'BF/B', 'BFH']) desk.venue.market.names.set(ticker, ticker);
  });

  it('has its chain and its contracts as the look-up writes it, asked once', async () => {
    expect(await data.lists(contract)).toBe(true);
    expect(await data.expirations('BFB')).toEqual([contract.expiration]);
    expect((await data.chain('BFB', contract.expiration)).rows).toHaveLength(1);
    expect(desk.venue.count('GET /markets/lookup')).toBe(1);
  });

  it('is as typed where a company has that name, and unknown where nobody tells', async () => {
    desk.venue.market.names.set('BFB', 'Another');
    expect(await data.lists(contract)).toBe(false);
    desk.venue.fail('GET /markets/lookup', { status: 502, text: '' }, 6);
    const other = parseOccSymbol('BFA260327C00050000')!;
    await expect(data.lists(other)).rejects.toThrow(MarketDataUnavailable);
  });
});
