import fc from 'fast-check';
import { expect, it } from 'vitest';
import { dec, ZERO } from '../../../server/domain/decimal.ts';
import { tickSize } from '../../../server/domain/instrument/tick-size.ts';
import { matchOrder } from '../../../server/domain/matching/matching-engine.ts';
import { hasCome, touchOf, waitOf } from '../../../server/domain/matching/order-wait.ts';
import {
  type BookedOrder,
  isStop,
  remainingOf,
} from '../../../server/domain/matching/venue-state.ts';
import { fillRule } from '../../support/values/fill-rules.ts';
import { CALL, ELEVEN, optionQuote } from '../../support/fakes/option-market.ts';

const nickels = (n: number) => dec(n).times('0.05');
const price = fc.integer({ min: 1, max: 90 }).map(nickels);
const order = fc
  .record({
    side: fc.constantFrom('BUY_TO_OPEN', 'SELL_TO_OPEN', 'BUY_TO_CLOSE', 'SELL_TO_CLOSE'),
    role: fc.constantFrom('ENTRY', 'STOP_LOSS', 'TAKE_PROFIT', 'CLOSE'),
    type: fc.constantFrom('MARKET', 'LIMIT', 'STOP', 'STOP_LIMIT'),
    status: fc.constantFrom('OPEN', 'HELD', 'PARTIALLY_FILLED', 'FILLED', 'CANCELED', 'EXPIRED'),
    rule: fillRule,
    limit: price,
    stop: fc.option(price),
    triggered: fc.boolean(),
  } as const)
  .map(({ limit, stop, triggered, rule, ...rest }): BookedOrder => {
    const stops = isStop(rest);
    return {
      ...rest,
      ...rule,
      ...{ id: '1', parentId: null, shape: 'SINGLE', tag: 't', symbol: CALL.symbol },
      ...{ quantity: dec(5), filledQuantity: ZERO, filledValue: ZERO, lastFillAt: null },
      limitPrice: rest.type === 'LIMIT' || rest.type === 'STOP_LIMIT' ? limit : null,
      stopPrice: stops ? stop : null,
      triggered: stops && triggered,
      ...{ reservePrice: ZERO, expiresAt: null, createdAt: ELEVEN, changedAt: ELEVEN },
      timeInForce: 'GTC',
    };
  });
/** Narrow and wide markets, some without a bid, crossed or old. */
const market = fc
  .tuple(
    fc.integer({ min: 0, max: 90 }),
    fc.integer({ min: -1, max: 9 }),
    fc.constantFrom(0, 0, 0, 120),
  )
  .map(([bid, width, age]) =>
    optionQuote(
      nickels(bid).toFixed(2),
      nickels(bid + width).toFixed(2),
      new Date(ELEVEN.getTime() - age * 1000),
    ),
  );

it('an order triggers or fills exactly when what it waits for has come', () => {
  let came = 0;
  fc.assert(
    fc.property(order, market, (each, quote) => {
      const live = each.status === 'OPEN' || each.status === 'PARTIALLY_FILLED';
      const matched = matchOrder(
        { ...each, remaining: remainingOf(each) },
        {
          ...{ quote, model: each.fillModel, fit: each.fillFit, available: dec(10), now: ELEVEN },
          tick: tickSize(CALL, each.limitPrice ?? ZERO),
        },
      );
      const triggers = isStop(each) && matched.triggered && !each.triggered;
      const acts = live && (matched.fill !== null || triggers);
      const wait = waitOf(each);
      const touch = touchOf(quote, ELEVEN);
      const comes = wait !== null && touch !== null && hasCome(wait, touch);
      expect(comes).toBe(acts);
      if (comes) came += 1;
    }),
    { numRuns: 5000 },
  );
  expect(came).toBeGreaterThan(500);
});
