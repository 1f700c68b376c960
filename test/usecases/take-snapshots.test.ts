import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Quote } from '../../server/domain/market/quote.ts';
import { SPY_CALL } from '../support/builders.ts';
import { TradierDesk } from '../support/tradier-desk.ts';

describe('a tick', () => {
  let t: TradierDesk;

  beforeEach(async () => {
    t = await TradierDesk.start();
  });
  afterEach(() => t.close());

  it('is not lost to everybody by one quote of something else', async () => {
    const { id } = await t.place();
    const { id: shares } = await t.place({
      option: null,
      equity: { symbol: 'SPY' },
      side: 'BUY',
      limitPrice: null,
      orderType: 'MARKET',
      bracket: null,
    });
    t.restart((deps) => {
      const source = {
        quotes: async (symbols: readonly string[]) => {
          const market = await deps.sources.of('ada', 'TRADIER_SANDBOX');
          const quoted = new Map<string, Quote>(await market.quotes(symbols));
          const option = quoted.get(SPY_CALL.symbol);
          if (option) quoted.set(SPY_CALL.symbol, { ...option, assetClass: 'EQUITY' });
          return quoted;
        },
      };
      return { ...deps, sources: { of: deps.sources.of, snapshotsFor: async () => source } };
    });
    t.pass(40);
    await t.desk.takeSnapshots.execute();
    expect((await t.stored(shares)).trade.mark?.receivedAt).toEqual(t.clock.now());
    expect((await t.stored(id)).trade.mark?.receivedAt).not.toEqual(t.clock.now());
  });
});
