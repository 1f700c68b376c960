import { expect, it } from 'vitest';
import { ReadMarket } from '../../../server/usecases/book/read-market.ts';
import type { TradierMarketData } from '../../../server/adapters/tradier/tradier-market-data.ts';
import { MemorySettings } from '../../support/fakes/memory-settings.ts';
import { SandboxAccount } from '../../support/desks/sandbox-account.ts';

it('returns a quote for each symbol as requested: padded, in lower case, a share class in any spelling', async () => {
  const desk = await SandboxAccount.open();
  try {
    desk.venue.setQuote('SPY260327C00560000', { bid: '1', ask: '1.1' });
    desk.venue.setQuote('BRK/B', { bid: '500', ask: '500.1' });
    const market: TradierMarketData = desk.marketData();
    const sources = { of: async () => market, snapshotsFor: async () => market };
    const reader = new ReadMarket(sources, new MemorySettings({ paperVenue: 'TRADIER_SANDBOX' }));
    const ada = { username: 'ada', role: 'USER', demo: false } as const;
    const asked = ['SPY   260327C00560000', 'spy260327c00560000', 'brk.b', 'BRK/B', 'NOPE'];
    const quotes = await reader.quotes(ada, asked);
    expect(quotes.map((quote) => quote?.bid?.toFixed() ?? null)).toEqual([
      '1',
      '1',
      '500',
      '500',
      null,
    ]);
  } finally {
    await desk.venue.close();
  }
});
