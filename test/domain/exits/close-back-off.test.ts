import { describe, expect, it } from 'vitest';
import { dec } from '../../../server/domain/decimal.ts';
import type { Order } from '../../../server/domain/order/order.ts';
import { mayCloseAgain } from '../../../server/domain/exits/close-back-off.ts';
import { aFill, anOrder } from '../../support/values/builders.ts';
import { NOON } from '../../support/fakes/fake-clock.ts';

const at = (minute: number) => new Date(NOON.getTime() + minute * 60_000);

function closing(minute: number, parts: Partial<Order> = {}): Order {
  const times = { placedAt: at(minute), updatedAt: at(minute) };
  const desks = { role: 'STOP_LOSS', type: 'MARKET', status: 'REJECTED' } as const;
  return anOrder({ id: `close-${minute}`, tag: `close-${minute}`, ...desks, ...times, ...parts });
}
const byPerson = (minute: number, parts: Partial<Order> = {}) =>
  closing(minute, { role: 'CLOSE', ...parts });
const filled = (minute: number) =>
  closing(minute, {
    ...{ status: 'FILLED', filledQuantity: dec(1) },
    fills: [aFill({ orderId: `close-${minute}`, filledAt: at(minute) })],
  });

/** The minute from which the desk may ask again, checked every quarter of a minute. */
function mayAt(orders: readonly Order[], last: number): number {
  for (let minute = last; ; minute += 0.25) if (mayCloseAgain(orders, at(minute))) return minute;
}

describe('a close that the venue refused', () => {
  it.each<[string, Order[], number, number]>([
    ['nothing was refused', [], 0, 0],
    ['it was refused once', [closing(0)], 0, 1],
    ['it was refused twice', [closing(0), closing(1)], 1, 3],
    ['it was refused three times', [closing(0), closing(1), closing(3)], 3, 7],
    ['it was refused four times', [0, 1, 3, 7].map((m) => closing(m)), 7, 12],
    [
      'it was refused for half an hour',
      [0, 1, 3, 7, 12, 17, 22, 27].map((m) => closing(m)),
      27,
      32,
    ],
    ['a target was refused as well', [closing(0), closing(1, { role: 'TAKE_PROFIT' })], 1, 3],
    ['something filled since', [closing(0), closing(1), filled(2)], 2, 2],
    ['it was refused after a fill', [closing(0), closing(1), filled(2), closing(3)], 3, 4],
    ['a person asked since', [closing(0), closing(1), byPerson(2, { status: 'CANCELED' })], 2, 2],
    ['a person was refused, too', [closing(0), closing(1), byPerson(2)], 2, 3],
    ['the others were refused an hour ago', [closing(0), closing(1), closing(65)], 65, 66],
    ['a resting exit was refused', [closing(0, { type: 'STOP' })], 0, 0],
    ['an entry was refused', [closing(0, { role: 'ENTRY' })], 0, 0],
  ])('is retried when %s', (_, orders, last, minute) => {
    expect(mayAt(orders, last)).toBe(minute);
  });
});
