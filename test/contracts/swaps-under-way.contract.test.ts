import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { dec } from '../../server/domain/decimal.ts';
import type { OrderStatus } from '../../server/domain/order/order-status.ts';
import type { PreparedSwap } from '../../server/domain/order/prepared-swap.ts';
import { SwapUnderWay } from '../../server/ports/swap-under-way.ts';
import { databases } from '../support/databases/databases.ts';
import { freshBook, type FreshBook } from '../support/databases/fresh-book.ts';
import { anOrder, aToken, aTrade, keep } from '../support/values/builders.ts';
import { aPreparedSwap } from '../support/values/prepared-swap.ts';
import { wholeTrade } from '../support/values/whole-trade.ts';

const TOKEN = aToken();

describe.each(databases())('swaps under way, on %s,', (_name, open) => {
  let fresh: FreshBook;
  beforeEach(async () => {
    fresh = await freshBook(['ada', 'bob'], open);
  });
  afterEach(() => fresh.close());

  const swap = (
    username: string,
    id: string,
    status: OrderStatus,
    parts: Partial<PreparedSwap> = {},
  ) => {
    const trade = aTrade({ id: `paper_${id}`, username, instrument: TOKEN, side: 'BUY' });
    const of = { id, tradeId: trade.id, tag: id, side: 'BUY' } as const;
    const order = anOrder({ ...of, status, swap: aPreparedSwap({ mint: TOKEN.symbol, ...parts }) });
    return fresh.book.change(username, (book) => keep(book, null, trade, [order]));
  };

  it.each(['INTENT', 'SUBMITTED', 'UNKNOWN'] as const)(
    'are one for each wallet and mint while it is %s, whoever asks for the next',
    async (status) => {
      await swap('ada', 'first', status);
      await expect(swap('ada', 'own', 'INTENT')).rejects.toThrow(SwapUnderWay);
      await expect(swap('bob', 'others', 'SUBMITTED')).rejects.toThrow(SwapUnderWay);
      expect(await fresh.book.read('bob').trade('paper_others')).toBeNull();
      await swap('bob', 'other-mint', 'INTENT', { mint: 'another mint' });
      await swap('bob', 'other-wallet', 'INTENT', { wallet: 'another wallet' });
    },
  );

  it.each(['FILLED', 'REJECTED', 'CANCELED', 'DENIED'] as const)(
    'leave room for the next once one is %s',
    async (status) => {
      await swap('ada', 'first', status);
      await swap('bob', 'next', 'INTENT');
      expect((await fresh.book.read('bob').trade('paper_next'))?.orders).toHaveLength(1);
    },
  );

  it('are kept to the last digit', async () => {
    const raw = { tokenBefore: dec('18446744073709551615'), settledBefore: dec('1') };
    const told = { slot: 312_345_678, finalizedAt: new Date(1_760_000_000_123) };
    await swap('ada', 'first', 'FILLED', { ...raw, ...told, solPrice: dec('151.123456789012') });
    const { orders } = await wholeTrade(fresh.book.read('ada'), 'paper_first');
    const { swap: stored } = orders[0]!;
    expect(stored).toEqual(
      aPreparedSwap({
        ...{ mint: TOKEN.symbol, ...raw, ...told, solPrice: dec('151.123456789012') },
      }),
    );
  });
});
