import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { tradeFromJson } from '../../../server/adapters/database/trades/trade-codec.ts';
import { dec } from '../../../server/domain/decimal.ts';
import { awaitedHistory, olderReview } from '../../../server/domain/trade/older-sentences.ts';
import type { TradeEvent } from '../../../server/domain/trade/trade-event.ts';
import type { Trade } from '../../../server/domain/trade/trade.ts';

interface Row {
  readonly payload: string;
}
const { events } = JSON.parse(
  readFileSync(path.join(import.meta.dirname, '../../references/book-before-changes.json'), 'utf8'),
) as { readonly events: readonly Row[] };

/** The trade as an event of 28 November 2026 holds it: two contracts open, neither review nor doubt known. */
const PAYLOAD = (JSON.parse(events.at(-1)!.payload) as { readonly trade: Trade }).trade;
const storedAs = (parts: Partial<Trade>): Trade => tradeFromJson({ ...PAYLOAD, ...parts });

const ASKED = storedAs({
  status: 'NEEDS_REVIEW',
  reason: 'The venue holds 0 of SPY260327C00560000, this book 2: somebody else changed it.',
});

function eventOf(trade: Trade, message: string, sequence: number): TradeEvent {
  const at = new Date('2026-03-10T17:00:00Z');
  const type = sequence === 12 ? 'NEEDS_REVIEW' : 'REVIEWED';
  return { trade, message, sequence, type, occurredAt: at, actor: 'user:ada', hash: 'h' };
}
const asked = eventOf(ASKED, ASKED.reason ?? '', 12);

describe('a review whose only data is its sentence', () => {
  it.each([
    [
      'closed at a price',
      'Reviewed: MANUAL_CLOSE at 1.25. Sold by phone.\nAt 15:40.',
      { exitPrice: dec('1.25'), quantity: dec(2), note: 'Sold by phone.\nAt 15:40.' },
    ],
    [
      'closed nothing',
      'Reviewed: OPEN. It is there.',
      { exitPrice: null, quantity: null, note: 'It is there.' },
    ],
  ])('%s', (_, sentence, said) => {
    const reviewed = eventOf(storedAs({ status: 'MANUAL_CLOSE' }), sentence, 13);
    expect(olderReview(reviewed, asked)).toEqual({
      ...{ status: 'MANUAL_CLOSE', reviewer: 'user:ada', at: reviewed.occurredAt, ...said },
      evidence: ASKED.reason,
    });
  });

  it('has no quantity and no evidence when no earlier event asked for it', () => {
    const reviewed = eventOf(storedAs({}), 'Reviewed: TP_HIT at 2. It hit.', 11);
    expect(olderReview(reviewed, asked)).toMatchObject({ quantity: null, evidence: null });
    expect(olderReview(reviewed, null)).toMatchObject({ exitPrice: dec(2), quantity: null });
  });

  it('is not found in another sentence', () => {
    expect(olderReview(eventOf(storedAs({}), 'Notes changed.', 13), asked)).toBeNull();
  });
});

describe('a doubt whose only data is its sentence', () => {
  it.each([
    [`${ASKED.reason} The venue’s history says nothing about it yet.`, true],
    [`${ASKED.reason} The venue’s history: 2026-03-10 assignment of -2.`, false],
    ['The venue’s history says nothing about it yet. 1 of 2 are booked.', false],
    [null, false],
  ])('"%s" waits for the history: %s', (reason, waits) => {
    expect(awaitedHistory(storedAs({ reason }))).toBe(waits);
  });
});
