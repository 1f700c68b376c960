import { describe, expect, it } from 'vitest';
import { dec, ZERO } from '../../../server/domain/decimal.ts';
import {
  closeSlippage,
  mayCloseAgain,
  mayTryAgain,
} from '../../../server/domain/exits/close-back-off.ts';
import { needsDesk } from '../../../server/domain/exits/needs-desk.ts';
import { nextStep } from '../../../server/domain/exits/next-step.ts';
import { isUnwatched } from '../../../server/domain/exits/watch-unprotected.ts';
import type { Order } from '../../../server/domain/order/order.ts';
import { applyReports } from '../../../server/domain/reports/apply-report.ts';
import { applyAbsence } from '../../../server/domain/reports/settle-unknown.ts';
import { mayStillFill, reservedBy } from '../../../server/domain/risk/reserved.ts';
import { TradeDraft } from '../../../server/domain/trade/trade-draft.ts';
import { UNASKED } from '../../../server/domain/trade/taken-back.ts';
import { NO_BRACKET, type CloseRequest, type Trade } from '../../../server/domain/trade/trade.ts';
import { entrySubmission } from '../../../server/usecases/orders/entry-submission.ts';
import { NOON } from '../../support/fakes/fake-clock.ts';
import { anOpenTrade, anOrder, aToken, aTrade } from '../../support/values/builders.ts';
import { aVenueOrder } from '../../support/values/venue-orders.ts';

const RULES = {
  ...{ minExitGap: ZERO, alwaysOpen: true, listsCurrentDayOnly: false, restingOrders: false },
  ...{ marketEntryInBracket: true, mixedDurations: true, standingExits: true },
  loneExitWithEntry: 'ABOVE',
} as const;
const PLACE = { instrument: aToken(), venue: 'JUPITER_PAPER', side: 'BUY' } as const;
const BRACKET = { ...NO_BRACKET, stopLoss: dec('1'), takeProfit: dec('2') };
const at = (minutes: number) => new Date(NOON.getTime() + minutes * 60_000);

const pending = (parts: Partial<Trade> = {}) => aTrade({ ...PLACE, ...parts });
const open = (parts: Partial<Trade> = {}) =>
  anOpenTrade({ ...PLACE, bracket: BRACKET, protection: 'WATCHED', ...parts });
const swap = (parts: Partial<Order> = {}): Order =>
  anOrder({ side: 'BUY', slippagePct: dec(1), sentAt: NOON, venueOrderId: 'swap', ...parts });
const waiting = (parts: Partial<Order> = {}): Order =>
  anOrder({ side: 'BUY', slippagePct: dec(1), status: 'ACCEPTED', ...parts });
const request = (parts: Partial<CloseRequest> = {}): CloseRequest => ({
  ...{ quantity: dec(1), orderType: 'MARKET', limitPrice: null, role: 'CLOSE' },
  ...{ requestedAt: NOON, ...UNASKED, ...parts },
});
const step = (trade: Trade, orders: readonly Order[], now = NOON) =>
  nextStep({ trade, orders }, RULES, now);

describe('a trade whose limits and exits the desk holds', () => {
  const bought = swap({ status: 'FILLED', type: 'MARKET', filledQuantity: dec('0.98') });
  const limit = { limitPrice: dec('1.9'), orderType: 'LIMIT' } as const;

  it.each<[string, Trade, Order[], object]>([
    ['waits for its price', pending(), [waiting()], { kind: 'NONE' }],
    ['waits for its swap', pending(), [swap({ status: 'SUBMITTED' })], { kind: 'WAIT' }],
    [
      'waits for a swap that was taken',
      pending(),
      [swap({ status: 'ACCEPTED' })],
      { kind: 'WAIT' },
    ],
    [
      'is not to be bought',
      pending({ closeRequest: request() }),
      [waiting()],
      { kind: 'END_WAITING', status: 'CANCELED' },
    ],
    ['has failed to be bought', pending(), [swap({ status: 'REJECTED' })], { kind: 'HOLD_ENTRY' }],
    [
      'has other exits before it is bought',
      pending({ wantedBracket: BRACKET }),
      [waiting()],
      { kind: 'ADOPT', watched: true },
    ],
    ['was bought', open({ protection: 'NONE' }), [bought], { kind: 'ADOPT', watched: true }],
    ['has what is wanted', open(), [bought], { kind: 'NONE' }],
    [
      'has other exits',
      open({ wantedBracket: BRACKET }),
      [bought],
      { kind: 'ADOPT', watched: true },
    ],
    ['has no exits', open({ bracket: NO_BRACKET, protection: 'NONE' }), [bought], { kind: 'NONE' }],
    [
      'is held while another entry of it waits',
      open(),
      [bought, waiting({ id: 'late', tag: 'late' })],
      { kind: 'END_WAITING' },
    ],
    [
      'is to be sold',
      open({ status: 'CLOSING', closeRequest: request() }),
      [bought],
      { kind: 'SEND_CLOSE' },
    ],
    [
      'is to be sold at a limit',
      open({ status: 'CLOSING', closeRequest: request(limit) }),
      [bought],
      { kind: 'HOLD_CLOSE' },
    ],
    [
      'has reached its target',
      open({ status: 'CLOSING', closeRequest: request({ ...limit, role: 'TAKE_PROFIT' }) }),
      [bought],
      { kind: 'SEND_CLOSE' },
    ],
    ['is in doubt', open({ status: 'NEEDS_REVIEW' }), [bought], { kind: 'NONE' }],
    [
      'has ended',
      open({ status: 'SL_HIT', phase: 'CLOSED', openQuantity: ZERO }),
      [bought, waiting({ role: 'CLOSE' })],
      { kind: 'END_WAITING' },
    ],
  ])('that %s', (_, trade, orders, expected) => {
    expect(step(trade, orders)).toMatchObject(expected);
  });

  it('looks at the price again when its close was not sent within half a minute', () => {
    const stop = request({ role: 'STOP_LOSS' });
    const closing = open({ status: 'CLOSING', closeRequest: stop });
    expect(step(closing, [bought], at(0.5))).toMatchObject({ kind: 'SEND_CLOSE' });
    expect(step(closing, [bought], at(0.6))).toMatchObject({ kind: 'DROP_CLOSE' });
    const byPerson = open({ status: 'CLOSING', closeRequest: request() });
    expect(step(byPerson, [bought], at(60))).toMatchObject({ kind: 'SEND_CLOSE' });
  });

  it('needs the desk while anything of it waits or has an exit', () => {
    expect(needsDesk({ trade: pending(), orders: [waiting()] })).toBe(true);
    expect(needsDesk({ trade: pending(), orders: [swap({ status: 'SUBMITTED' })] })).toBe(false);
    expect(needsDesk({ trade: open(), orders: [bought] })).toBe(true);
    const bare = open({ bracket: NO_BRACKET });
    expect(needsDesk({ trade: bare, orders: [bought] })).toBe(false);
  });

  it('is never told to lack a stop at its venue', () => {
    const unknown = swap({ status: 'UNKNOWN', role: 'STOP_LOSS', side: 'SELL' });
    const trade = open({ protection: 'NONE' });
    expect(isUnwatched({ trade, orders: [bought, unknown] }, NOON)).toBe(false);
  });

  it('reserves its limit while it waits, and nothing more once it is filled', () => {
    const trade = pending({ quantity: dec(100), limitPrice: dec('0.5') });
    expect(reservedBy({ trade, orders: [waiting()] }).toFixed()).toBe('50');
    const part = { ...trade, filledQuantity: dec('99.2') };
    const filled = swap({ status: 'FILLED', filledQuantity: dec('99.2') });
    expect(mayStillFill({ trade: part, orders: [filled] })).toEqual(ZERO);
  });

  it('sends its entry alone, and a limit not at all', () => {
    const identity = { nextId: () => 'id', tag: 'tag', at: NOON, slippagePct: dec(1) };
    const trade = pending({ bracket: BRACKET });
    expect(entrySubmission(trade, RULES, identity)).toMatchObject([
      { role: 'ENTRY', status: 'ACCEPTED', sentAt: null, slippagePct: dec(1) },
    ]);
    const market = { ...trade, orderType: 'MARKET', limitPrice: null } as const;
    expect(entrySubmission(market, RULES, identity)).toMatchObject([{ status: 'INTENT' }]);
  });

  it('is missed by no list of its venue while it waits', () => {
    const draft = TradeDraft.of({ trade: pending(), orders: [waiting()] }, at(60), 'venue');
    const absence = { proven: true, listsCurrentDayOnly: false, askedAt: at(60) };
    applyAbsence(draft, 'paper_order-1', absence);
    expect(draft.events).toEqual([]);
    expect(draft.order('paper_order-1').absentSyncs).toBe(0);
  });

  it('is filled by a swap that had been given up, by what that got', () => {
    const given = swap({
      status: 'CANCELED',
      venueOrderId: null,
      pays: dec(1),
      quantity: dec(100),
    });
    const trade = pending({ quantity: dec(100), status: 'CANCELED', phase: 'CLOSED' });
    const draft = TradeDraft.of({ trade, orders: [given] }, at(1), 'venue');
    const report = aVenueOrder({
      ...{ status: 'FILLED', filledQuantity: dec('98.5'), averagePrice: dec('0.01') },
      ...{ filledValue: dec(1), fees: ZERO },
    });
    const context = { feeFor: () => ZERO, entryMark: null };
    applyReports(draft, [{ orderId: given.id, report }], context);
    expect(draft.order(given.id)).toMatchObject({ status: 'FILLED', filledQuantity: dec('98.5') });
    expect(draft.trade).toMatchObject({ status: 'OPEN', openQuantity: dec('98.5') });
  });
});

describe('a swap that failed', () => {
  const failed = (minute: number, parts: Partial<Order> = {}) =>
    swap({
      ...{ id: `${minute}`, tag: `${minute}`, role: 'STOP_LOSS', side: 'SELL', type: 'MARKET' },
      ...{ status: 'REJECTED', limitPrice: null, placedAt: at(minute), updatedAt: at(minute) },
      ...parts,
    });
  const target = { role: 'TAKE_PROFIT', type: 'LIMIT' } as const;

  it('is followed by one with more slippage, up to five percent', () => {
    const all = [0, 1, 2, 3, 4].map((minute) => failed(minute));
    const slippage = (count: number) =>
      closeSlippage(all.slice(0, count), 'MARKET', at(5)).toFixed();
    expect([0, 1, 2, 3, 5].map(slippage)).toEqual(['1', '3', '5', '5', '5']);
    expect(closeSlippage(all, 'LIMIT', at(5)).toFixed()).toBe('1');
    expect(closeSlippage(all, 'MARKET', at(70)).toFixed()).toBe('1');
  });

  it('of a stop waits only after the widest slippage, of a target at once', () => {
    expect(mayCloseAgain([failed(0), failed(0.1)], at(0.2))).toBe(true);
    const three = [failed(0), failed(0.1), failed(0.2)];
    expect(mayCloseAgain(three, at(1))).toBe(false);
    expect(mayCloseAgain(three, at(1.2))).toBe(true);
    expect(mayCloseAgain([failed(0, target)], at(0.9))).toBe(false);
    expect(mayCloseAgain([failed(0, target)], at(1))).toBe(true);
  });

  it('of a limit waits a minute, two, four and then always five, whether it landed or not', () => {
    const held = waiting({ id: 'held', tag: 'held' });
    const entry = { role: 'ENTRY', type: 'LIMIT', limitPrice: dec(1) } as const;
    const all = [failed(0, entry), failed(1, { ...entry, status: 'CANCELED' })];
    expect(mayTryAgain([all[0]!, held], held, at(0.9))).toBe(false);
    expect(mayTryAgain([all[0]!, held], held, at(1))).toBe(true);
    expect(mayTryAgain([...all, held], held, at(2.9))).toBe(false);
    expect(mayTryAgain([...all, held], held, at(3))).toBe(true);
    expect(mayTryAgain([failed(0), held], held, at(0))).toBe(true);
  });
});
