import { describe, expect, it } from 'vitest';
import type { OrderStatus } from '../../../server/domain/order/order-status.ts';
import { failedInRow, type SentOrder } from '../../../server/domain/risk/failed-sends.ts';

const NOW = new Date('2026-03-10T17:00:00Z');

/** Each text is one send, the newest first: its orders’ statuses, with `*` if the venue knows the order. */
function sent(...sends: string[]): readonly SentOrder[] {
  return sends.flatMap((statuses, at) =>
    statuses.split(' ').map((text) => ({
      tag: `tb-${at}`,
      status: text.replace(/[*!]/g, '') as OrderStatus,
      sentAt: new Date(NOW.getTime() - (text.includes('!') ? 1_000 : 600_000) - at),
      filled: text.startsWith('FILLED'),
      atVenue: text.includes('*'),
    })),
  );
}

describe('failed sends in a row', () => {
  it.each<[string, readonly string[], number]>([
    ['none was ever sent', [], 0],
    ['the newest filled', ['FILLED*', 'REJECTED', 'REJECTED'], 0],
    ['those before the last good one do not count', ['REJECTED', 'FILLED*', 'REJECTED'], 1],
    ['no answer is a failure', ['UNKNOWN', 'REJECTED*'], 2],
    ['never left', ['CANCELED', 'CANCELED'], 2],
    ['canceled at the venue is none', ['CANCELED*', 'REJECTED'], 0],
    ['a bracket is one send', ['REJECTED* CANCELED* CANCELED*', 'REJECTED'], 2],
    ['accepted for a while is good', ['ACCEPTED*', 'REJECTED'], 0],
    ['accepted a moment ago may still be refused', ['ACCEPTED*!', 'REJECTED', 'REJECTED'], 2],
    ['under way says nothing', ['SUBMITTED', 'REJECTED'], 1],
  ])('%s', (_, sends, count) => {
    expect(failedInRow(sent(...sends), NOW)).toBe(count);
  });
});
