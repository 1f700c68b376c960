import { describe, expect, it } from 'vitest';
import { dec } from '../../../server/domain/decimal.ts';
import type { Order } from '../../../server/domain/order/order.ts';
import { protectionDetail } from '../../../server/domain/exits/protection-detail.ts';
import type { Trade } from '../../../server/domain/trade/trade.ts';
import { whyUnprotected } from '../../../server/domain/exits/why-unprotected.ts';
import { aMark, anOpenTrade, anOrder } from '../../support/values/builders.ts';
import { NOON } from '../../support/fakes/fake-clock.ts';

const bracket = { stopLoss: dec('1.00'), takeProfit: dec('2.00'), stopLimit: null };
const aStop = (parts: Partial<Order> = {}) =>
  anOrder({
    ...{ id: 'stop', tag: 'exits', venueOrderId: '7', role: 'STOP_LOSS', type: 'STOP' },
    ...{ side: 'SELL_TO_CLOSE', status: 'ACCEPTED', limitPrice: null, stopPrice: dec('1.00') },
    ...parts,
  });
const filled = anOrder({ id: 'entry', status: 'FILLED', tag: 'exits' });
const held = (parts: Partial<Trade> = {}) => anOpenTrade({ bracket, ...parts });
const nowhere = { venueOrderId: null };

describe('the reason why no stop works at the venue', () => {
  it.each<[string, Partial<Trade>, Order[], string | null]>([
    ['one works', {}, [filled, aStop()], null],
    ['none is wanted', { bracket: { ...bracket, stopLoss: null } }, [filled], null],
    ['flat', { phase: 'CLOSED', status: 'MANUAL_CLOSE' }, [filled], null],
    ['under review', { status: 'NEEDS_REVIEW' }, [filled], 'IN_REVIEW'],
    ['closing', { status: 'CLOSING' }, [filled, aStop({ status: 'CANCELED' })], 'CLOSING'],
    ['in part', {}, [{ ...filled, status: 'PARTIALLY_FILLED' }, aStop()], 'ENTRY_FILL'],
    ['just filled', {}, [filled], 'ENTRY_FILL'],
    ['too near', { protection: 'WATCHED' }, [filled], 'MINIMUM_GAP'],
    ['on its way', {}, [filled, aStop({ status: 'SUBMITTED' })], 'UNCONFIRMED'],
    ['unanswered', {}, [filled, aStop({ status: 'UNKNOWN' })], 'UNCONFIRMED'],
    ['being canceled', {}, [filled, aStop({ cancelRequested: true })], 'REPLACING'],
    ['canceled', {}, [filled, aStop({ status: 'CANCELED', cancelRequested: true })], 'REPLACING'],
    [
      'moved',
      { wantedBracket: { ...bracket, stopLoss: dec('1.20') } },
      [filled, aStop({ status: 'CANCELED', cancelRequested: true })],
      'REPLACING',
    ],
    ['too small', { openQuantity: dec(2) }, [filled, aStop()], 'REPLACING'],
    ['refused', {}, [filled, aStop({ status: 'REJECTED', ...nowhere, reason: 'No.' })], 'REFUSED'],
    ['rejected later', {}, [filled, aStop({ status: 'REJECTED' })], 'REJECTED_LATER'],
    ['expired with its day', {}, [filled, aStop({ status: 'EXPIRED' })], 'SESSION_CLOSED'],
    ['canceled elsewhere', {}, [filled, aStop({ status: 'CANCELED' })], 'CANCELED_ELSEWHERE'],
    [
      'never sent',
      {},
      [filled, aStop({ status: 'CANCELED', cancelRequested: true, ...nowhere, reason: 'busy' })],
      'NOT_SENT',
    ],
    [
      'gone with its entry',
      {},
      [{ ...filled, status: 'CANCELED' }, aStop({ status: 'CANCELED' })],
      'ENTRY_FILL',
    ],
    [
      'of the newest one only',
      {},
      [filled, aStop({ status: 'EXPIRED' }), aStop({ id: 'next', tag: 'b', status: 'REJECTED' })],
      'REJECTED_LATER',
    ],
  ])('%s', (_, parts, orders, cause) => {
    expect(whyUnprotected({ trade: held(parts), orders }, NOON)?.cause ?? null).toBe(cause);
  });

  it('says when exits go out again that ended with their session', () => {
    const evening = new Date('2026-03-10T22:00:00Z');
    const orders = [filled, aStop({ status: 'EXPIRED' })];
    const why = whyUnprotected({ trade: held(), orders }, evening);
    expect(why!.words).toContain('placed again on 2026-03-11 at 09:20 in New York');
  });

  it('is that the contract has expired, once nothing can trade it', () => {
    const after = new Date('2026-03-28T00:00:00Z');
    expect(whyUnprotected({ trade: held(), orders: [filled] }, after)?.cause).toBe('EXPIRED');
  });
});

describe('the watch over an unprotected position', () => {
  const watch = { everySeconds: 5, lookedAt: NOON, halted: false };
  const later = (seconds: number) => new Date(NOON.getTime() + seconds * 1000);
  const refused = [filled, aStop({ status: 'REJECTED', ...nowhere, reason: 'Too near.' })];
  const mark = aMark({ sourceTime: NOON, receivedAt: NOON });

  it('states how often it looks, and how old its data is', () => {
    const trade = held({ unprotectedSince: later(30), mark });
    expect(protectionDetail({ trade, orders: refused }, watch, later(120))).toEqual({
      cause: 'REFUSED',
      since: later(30),
      watchedEverySeconds: 5,
      dataAgeSeconds: 120,
      dataDelaySeconds: 0,
      words: 'No stop is working at the venue: the venue refused the stop: Too near.',
    });
  });

  it('never calls data fresher than the venue’s prices are', () => {
    const sandbox = held({ venue: 'TRADIER_SANDBOX', mark });
    const soon = protectionDetail({ trade: sandbox, orders: refused }, watch, later(3));
    expect(soon).toMatchObject({ dataAgeSeconds: 900, dataDelaySeconds: 900 });
    const old = protectionDetail({ trade: sandbox, orders: refused }, watch, later(1000));
    expect(old!.dataAgeSeconds).toBe(1000);
  });

  it('is off under HALT_ALL, while the watch is down, in review and after expiry', () => {
    const of = (state: object, parts: Partial<Trade> = {}, at = NOON) =>
      protectionDetail(
        { trade: held({ protection: 'WATCHED', ...parts }), orders: refused },
        { ...watch, ...state },
        at,
      );
    const nobody = { watchedEverySeconds: null };
    expect(of({ halted: true })).toMatchObject({ cause: 'HALTED', ...nobody });
    expect(of({ halted: true })!.words).toContain('Too near');
    expect(of({ everySeconds: null })).toMatchObject({ cause: 'DESK_DOWN', ...nobody });
    const review = { status: 'NEEDS_REVIEW' } as const;
    expect(of({ halted: true }, review)).toMatchObject({ cause: 'IN_REVIEW', ...nobody });
    const after = new Date('2026-03-28T00:00:00Z');
    expect(of({}, {}, after)).toMatchObject({ cause: 'EXPIRED', ...nobody });
  });
});
