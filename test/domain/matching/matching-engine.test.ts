import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dec } from '../../../server/domain/decimal.ts';
import { feeFor } from '../../../server/domain/matching/fee-schedule.ts';
import { FILL_MODEL_VERSION, type FillModel } from '../../../server/domain/matching/fill-model.ts';
import { matchOrder } from '../../../server/domain/matching/matching-engine.ts';
import type { SubmittedOrder } from '../../../server/domain/matching/venue-submission.ts';
import { ELEVEN, optionQuote, submitted } from '../../support/fakes/option-market.ts';

const buy = (limit?: string): SubmittedOrder => submitted('ENTRY', 'BUY_TO_OPEN', 5, { limit });
const sell = (limit?: string): SubmittedOrder => submitted('CLOSE', 'SELL_TO_CLOSE', 5, { limit });
const target = (limit: string): SubmittedOrder =>
  submitted('TAKE_PROFIT', 'SELL_TO_CLOSE', 5, { limit });
const stop = (price: string, limit?: string): SubmittedOrder =>
  submitted('STOP_LOSS', 'SELL_TO_CLOSE', 5, { stop: price, limit });

describe('matchOrder', () => {
  it.each<[string, FillModel, SubmittedOrder, [string, string], string]>([
    ['buys at the ask', 'TOUCH', buy('2.10'), ['2.00', '2.10'], '5 at 2.1'],
    ['pays no more than asked', 'TOUCH', buy('2.50'), ['2.00', '2.10'], '5 at 2.1'],
    ['waits under the ask', 'TOUCH', buy('2.09'), ['2.00', '2.10'], 'none'],
    ['sells at the bid', 'TOUCH', sell('2.00'), ['2.00', '2.10'], '5 at 2'],
    ['waits above the bid', 'TOUCH', sell('2.01'), ['2.00', '2.10'], 'none'],
    ['sells at the market', 'TOUCH', sell(), ['2.00', '2.10'], '5 at 2'],
    ['meets at the mid', 'MID', buy('2.05'), ['2.00', '2.10'], '5 at 2.05'],
    ['goes no further than the mid', 'MID', buy('2.04'), ['2.00', '2.10'], 'none'],
    ['needs more than a touch', 'CROSS', buy('2.10'), ['2.00', '2.10'], 'none'],
    ['fills once gone through', 'CROSS', buy('2.11'), ['2.00', '2.10'], '5 at 2.1'],
    ['sells once gone through', 'CROSS', sell('1.99'), ['2.00', '2.10'], '5 at 2'],
    ['slips 75 % of the width', 'ORATS', buy('2.10'), ['2.00', '2.10'], '5 at 2.075'],
    ['slips down for sellers', 'ORATS', sell(), ['2.00', '2.10'], '5 at 2.025'],
    ['slips out of the limit', 'ORATS', buy('2.07'), ['2.00', '2.10'], 'none'],
    ['takes the limit at once', 'INSTANT', buy('1.50'), ['2.00', '2.10'], '5 at 1.5'],
    ['market at the far side', 'INSTANT', buy(), ['2.00', '2.10'], '5 at 2.1'],
    ['never a target at once', 'INSTANT', target('3.00'), ['2.00', '2.10'], 'none'],
    ['is for tokens', 'QUOTE', buy('2.10'), ['2.00', '2.10'], 'none'],
    ['a stop waits', 'TOUCH', stop('1.90'), ['1.91', '2.10'], 'none'],
    ['a stop at the bid sells', 'TOUCH', stop('1.90'), ['1.90', '2.10'], '5 at 1.9'],
    ['a stop gapped through', 'TOUCH', stop('1.90'), ['1.50', '1.60'], '5 at 1.5'],
    ['a stop limit holds', 'TOUCH', stop('1.90', '1.80'), ['1.50', '1.60'], 'none, triggered'],
    ['zero bids fill nothing', 'TOUCH', buy('2.10'), ['0', '2.10'], 'none'],
    ['locked markets fill nothing', 'TOUCH', sell(), ['2.10', '2.10'], 'none'],
    ['crossed markets fill nothing', 'INSTANT', sell(), ['2.20', '2.10'], 'none'],
    ['absurd asks fill nothing', 'TOUCH', stop('1.90'), ['0.10', '1.10'], 'none'],
  ])('%s (%s)', (_, model, order, [bid, ask], outcome) => {
    expect(said(order, model, bid, ask)).toBe(outcome);
  });

  it('fills nothing on a quote that is too old, and says so', () => {
    const late = new Date(ELEVEN.getTime() + 61_000);
    const result = match(buy('2.10'), 'TOUCH', '2.00', '2.10', { now: late });
    expect(result).toMatchObject({ fill: null, reason: expect.stringContaining('old') as string });
  });

  it('fills in parts when the touch is small, but never under INSTANT', () => {
    expect(match(buy('2.10'), 'TOUCH', '2.00', '2.10', { available: 3 }).fill?.quantity).toEqual(
      dec(3),
    );
    expect(match(buy('2.10'), 'INSTANT', '2.00', '2.10', { available: 3 }).fill?.quantity).toEqual(
      dec(5),
    );
    expect(match(buy('2.10'), 'TOUCH', '2.00', '2.10', { available: 0 }).fill).toBeNull();
  });

  it('never violates a limit nor fills more than is ordered or offered', () => {
    const cents = fc.integer({ min: 1, max: 900 }).map((n) => (n / 100).toFixed(2));
    const model = fc.constantFrom<FillModel>('TOUCH', 'MID', 'CROSS', 'ORATS', 'INSTANT');
    const makers = fc.constantFrom(buy, sell, target);
    fc.assert(
      fc.property(model, makers, cents, cents, cents, fc.nat(8), (m, make, limit, a, b, size) => {
        const [bid, ask] = Number(a) < Number(b) ? [a, b] : [b, a];
        const order = make(limit);
        const { fill } = match(order, m, bid, ask, { available: size });
        if (!fill) return;
        const gap = order.side.startsWith('BUY')
          ? dec(limit).minus(fill.price)
          : fill.price.minus(limit);
        expect(gap.greaterThanOrEqualTo(0)).toBe(true);
        expect(fill.quantity.lessThanOrEqualTo(m === 'INSTANT' ? 5 : Math.min(5, size))).toBe(true);
        expect(fill.quantity.greaterThan(0)).toBe(true);
      }),
      { numRuns: 2000 },
    );
  });
});

it('every fill model has a version that names it', () => {
  for (const [model, version] of Object.entries(FILL_MODEL_VERSION)) {
    expect(version).toMatch(new RegExp(`^${model} v\\d+$`));
  }
});

it('fees are charged per contract for options, and none for shares', () => {
  expect(feeFor('OPTION', dec(10)).toFixed()).toBe('3.5');
  expect(feeFor('EQUITY', dec(10)).toFixed()).toBe('0');
});

function match(
  order: SubmittedOrder,
  model: FillModel,
  bid: string,
  ask: string,
  { available = 100, now = ELEVEN } = {},
): ReturnType<typeof matchOrder> {
  return matchOrder(
    { ...order, remaining: order.quantity, triggered: false },
    { quote: optionQuote(bid, ask), model, available: dec(available), tick: dec('0.01'), now },
  );
}

function said(order: SubmittedOrder, model: FillModel, bid: string, ask: string): string {
  const { fill, triggered, reason } = match(order, model, bid, ask);
  if (fill) return `${fill.quantity.toFixed()} at ${fill.price.toFixed()}`;
  expect(reason).toBeTruthy();
  return order.stopPrice && triggered ? 'none, triggered' : 'none';
}
