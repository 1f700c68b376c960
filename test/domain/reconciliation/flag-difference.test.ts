import { describe, expect, it } from 'vitest';
import { dec } from '../../../server/domain/decimal.ts';
import {
  awaitsHistory,
  flagDifference,
} from '../../../server/domain/reconciliation/flag-difference.ts';
import type { LikelyCause } from '../../../server/domain/reconciliation/why-differs.ts';
import { doubtAfter } from '../../../server/domain/reports/doubt-after.ts';
import { TradeDraft } from '../../../server/domain/trade/trade-draft.ts';
import type { Trade } from '../../../server/domain/trade/trade.ts';
import { NOON } from '../../support/fakes/fake-clock.ts';
import { anOpenTrade } from '../../support/values/builders.ts';

const NEWS = { symbol: 'SPY260327C00560000', ours: dec(1), theirs: dec(0) };
const LIKELY: LikelyCause = {
  ...{ cause: 'SOMEBODY', split: null, successor: null },
  words: 'Somebody else changed it.',
};
const SILENT = { isAwaited: true, words: 'Whatever the sentence.' };
const LINES = { isAwaited: false, words: 'Assigned on Friday.' };

function flag(trade: Trade, history = SILENT, likely = LIKELY, news = NEWS): TradeDraft {
  const draft = TradeDraft.of({ trade, orders: [] }, NOON, 'venue');
  flagDifference(draft, news, { likely, history });
  return draft;
}

describe('a difference', () => {
  it('asks for review, and knows whether the history may say more', () => {
    const { trade, alerts } = flag(anOpenTrade());
    expect(trade).toMatchObject({
      ...{ status: 'NEEDS_REVIEW', phase: 'OPEN' },
      reason: 'Somebody else changed it. Whatever the sentence.',
    });
    expect(awaitsHistory(trade)).toBe(true);
    expect(alerts.map(({ kind, severity }) => [kind, severity])).toEqual([
      ['FOREIGN_CHANGE', 'CRITICAL'],
    ]);
  });

  it('is recorded once, in whatever words', () => {
    const { trade } = flag(anOpenTrade());
    const again = flag(trade, { ...SILENT, words: 'Other words.' });
    expect(again.events).toEqual([]);
  });

  it.each([
    ['the history speaks', LINES, LIKELY, NEWS],
    ['another cause is likely', SILENT, { ...LIKELY, cause: 'ASSIGNMENT' } as const, NEWS],
    ['the venue holds otherwise again', SILENT, LIKELY, { ...NEWS, theirs: dec(2) }],
  ])('is recorded again once %s', (_, history, likely, news) => {
    const again = flag(flag(anOpenTrade()).trade, history, likely, news);
    expect(again.events.map(({ type }) => type)).toEqual(['NEEDS_REVIEW']);
    expect(awaitsHistory(again.trade)).toBe(history.isAwaited);
  });

  it('waits for no history once a person has booked a part', () => {
    const { trade } = flag(anOpenTrade({ openQuantity: dec(2) }));
    expect(awaitsHistory({ ...trade, doubt: doubtAfter(trade.doubt!, dec(1)) })).toBe(false);
  });

  it('stored before this was a field is read from its sentence', () => {
    const { trade } = flag(anOpenTrade(), {
      ...SILENT,
      words: 'The venue’s history says nothing about it yet.',
    });
    const older = { ...trade, doubt: { ...trade.doubt!, awaitsHistory: null } };
    expect(awaitsHistory(older)).toBe(true);
    expect(flag(older).events).toEqual([]);
    expect(awaitsHistory({ ...older, reason: 'Assigned on Friday.' })).toBe(false);
  });
});
