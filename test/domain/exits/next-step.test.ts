import { describe, expect, it } from 'vitest';
import { dec, ZERO } from '../../../server/domain/decimal.ts';
import type { Order, OrderRole } from '../../../server/domain/order/order.ts';
import type { OrderStatus } from '../../../server/domain/order/order-status.ts';
import { nextStep, type NextStep } from '../../../server/domain/exits/next-step.ts';
import { UNASKED } from '../../../server/domain/trade/taken-back.ts';
import { type Bracket, type CloseRequest, type Trade } from '../../../server/domain/trade/trade.ts';
import { anOpenTrade, anOrder, aTrade } from '../../support/values/builders.ts';
import { NOON } from '../../support/fakes/fake-clock.ts';

const RULES = {
  minExitGap: dec('0.10'),
  alwaysOpen: false,
  mixedDurations: true,
  standingExits: true,
};
const BRACKET: Bracket = { stopLoss: dec('1'), takeProfit: dec('2'), stopLimit: null };
const MOVED: Bracket = { ...BRACKET, stopLoss: dec('1.20') };
const REQUEST: CloseRequest = {
  quantity: dec(1),
  orderType: 'MARKET',
  limitPrice: null,
  ...UNASKED,
  role: 'CLOSE',
  requestedAt: NOON,
};

const open = (parts: Partial<Trade> = {}) => anOpenTrade({ bracket: BRACKET, ...parts });
const closing = (parts: Partial<CloseRequest> = {}) =>
  open({ status: 'CLOSING', closeRequest: { ...REQUEST, ...parts } });

function order(role: OrderRole, status: OrderStatus, parts: Partial<Order> = {}): Order {
  const side = role === 'ENTRY' ? 'BUY_TO_OPEN' : 'SELL_TO_CLOSE';
  const terms: Record<OrderRole, Partial<Order>> = {
    ENTRY: { type: 'LIMIT', limitPrice: dec('1.50') },
    TAKE_PROFIT: { type: 'LIMIT', limitPrice: dec(2), timeInForce: 'GTC' },
    STOP_LOSS: { type: 'STOP', limitPrice: null, stopPrice: dec(1), timeInForce: 'GTC' },
    CLOSE: { type: 'MARKET', limitPrice: null },
  };
  return anOrder({
    id: `${role}-${status}`,
    tag: 'exits',
    role,
    status,
    side,
    ...terms[role],
    ...parts,
  });
}
const entry = (status: OrderStatus) => order('ENTRY', status, { tag: 'entry' });
const exits = (status: OrderStatus, parts: Partial<Order> = {}) => [
  order('TAKE_PROFIT', status, parts),
  order('STOP_LOSS', status, parts),
];

const bracketed = (status: OrderStatus) => [
  order('ENTRY', status, { tag: 'exits' }),
  ...exits('ACCEPTED'),
];

/** A step as text: what it cancels and what it sends. */
function stepText(step: NextStep): string {
  if (step.kind === 'CANCEL') return `CANCEL ${step.orders.map((each) => each.role).join(' ')}`;
  if (step.kind === 'SEND_CLOSE') return `SEND_CLOSE ${step.quantity.toFixed()}`;
  if (step.kind !== 'SEND_EXITS') return step.kind;
  return `SEND_EXITS ${step.quantity.toFixed()} ${step.bracket.stopLoss?.toFixed()}`;
}

const TABLE: [string, Trade, Order[], string][] = [
  ['an entry waits', aTrade({ bracket: BRACKET }), [entry('ACCEPTED')], 'NONE'],
  [
    'an entry is to be canceled',
    aTrade({ closeRequest: REQUEST }),
    [entry('ACCEPTED')],
    'CANCEL ENTRY',
  ],
  ['an answer is pending', open(), [order('STOP_LOSS', 'SUBMITTED')], 'WAIT'],
  ['an outcome is unknown', open(), [order('STOP_LOSS', 'UNKNOWN')], 'WAIT'],
  ['a cancel is pending', open(), exits('ACCEPTED', { cancelRequested: true }), 'WAIT'],
  ['the entry filled and no exit works', open(), [entry('FILLED')], 'SEND_EXITS 1 1'],
  ['the entry filled and all exits work', open(), [entry('FILLED'), ...exits('ACCEPTED')], 'NONE'],
  ['the entry still fills', open(), [entry('PARTIALLY_FILLED'), ...exits('ACCEPTED')], 'NONE'],
  ['a single entry still fills', open(), [entry('PARTIALLY_FILLED')], 'SEND_EXITS 1 1'],
  [
    'a single entry has filled more than its exits cover',
    open({ openQuantity: dec(2) }),
    [entry('PARTIALLY_FILLED'), ...exits('ACCEPTED')],
    'CANCEL TAKE_PROFIT STOP_LOSS',
  ],
  ['a bracket’s entry still fills', open(), bracketed('PARTIALLY_FILLED'), 'WATCH'],
  [
    'a bracket’s entry still fills and other exits are wanted',
    open({ wantedBracket: MOVED }),
    bracketed('PARTIALLY_FILLED'),
    'ADOPT',
  ],
  [
    'the rest of a bracket’s entry is to be canceled',
    open({ closeRequest: REQUEST }),
    bracketed('PARTIALLY_FILLED'),
    'CANCEL ENTRY TAKE_PROFIT STOP_LOSS',
  ],
  [
    'the rest of a single entry is to be canceled',
    open({ closeRequest: REQUEST }),
    [entry('PARTIALLY_FILLED'), ...exits('ACCEPTED')],
    'CANCEL ENTRY',
  ],
  ['one exit is missing', open(), [order('STOP_LOSS', 'ACCEPTED')], 'CANCEL STOP_LOSS'],
  [
    'exits are too large',
    open(),
    exits('ACCEPTED', { quantity: dec(2) }),
    'CANCEL TAKE_PROFIT STOP_LOSS',
  ],
  [
    'exits exist twice',
    open(),
    [...exits('ACCEPTED'), order('STOP_LOSS', 'ACCEPTED', { id: 'b' })],
    'CANCEL TAKE_PROFIT STOP_LOSS STOP_LOSS',
  ],
  [
    'a stop is to be moved',
    open({ wantedBracket: MOVED }),
    exits('ACCEPTED'),
    'CANCEL TAKE_PROFIT STOP_LOSS',
  ],
  [
    'a stop is to be moved and the old exits are gone',
    open({ wantedBracket: MOVED }),
    exits('CANCELED'),
    'SEND_EXITS 1 1.2',
  ],
  ['the wanted exits work', open({ wantedBracket: BRACKET }), exits('ACCEPTED'), 'ADOPT'],
  [
    'the wanted exits were refused',
    open({ wantedBracket: BRACKET }),
    exits('REJECTED'),
    'GIVE_UP_WANTED',
  ],
  ['exits were refused', open(), exits('REJECTED'), 'WATCH'],
  [
    'exits were refused and are watched',
    open({ protection: 'WATCHED' }),
    exits('REJECTED'),
    'NONE',
  ],
  ['other exits were refused', open(), exits('REJECTED', { quantity: dec(2) }), 'SEND_EXITS 1 1'],
  [
    'exits are too close together',
    open({ bracket: { ...BRACKET, stopLoss: dec('1.95') } }),
    [],
    'WATCH',
  ],
  ['no exits are wanted', anOpenTrade(), [entry('FILLED')], 'NONE'],
  [
    'a close is wanted and the bracket works',
    closing(),
    exits('ACCEPTED'),
    'CANCEL TAKE_PROFIT STOP_LOSS',
  ],
  [
    'a close is wanted and the entry still fills',
    closing(),
    [entry('PARTIALLY_FILLED')],
    'CANCEL ENTRY',
  ],
  ['a close is wanted and the bracket is gone', closing(), exits('CANCELED'), 'SEND_CLOSE 1'],
  ['a close exceeds what is left', closing({ quantity: dec(5) }), [], 'SEND_CLOSE 1'],
  ['a close works', closing(), [order('CLOSE', 'ACCEPTED')], 'WAIT'],
  [
    'a close works at other terms',
    closing(),
    [order('CLOSE', 'ACCEPTED', { type: 'LIMIT', limitPrice: dec(2) })],
    'CANCEL CLOSE',
  ],
  [
    'a close and a stop work',
    closing(),
    [order('CLOSE', 'ACCEPTED'), order('STOP_LOSS', 'ACCEPTED')],
    'CANCEL STOP_LOSS',
  ],
  [
    'the trade is closed and an exit is left',
    open({ status: 'TP_HIT', phase: 'CLOSED', openQuantity: ZERO }),
    [order('STOP_LOSS', 'ACCEPTED')],
    'CANCEL STOP_LOSS',
  ],
  [
    'the position is flat and the entry still works',
    open({ openQuantity: ZERO }),
    [entry('PARTIALLY_FILLED')],
    'CANCEL ENTRY',
  ],
  [
    'the position is flat and an exit still works',
    open({ openQuantity: ZERO }),
    [order('STOP_LOSS', 'ACCEPTED')],
    'NONE',
  ],
  ['a person must review the trade', open({ status: 'NEEDS_REVIEW' }), [], 'NONE'],
];

describe('the next step', () => {
  it.each(TABLE)('when %s', (_, trade, orders, expected) => {
    expect(stepText(nextStep({ trade, orders }, RULES, NOON))).toBe(expected);
  });

  it('sends no close while anything may fill except a single entry, and no close beside that', () => {
    const trades = TABLE.map(([, trade]) => trade);
    const sets = TABLE.map(([, , orders]) => orders);
    for (const trade of trades) {
      for (const orders of sets) {
        const step = nextStep({ trade, orders }, RULES, NOON);
        if (step.kind !== 'SEND_CLOSE' && step.kind !== 'SEND_EXITS') continue;
        const working = orders.filter(
          ({ status }) =>
            !/CANCELED|REJECTED|FILLED$/.test(status) || status === 'PARTIALLY_FILLED',
        );
        const entries = step.kind === 'SEND_EXITS' ? working : [];
        expect(working).toEqual(entries.filter(({ role, tag }) => role + tag === 'ENTRYentry'));
        expect(step.quantity.greaterThan(0)).toBe(true);
        expect(step.quantity.lessThanOrEqualTo(trade.openQuantity)).toBe(true);
      }
    }
  });
});

describe('an entry refused for the durations of its exits, that was to go again', () => {
  const left = (mode: Trade['mode']) => {
    const refused = { reason: 'IncorrectTimeInForce', placedAt: NOON };
    const orders = [order('ENTRY', 'REJECTED', refused), ...exits('CANCELED')];
    return { trade: aTrade({ mode }), orders };
  };

  it('goes again on paper', () => {
    expect(nextStep(left('PAPER'), RULES, NOON)).toEqual({ kind: 'SEND_ENTRY' });
  });

  it('is given up with real money, and says how to place it anew', () => {
    expect(nextStep(left('REAL'), RULES, NOON)).toMatchObject({
      kind: 'GIVE_UP_ENTRY',
      order: { reason: expect.stringMatching(/^IncorrectTimeInForce; .* place it anew/) as string },
    });
  });
});
