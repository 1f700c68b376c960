import { describe, expect, it } from 'vitest';
import { dec, ZERO } from '../../../server/domain/decimal.ts';
import { bookEntryFill } from '../../../server/domain/reports/book-entry-fill.ts';
import { TradeDraft } from '../../../server/domain/trade/trade-draft.ts';
import type { Settlement, Trade } from '../../../server/domain/trade/trade.ts';
import { NOON } from '../../support/fakes/fake-clock.ts';
import { aClosedTrade, aFill, anOpenTrade, aTrade } from '../../support/values/builders.ts';

const FILL = aFill({ quantity: dec(2), price: dec('1.10') });
const SETTLED: Settlement = {
  ...{ settledAt: NOON, price: dec(550), source: 'test', sourceTime: NOON },
  ...{ intrinsic: ZERO, delivery: 'NONE', shares: null },
};
const unfilled = (status: 'CANCELED' | 'REJECTED') =>
  aTrade({ status, phase: 'CLOSED', closeReason: status, closedAt: NOON, reason: 'gone' });
const ended = (status: 'TP_HIT' | 'EXPIRED_OTM' | 'NEEDS_REVIEW', parts: Partial<Trade> = {}) =>
  aClosedTrade('170', '0.70', { status, closeReason: 'TP_HIT', protection: 'VENUE', ...parts });

function filled(trade: Trade): TradeDraft {
  const draft = TradeDraft.of({ trade, orders: [] }, NOON, 'venue');
  bookEntryFill(draft, FILL, null);
  return draft;
}

describe('a fill of the entry', () => {
  it.each<[string, Trade]>([
    ['opens a trade that waits', aTrade()],
    ['opens one that was canceled', unfilled('CANCELED')],
    ['opens one that was rejected', unfilled('REJECTED')],
    ['opens one again that had ended', ended('TP_HIT')],
  ])('%s', (_, before) => {
    const { trade, events } = filled(before);
    expect(trade).toMatchObject({
      ...{ status: 'OPEN', phase: 'OPEN', protection: 'NONE' },
      ...{ reason: null, closedAt: null, closeReason: null, openedAt: NOON, openQuantity: dec(2) },
    });
    expect(events.map(({ type }) => type)).toEqual(['ENTRY_FILLED']);
  });

  it.each(['OPEN', 'CLOSING'] as const)('leaves a trade that is %s so', (status) => {
    const { trade } = filled(anOpenTrade({ status, reason: 'as before', protection: 'VENUE' }));
    const stays = { status, reason: 'as before', protection: 'VENUE' };
    expect(trade).toMatchObject({ ...stays, openQuantity: dec(3) });
  });

  it.each<[string, Trade]>([
    ['waits', aTrade({ status: 'NEEDS_REVIEW', reason: 'asked' })],
    ['had ended', ended('NEEDS_REVIEW', { reason: 'asked' })],
  ])('leaves a trade under review that %s to the person who was asked', (_, before) => {
    const { trade, alerts } = filled(before);
    expect(trade).toMatchObject({ status: 'NEEDS_REVIEW', phase: 'OPEN', reason: 'asked' });
    expect(trade).toMatchObject({ closedAt: null, closeReason: null, openQuantity: dec(2) });
    expect(alerts).toEqual([]);
  });

  it('asks nobody again about what a person had left open', () => {
    const { trade, alerts } = filled(anOpenTrade({ settlement: SETTLED }));
    expect([trade.status, alerts.length]).toEqual(['OPEN', 0]);
  });

  it.each<[string, Trade]>([
    ['settled', ended('EXPIRED_OTM', { settlement: SETTLED })],
    ['expired by a review', ended('EXPIRED_OTM')],
    ['settled, and ended by a review', ended('TP_HIT', { settlement: SETTLED })],
  ])('asks a person about a trade that was %s', (_, before) => {
    const { trade, alerts, events } = filled(before);
    expect(trade).toMatchObject({ status: 'NEEDS_REVIEW', phase: 'OPEN', closedAt: null });
    expect(alerts.map(({ kind, severity }) => [kind, severity])).toEqual([
      ['NEEDS_REVIEW', 'CRITICAL'],
    ]);
    expect(events.map(({ type }) => type)).toEqual(['ENTRY_FILLED', 'NEEDS_REVIEW']);
  });
});
