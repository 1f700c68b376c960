import { describe, expect, it } from 'vitest';
import { dec, ZERO } from '../../../server/domain/decimal.ts';
import { applyEntryFill } from '../../../server/domain/trade/apply-fill.ts';
import { TradeDraft, UnlistedMove } from '../../../server/domain/trade/trade-draft.ts';
import type { Trade } from '../../../server/domain/trade/trade.ts';
import { NOON } from '../../support/fakes/fake-clock.ts';
import { aClosedTrade, anOpenTrade, aTrade, anExecution } from '../../support/values/builders.ts';

const draftOf = (trade: Trade, onUnlisted?: 'THROW' | 'REVIEW') =>
  TradeDraft.of({ trade, orders: [] }, NOON, 'venue', onUnlisted);
const expired = (parts: Partial<Trade> = {}) =>
  aClosedTrade('0', '0.35', { status: 'EXPIRED_OTM', closeReason: 'EXPIRED_OTM', ...parts });
const FILL = anExecution(2, '1.10', '0.70');

describe('a legal move', () => {
  it('changes the status with what belongs to it, and the phase follows', () => {
    const draft = draftOf(anOpenTrade());
    draft.become('TP_HIT', { closedAt: NOON, closeReason: 'TP_HIT' });
    expect(draft.trade).toMatchObject({ status: 'TP_HIT', phase: 'CLOSED', closedAt: NOON });
    draft.become('OPEN', { closedAt: null, closeReason: null });
    expect(draft.trade).toMatchObject({ status: 'OPEN', phase: 'OPEN', closedAt: null });
  });

  it('to the status that it has changes only what belongs to it', () => {
    const draft = draftOf(anOpenTrade({ status: 'CLOSING' }));
    draft.become('CLOSING', { reason: 'another close' });
    expect(draft.trade).toMatchObject({ status: 'CLOSING', reason: 'another close' });
  });
});

describe('any other change', () => {
  it('keeps status and phase, even when a whole trade is set', () => {
    const draft = draftOf(anOpenTrade());
    draft.set(applyEntryFill(aClosedTrade('170', '0.70'), FILL));
    expect(draft.trade).toMatchObject({ status: 'OPEN', phase: 'OPEN', fees: dec('1.40') });
  });

  it('does not compile with a status or a phase', () => {
    const draft = draftOf(anOpenTrade());
    const closed = { status: 'MANUAL_CLOSE', phase: 'CLOSED' } as const;
    // @ts-expect-error Only become() changes the status.
    draft.set({ status: 'MANUAL_CLOSE' });
    // @ts-expect-error The phase follows from the status.
    draft.set({ phase: 'CLOSED' });
    // @ts-expect-error Spread in, too.
    draft.set({ ...closed, notes: null });
    // @ts-expect-error What belongs to a move brings no other status.
    draft.become('CLOSING', { ...closed });
    expect(draft.trade).toMatchObject({ status: 'CLOSING', phase: 'OPEN' });
  });
});

describe('a review', () => {
  it.each<[string, Trade, Trade['phase']]>([
    ['keeps the phase of what waits', aTrade(), 'PENDING'],
    ['keeps the phase of what is held', anOpenTrade(), 'OPEN'],
    ['keeps the phase of what has ended', aClosedTrade('170', '0.70'), 'CLOSED'],
  ])('%s', (_, trade, phase) => {
    const draft = draftOf(trade).askForReview('nobody knows');
    expect(draft.trade).toMatchObject({ status: 'NEEDS_REVIEW', phase, reason: 'nobody knows' });
    expect(draft.alerts).toEqual([
      expect.objectContaining({
        ...{ kind: 'NEEDS_REVIEW', severity: 'CRITICAL', message: 'nobody knows' },
      }),
    ]);
    expect(draft.events.map(({ type, message }) => [type, message])).toEqual([
      ['NEEDS_REVIEW', 'nobody knows'],
    ]);
  });

  it('of an entry that fills during it has an open position', () => {
    const draft = draftOf(aTrade()).askForReview('nobody knows');
    draft.set(applyEntryFill(draft.trade, FILL));
    expect(draft.trade).toMatchObject({ status: 'NEEDS_REVIEW', phase: 'OPEN' });
  });

  it('sets what belongs to it, also with another kind of alert', () => {
    const draft = draftOf(anOpenTrade({ closeReason: 'TP_HIT' }));
    draft.askForReview('somebody sold', { closeReason: null }, 'FOREIGN_CHANGE');
    expect(draft.trade).toMatchObject({ closeReason: null, reason: 'somebody sold' });
    expect(draft.alerts.map(({ kind }) => kind)).toEqual(['FOREIGN_CHANGE']);
  });
});

describe('an unlisted move', () => {
  it('by default throws and names both statuses', () => {
    const move = () => draftOf(expired()).become('OPEN');
    expect(move).toThrow(UnlistedMove);
    expect(move).toThrow('EXPIRED_OTM → OPEN');
    expect(() => draftOf(aTrade()).become('TP_HIT')).toThrow('PENDING → TP_HIT');
  });

  it('keeps the booked money, asks for review and alerts when the desk must go on', () => {
    const trade = expired({ settlement: null });
    const draft = draftOf(trade, 'REVIEW');
    draft.set(applyEntryFill(draft.trade, FILL));
    draft.become('OPEN', { reason: null, closeReason: null });
    expect(draft.trade).toMatchObject({
      ...{ status: 'NEEDS_REVIEW', phase: 'OPEN', closeReason: 'EXPIRED_OTM' },
      ...{ openQuantity: dec(2), openCost: dec(220), fees: dec('1.05') },
    });
    const { cashFlow, openCost, realizedPnl, fees, reason } = draft.trade;
    expect(cashFlow.plus(openCost)).toEqual(realizedPnl.minus(fees));
    expect(reason).toContain('EXPIRED_OTM → OPEN');
    expect(draft.alerts).toEqual([
      expect.objectContaining({ kind: 'NEEDS_REVIEW', severity: 'CRITICAL', message: reason }),
    ]);
    expect(draft.events.map(({ type }) => type)).toEqual(['NEEDS_REVIEW']);
  });

  it('of a trade under review leaves it there', () => {
    const draft = draftOf(aTrade({ status: 'NEEDS_REVIEW' }), 'REVIEW').become('PENDING');
    expect(draft.trade).toMatchObject({ status: 'NEEDS_REVIEW', openQuantity: ZERO });
    expect(draft.alerts).toHaveLength(1);
  });
});
