import { expect, it } from 'vitest';
import { markPositions } from '../../server/domain/book/value-book.ts';
import { dec } from '../../server/domain/decimal.ts';
import { tradeView } from '../../server/graphql/trade/trade-view.ts';
import { NOON } from '../support/fakes/fake-clock.ts';
import { anOpenTrade, aToken, SPY_CALL } from '../support/values/builders.ts';

const TOKEN = aToken({ settlement: 'SOL' });
const NOTHING = { ticker: null, decimals: null };

it('names a token by its ticker, with its decimals and what it is paid with', () => {
  const view = tradeView(anOpenTrade({ instrument: TOKEN }), NOON);
  expect(view).toMatchObject({ symbol: TOKEN.symbol, ticker: 'BONK', decimals: 5 });
  expect(view).toMatchObject({ settlementToken: 'SOL', strike: null, expiration: null });
});

it('says nothing of tokens for an option', () => {
  const view = tradeView(anOpenTrade(), NOON);
  expect(view).toMatchObject({ ...NOTHING, settlementToken: null, right: SPY_CALL.right });
});

it('names the token of a position too', () => {
  const trades = [anOpenTrade({ instrument: TOKEN }), anOpenTrade()];
  const held = trades.map(({ instrument: { symbol, underlying, assetClass } }) => ({
    ...{ mode: 'PAPER' as const, symbol, underlying, assetClass },
    ...{ quantity: dec('1.5'), costBasis: dec(1), tradeIds: ['paper_trade-1'] },
  }));
  const marked = markPositions(held, trades, { now: NOON, isOpen: () => true });
  expect(marked).toMatchObject([{ ticker: 'BONK', decimals: 5 }, NOTHING]);
});
