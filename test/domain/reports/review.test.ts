import { describe, expect, it } from 'vitest';
import { dec, ZERO, type Decimal } from '../../../server/domain/decimal.ts';
import { Refusal } from '../../../server/domain/refusal.ts';
import { resolveReview, type Resolution } from '../../../server/domain/reports/review.ts';
import { TradeDraft } from '../../../server/domain/trade/trade-draft.ts';
import type { Trade } from '../../../server/domain/trade/trade.ts';
import {
  aClosedTrade,
  anOpenTrade,
  anOrder,
  aTrade,
  SPY_CALL,
} from '../../support/values/builders.ts';
import { NOON } from '../../support/fakes/fake-clock.ts';

const REVIEW = { status: 'NEEDS_REVIEW', reason: 'nobody knows' } as const;
const EXPIRED = { instrument: { ...SPY_CALL, expiration: '2026-03-06' } };
const held = (parts: Partial<Trade> = {}) =>
  anOpenTrade({ ...REVIEW, fees: dec('0.35'), ...parts });
const unfilled = aTrade(REVIEW);
const flat = aClosedTrade('170', '0.70', REVIEW);

function resolve(trade: Trade, parts: Partial<Resolution>, gone: Decimal | null = null): Trade {
  const draft = TradeDraft.of({ trade, orders: [anOrder()] }, NOON, 'user:ada');
  const word = { status: 'OPEN', exitPrice: null, quantity: null, note: 'I asked them' } as const;
  resolveReview(draft, { ...word, ...parts }, gone);
  return draft.trade;
}

describe('a resolution that fits', () => {
  it.each<[string, Trade, Partial<Resolution>, Partial<Trade>]>([
    ['keeps it open', held(), {}, { status: 'OPEN', phase: 'OPEN', openQuantity: dec(1) }],
    [
      'closes what is held',
      held(),
      { status: 'MANUAL_CLOSE', exitPrice: dec('1.23') },
      { phase: 'CLOSED', realizedPnl: dec(-27), cashFlow: dec(-27), fees: dec('0.35') },
    ],
    [
      'closes a short one',
      held({ side: 'SELL_TO_OPEN', entryCost: dec(-150), openCost: dec(-150), cashFlow: dec(150) }),
      { status: 'SL_HIT', exitPrice: dec('1.60') },
      { phase: 'CLOSED', realizedPnl: dec(-10), cashFlow: dec(-10) },
    ],
    [
      'lets it expire worthless',
      held(EXPIRED),
      { status: 'EXPIRED_OTM' },
      { phase: 'CLOSED', realizedPnl: dec(-150), openQuantity: ZERO },
    ],
    [
      'settles it in the money',
      held(EXPIRED),
      { status: 'EXPIRED_ITM', exitPrice: dec(4) },
      { phase: 'CLOSED', realizedPnl: dec(250), closeReason: 'EXPIRED_ITM' },
    ],
    [
      'names how a flat one ended',
      flat,
      { status: 'TP_HIT' },
      { realizedPnl: dec(20), phase: 'CLOSED' },
    ],
    ['gives up an entry', unfilled, { status: 'CANCELED' }, { phase: 'CLOSED', realizedPnl: ZERO }],
    ['treats an entry as refused', unfilled, { status: 'REJECTED' }, { closeReason: 'REJECTED' }],
  ])('%s', (_name, trade, word, expected) => {
    const after = resolve(trade, word);
    expect(after).toMatchObject({ version: trade.version + 1, ...expected });
    if (after.phase === 'CLOSED') expect(after.openCost).toEqual(ZERO);
  });
});

describe('a resolution that contradicts the book', () => {
  it.each<[string, Trade, Partial<Resolution>, string]>([
    ['of a trade that is not under review', anOpenTrade(), {}, 'id'],
    ['open, with nothing held', unfilled, {}, 'resolution.status'],
    ['open, and closed at a price', held(), { exitPrice: dec(1) }, 'resolution.exitPrice'],
    ['open, flat already', flat, {}, 'resolution.status'],
    ['closed at no price', held(), { status: 'TP_HIT' }, 'resolution.exitPrice'],
    ['closed below 0', held(), { status: 'TP_HIT', exitPrice: dec(-1) }, 'resolution.exitPrice'],
    [
      'closed, never filled',
      unfilled,
      { status: 'SL_HIT', exitPrice: dec(1) },
      'resolution.status',
    ],
    ['flat, closed again', flat, { status: 'TP_HIT', exitPrice: dec(1) }, 'resolution.exitPrice'],
    ['canceled, and held', held(), { status: 'CANCELED' }, 'resolution.status'],
    ['rejected, and held', held(), { status: 'REJECTED' }, 'resolution.status'],
    ['expired, and alive', held(), { status: 'EXPIRED_OTM' }, 'resolution.status'],
    [
      'worthless at a price',
      held(EXPIRED),
      { status: 'EXPIRED_OTM', exitPrice: dec(1) },
      'resolution.exitPrice',
    ],
    [
      'in the money at 0',
      held(EXPIRED),
      { status: 'EXPIRED_ITM', exitPrice: ZERO },
      'resolution.exitPrice',
    ],
    ['pending', held(), { status: 'PENDING' }, 'resolution.status'],
    ['still in review', held(), { status: 'NEEDS_REVIEW' }, 'resolution.status'],
    ['without a note', held(), { note: ' ' }, 'resolution.note'],
  ])('%s', (_name, trade, word, field) => {
    let refused: unknown;
    try {
      resolve(trade, word);
    } catch (error) {
      refused = error;
    }
    expect(refused).toBeInstanceOf(Refusal);
    expect((refused as Refusal).detail.field).toBe(field);
  });
});

describe('a resolution for a part', () => {
  const five = held({
    ...{ quantity: dec(5), filledQuantity: dec(5), openQuantity: dec(5), fees: dec('1.75') },
    ...{ entryCost: dec(750), openCost: dec(750), cashFlow: dec('-751.75') },
    closeRequest: null,
  });
  const sold = { status: 'MANUAL_CLOSE', exitPrice: dec('1.40'), quantity: dec(2) } as const;

  it('books it, and leaves the rest open', () => {
    expect(resolve(five, sold, dec(2))).toMatchObject({
      ...{ status: 'OPEN', phase: 'OPEN', reason: null, protection: 'NONE', closedAt: null },
      ...{ openQuantity: dec(3), openCost: dec(450), exitedQuantity: dec(2) },
      ...{ realizedPnl: dec(-20), cashFlow: dec('-471.75'), fees: dec('1.75') },
      review: { ...sold, evidence: 'nobody knows', reviewer: 'user:ada', at: NOON },
    });
  });

  it('waits for another one when even less is left', () => {
    const after = resolve(five, sold, dec(3));
    expect(after).toMatchObject({ status: 'NEEDS_REVIEW', phase: 'OPEN', openQuantity: dec(3) });
    expect(after.reason).toContain('shows 1 fewer');
  });

  it('of all of it ends the trade', () => {
    const after = resolve(five, { ...sold, quantity: dec(5) }, dec(5));
    expect(after).toMatchObject({ status: 'MANUAL_CLOSE', phase: 'CLOSED', openCost: ZERO });
    expect(after.review?.quantity).toEqual(dec(5));
  });

  it('books a short one the other way round', () => {
    const short = { side: 'SELL_TO_OPEN', entryCost: dec(-750), openCost: dec(-750) } as const;
    const after = resolve({ ...five, ...short, cashFlow: dec('748.25') }, sold, dec(2));
    expect(after).toMatchObject({ realizedPnl: dec(20), cashFlow: dec('468.25') });
  });

  it.each<[string, Trade, Partial<Resolution>, number | null]>([
    ['more than is gone', five, { quantity: dec(3) }, 2],
    ['more than is held', five, { quantity: dec(6) }, null],
    ['none', five, { quantity: ZERO }, null],
    ['a negative quantity', five, { quantity: dec(-1) }, null],
    ['half a contract', five, { quantity: dec('1.5') }, null],
    ['when more is held', five, { quantity: dec(1) }, -1],
    ['of an expired contract', { ...five, ...EXPIRED }, { status: 'EXPIRED_ITM' }, null],
    ['of one that is open', five, { status: 'OPEN', exitPrice: null }, null],
  ])('is refused: %s', (_, trade, word, gone) => {
    const refused = () => resolve(trade, { ...sold, ...word }, gone === null ? null : dec(gone));
    expect(refused).toThrow(Refusal);
    expect(refused).toThrow(
      expect.objectContaining({ detail: { field: 'resolution.quantity' } }) as Error,
    );
  });
});
