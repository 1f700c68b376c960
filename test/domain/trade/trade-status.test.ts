import { describe, expect, it } from 'vitest';
import {
  TRADE_STATUSES,
  tradeMayBecome,
  type TradeStatus,
} from '../../../server/domain/trade/trade-status.ts';

const EXITS = ['TP_HIT', 'SL_HIT', 'MANUAL_CLOSE'] as const;
const EXPIRIES = ['EXPIRED_OTM', 'EXPIRED_ITM'] as const;
const NEVER_FILLED = ['CANCELED', 'REJECTED'] as const;

/** Every legal move, and what makes it. */
const LEGAL: readonly (readonly [TradeStatus, TradeStatus, string])[] = [
  ['PENDING', 'OPEN', 'the entry fills'],
  ...NEVER_FILLED.map((end) => ['PENDING', end, 'the entry never fills'] as const),
  ['OPEN', 'CLOSING', 'a close is asked for'],
  ['CLOSING', 'OPEN', 'the close ends unfilled'],
  ...(['OPEN', 'CLOSING'] as const).flatMap((held) => [
    ...EXITS.map((end) => [held, end, 'an exit fills'] as const),
    ...EXPIRIES.map((end) => [held, end, 'the contract is settled'] as const),
  ]),
  ...EXITS.map((end) => [end, 'OPEN', 'a late fill of the entry is held again'] as const),
  ...NEVER_FILLED.flatMap((end) => [
    [end, 'OPEN', 'a late fill of the entry is held'] as const,
    [end, 'PENDING', 'an entry given up as never arrived is at the venue'] as const,
  ]),
  ['NEEDS_REVIEW', 'OPEN', 'a review leaves it open'],
  ...[...EXITS, ...EXPIRIES, ...NEVER_FILLED].map(
    (end) => ['NEEDS_REVIEW', end, 'a review ends it'] as const,
  ),
];

describe('the table of the trade’s states', () => {
  it.each(LEGAL)('lets %s become %s: %s', (from, to) => {
    expect(tradeMayBecome(from, to)).toBe(true);
  });

  it.each(TRADE_STATUSES.filter((status) => status !== 'NEEDS_REVIEW'))(
    'lets a person be asked about a trade that is %s',
    (status) => {
      expect(tradeMayBecome(status, 'NEEDS_REVIEW')).toBe(true);
    },
  );

  it('lists no other move', () => {
    const legal = new Set(LEGAL.map(([from, to]) => `${from} → ${to}`));
    const others = TRADE_STATUSES.flatMap((from) =>
      TRADE_STATUSES.filter((to) => to !== 'NEEDS_REVIEW' && tradeMayBecome(from, to)).map(
        (to) => `${from} → ${to}`,
      ),
    );
    expect(others.filter((move) => !legal.has(move))).toEqual([]);
  });

  it.each<[TradeStatus, TradeStatus]>([
    ['PENDING', 'CLOSING'],
    ['PENDING', 'TP_HIT'],
    ['PENDING', 'EXPIRED_OTM'],
    ['OPEN', 'PENDING'],
    ['OPEN', 'CANCELED'],
    ['CLOSING', 'REJECTED'],
    ['TP_HIT', 'SL_HIT'],
    ['TP_HIT', 'PENDING'],
    ['EXPIRED_OTM', 'OPEN'],
    ['EXPIRED_ITM', 'EXPIRED_OTM'],
    ['CANCELED', 'REJECTED'],
    ['NEEDS_REVIEW', 'PENDING'],
    ['NEEDS_REVIEW', 'CLOSING'],
  ])('does not let %s become %s', (from, to) => {
    expect(tradeMayBecome(from, to)).toBe(false);
  });
});
