import { describe, expect, it } from 'vitest';
import { dec } from '../../../server/domain/decimal.ts';
import type { Order } from '../../../server/domain/order/order.ts';
import {
  exitDurationWith,
  exitsReturnAt,
  refusalStillCounts,
  describeReturn,
} from '../../../server/domain/exits/exit-session.ts';
import { nextStep } from '../../../server/domain/exits/next-step.ts';
import type { Bracket } from '../../../server/domain/trade/trade.ts';
import { anOpenTrade, anOrder } from '../../support/values/builders.ts';

const bracket: Bracket = { stopLoss: dec(1), takeProfit: null, stopLimit: null };
const stop = (parts: Partial<Order> = {}) =>
  anOrder({
    role: 'STOP_LOSS',
    status: 'EXPIRED',
    side: 'SELL_TO_CLOSE',
    type: 'STOP',
    limitPrice: null,
    stopPrice: dec(1),
    ...parts,
  });
const at = (wall: string) => new Date(wall);
const RULES = {
  minExitGap: dec('0.10'),
  alwaysOpen: false,
  mixedDurations: false,
  standingExits: true,
};

describe('exits that ended with their session', () => {
  it.each([
    ['after the close', '2026-03-10T16:00-04:00', '2026-03-11 at 09:20 in New York'],
    ['at night', '2026-03-11T03:00-04:00', '2026-03-11 at 09:20 in New York'],
    ['a second early', '2026-03-11T09:19:59-04:00', '2026-03-11 at 09:20 in New York'],
    ['over a week-end', '2026-03-13T16:05-04:00', '2026-03-16 at 09:20 in New York'],
    ['over a holiday', '2026-04-02T16:05-04:00', '2026-04-06 at 09:20 in New York'],
    ['after a half-day', '2026-11-27T13:00-05:00', '2026-11-30 at 09:20 in New York'],
    ['as clocks go forward', '2026-03-06T16:05-05:00', '2026-03-09 at 09:20 in New York'],
  ])('return %s', (_, now, expected) => {
    const back = exitsReturnAt([stop()], at(now));
    expect(back && describeReturn(back)).toBe(expected);
  });

  it.each([
    ['from ten minutes before the open on', '2026-03-11T09:20-04:00', {}],
    ['during the session, when nobody had noticed', '2026-03-11T11:00-04:00', {}],
    ['on a half-day’s last minute', '2026-11-27T12:59-05:00', {}],
  ])('go out at once %s', (_, now, parts) => {
    expect(exitsReturnAt([stop(parts)], at(now))).toBeNull();
  });

  it('are not awaited when they ended otherwise, nor because of a close that expired', () => {
    const night = at('2026-03-10T20:00-04:00');
    expect(exitsReturnAt([stop({ status: 'CANCELED' })], night)).toBeNull();
    expect(exitsReturnAt([], night)).toBeNull();
    const close = stop({ type: 'MARKET', stopPrice: null });
    expect(exitsReturnAt([close], night)).toBeNull();
  });

  it('are watched until then, reported once, and sent as GTC', () => {
    const night = at('2026-03-10T20:00-04:00');
    const trade = anOpenTrade({ bracket, protection: 'VENUE' });
    const step = nextStep({ trade, orders: [stop()] }, RULES, night);
    expect(step).toMatchObject({ kind: 'WATCH', until: at('2026-03-11T09:20-04:00') });
    const watched = { ...trade, protection: 'WATCHED' as const };
    expect(nextStep({ trade: watched, orders: [stop()] }, RULES, night).kind).toBe('NONE');
    const morning = at('2026-03-11T09:20-04:00');
    const sent = nextStep({ trade: watched, orders: [stop()] }, RULES, morning);
    expect(sent).toMatchObject({ kind: 'SEND_EXITS', timeInForce: 'GTC' });
    const daily = { ...RULES, standingExits: false };
    const again = nextStep({ trade: watched, orders: [stop()] }, daily, morning);
    expect(again).toMatchObject({ kind: 'SEND_EXITS', timeInForce: 'DAY' });
  });

  it('are not promised for a contract that will have expired, nor on a market that never closes', () => {
    const lastEvening = at('2026-03-27T16:30-04:00');
    const trade = anOpenTrade({ bracket });
    expect(nextStep({ trade, orders: [stop()] }, RULES, lastEvening).kind).toBe('NONE');
    const open = { ...RULES, alwaysOpen: true };
    expect(nextStep({ trade, orders: [stop()] }, open, lastEvening).kind).toBe('SEND_EXITS');
  });
});

describe('a refusal of exits', () => {
  const night = at('2026-03-11T09:21-04:00');
  const refused = stop({ status: 'REJECTED', timeInForce: 'GTC', updatedAt: night });

  it('before the open does not count after it, but one in the session does', () => {
    expect(refusalStillCounts(refused, at('2026-03-11T09:25-04:00'))).toBe(true);
    expect(refusalStillCounts(refused, at('2026-03-11T09:30-04:00'))).toBe(false);
    const inSession = { ...refused, updatedAt: at('2026-03-10T11:00-04:00') };
    expect(refusalStillCounts(inSession, at('2026-03-11T09:30-04:00'))).toBe(true);
  });

  it('of GTC exits says nothing of DAY exits', () => {
    const trade = anOpenTrade({ bracket });
    const noon = at('2026-03-10T12:00-04:00');
    const orders = [{ ...refused, updatedAt: noon }];
    expect(nextStep({ trade, orders }, RULES, noon).kind).toBe('WATCH');
    const daily = { ...RULES, standingExits: false };
    expect(nextStep({ trade, orders }, daily, noon).kind).toBe('SEND_EXITS');
  });
});

it.each([
  ['DAY', true, true, 'GTC'],
  ['GTC', true, true, 'GTC'],
  ['DAY', false, true, 'DAY'],
  ['GTC', false, true, 'GTC'],
  ['DAY', false, false, 'DAY'],
  ['GTC', false, false, null],
  ['GTC', true, false, 'DAY'],
] as const)('beside a %s entry, mixed %s and standing %s, exits are %s', (...row) => {
  const [entry, mixedDurations, standingExits, expected] = row;
  expect(exitDurationWith(entry, { mixedDurations, standingExits })).toBe(expected);
});
