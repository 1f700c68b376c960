import fc from 'fast-check';
import { expect, it } from 'vitest';
import { dec } from '../../../server/domain/decimal.ts';
import { settle } from '../../../server/domain/expiry/settle.ts';
import { hasEnded } from '../../../server/domain/order/ended-order.ts';
import type { Order } from '../../../server/domain/order/order.ts';
import type { VenueOrder } from '../../../server/domain/order/venue-order.ts';
import { Refusal } from '../../../server/domain/refusal.ts';
import { applyReports } from '../../../server/domain/reports/apply-report.ts';
import { lateEntries, reviveLateEntry } from '../../../server/domain/reports/late-order.ts';
import { resolveReview } from '../../../server/domain/reports/review.ts';
import { applyAbsence } from '../../../server/domain/reports/settle-unknown.ts';
import { TradeDraft } from '../../../server/domain/trade/trade-draft.ts';
import { tradeMayBecome, TRADE_STATUSES } from '../../../server/domain/trade/trade-status.ts';
import type { Trade, TradeAggregate } from '../../../server/domain/trade/trade.ts';
import { requestClose } from '../../../server/usecases/trading/close-trade.ts';
import { anOrder, aTrade, SPY_CALL } from '../../support/values/builders.ts';
import { aVenueOrder } from '../../support/values/venue-orders.ts';

const CONTRACT = { ...SPY_CALL, expiration: '2026-03-06' };
const START = Date.parse('2026-03-10T15:00:00Z');
const CONTEXT = { feeFor: () => dec('0.60'), entryMark: null };
const SIZE = 3;

/** One thing that happens to a trade, in any order and however unlikely. */
type Happening = (draft: TradeDraft) => void;

const WORDS = [
  ...(['PENDING', 'OPEN', 'HELD', 'PARTIALLY_FILLED', 'FILLED'] as const),
  ...(['CANCELED', 'EXPIRED', 'REJECTED', 'UNRECOGNISED'] as const),
];
interface Word {
  readonly order: number;
  readonly status: (typeof WORDS)[number];
  readonly filled: number;
  readonly cents: number;
}

const word = fc.record<Word>({
  order: fc.nat({ max: 3 }),
  status: fc.constantFrom(...WORDS),
  filled: fc.integer({ min: 0, max: SIZE }),
  cents: fc.integer({ min: 100, max: 200 }),
});

function reportOf({ id }: Order, { status, filled, cents }: Word): VenueOrder {
  const averagePrice = filled > 0 ? dec(cents).div(100) : null;
  const filledQuantity = dec(filled);
  return aVenueOrder({ venueOrderId: `v-${id}`, status, filledQuantity, averagePrice });
}

const reports = fc.array(word, { minLength: 1, maxLength: 3 }).map<Happening>((news) => (draft) => {
  const rows = new Map(
    news.flatMap((each) => {
      const order = draft.orders[each.order];
      return order ? [[order.id, reportOf(order, each)] as const] : [];
    }),
  );
  const late = lateEntries(draft.orders, ({ id }) => rows.get(id) ?? null, draft.at);
  for (const entry of late) reviveLateEntry(draft, entry, news[0]!.cents % 2 === 0);
  const known = [...rows].map(([orderId, report]) => ({ orderId, report }));
  applyReports(
    draft,
    known.filter(({ orderId, report }) => {
      const order = draft.order(orderId);
      return order.status !== 'FILLED' && (!hasEnded(order) || report.filledQuantity.gt(0));
    }),
    CONTEXT,
  );
});

const absence = fc.nat({ max: 3 }).map<Happening>((at) => (draft) => {
  const order = draft.orders[at];
  const asked = { proven: true, listsCurrentDayOnly: true, askedAt: draft.at };
  if (order) applyAbsence(draft, order.id, asked);
});

const close: Happening = (draft) => {
  requestClose(draft, { orderType: 'MARKET' });
  const identity = { id: `close-${draft.orders.length}`, tag: `close-${draft.orders.length}` };
  const terms = { role: 'CLOSE', side: 'SELL_TO_CLOSE', type: 'MARKET', limitPrice: null } as const;
  draft.add([
    anOrder({ ...identity, ...terms, ...sent(draft), quantity: draft.trade.openQuantity }),
  ]);
};

const settlement = fc.constantFrom(550, 570).map<Happening>((price) => (draft) => {
  const print = { price: dec(price), source: 'test', sourceTime: draft.at };
  settle(draft, CONTRACT, print);
});

const review = fc
  .tuple(fc.constantFrom(...TRADE_STATUSES), fc.boolean())
  .map<Happening>(([status, priced]) => (draft) => {
    const exitPrice = priced ? dec('1.20') : null;
    resolveReview(draft, { status, exitPrice, quantity: null, note: 'I asked.' }, null);
  });

const happening = fc.oneof(
  { weight: 8, arbitrary: reports },
  { weight: 3, arbitrary: absence },
  { weight: 1, arbitrary: fc.constant(close) },
  { weight: 1, arbitrary: settlement },
  { weight: 2, arbitrary: review },
);

function sent({ at }: { readonly at: Date }) {
  return { status: 'SUBMITTED', sentAt: at, placedAt: at, updatedAt: at } as const;
}

function placed(): TradeAggregate {
  const exit = { side: 'SELL_TO_CLOSE', timeInForce: 'GTC', quantity: dec(SIZE) } as const;
  const at = { ...sent({ at: new Date(START) }), tag: 'tag' };
  const bracket = { stopLoss: dec('1.00'), takeProfit: dec('2.00'), stopLimit: null };
  return {
    trade: aTrade({ instrument: CONTRACT, quantity: dec(SIZE), bracket }),
    orders: [
      anOrder({ ...at, id: 'entry', quantity: dec(SIZE) }),
      anOrder({ ...at, ...exit, id: 'stop', role: 'STOP_LOSS', type: 'STOP', limitPrice: null }),
      anOrder({ ...at, ...exit, id: 'target', role: 'TAKE_PROFIT' }),
    ],
  };
}

/** Lets something happen to a trade; null when the draft refuses it, which changes nothing. */
function happens(stands: TradeAggregate, at: Date, decide: Happening): TradeDraft | null {
  const draft = TradeDraft.of(stands, at, 'venue');
  try {
    decide(draft);
    return draft;
  } catch (error) {
    if (error instanceof Refusal) return null;
    throw error;
  }
}

function checkState(trade: Trade): void {
  const { cashFlow, openCost, realizedPnl, fees, openQuantity, phase, status } = trade;
  expect(cashFlow.plus(openCost).toFixed()).toBe(realizedPnl.minus(fees).toFixed());
  if (!openQuantity.isZero()) expect(phase, status).toBe('OPEN');
}

/** Moves that late news causes. */
const LATE_MOVES = [
  ...['CANCELED → OPEN', 'REJECTED → OPEN', 'CANCELED → PENDING', 'SL_HIT → OPEN'],
  ...['EXPIRED_OTM → NEEDS_REVIEW', 'EXPIRED_ITM → NEEDS_REVIEW', 'CLOSING → OPEN'],
];
/** One round in 25 misses one of them. */
const MOST_ROUNDS = 8;

it('makes no unlisted move, whatever is reported in whatever order', () => {
  const made = new Set<string>();
  const runs = fc.property(fc.array(happening, { minLength: 1, maxLength: 25 }), (happenings) => {
    let stands = placed();
    for (const [n, decide] of happenings.entries()) {
      const draft = happens(stands, new Date(START + (n + 1) * 100_000), decide);
      if (!draft) continue;
      const path = [stands, ...draft.events, draft.after].map(({ trade }) => trade.status);
      for (const [at, to] of path.entries()) {
        const from = path[at - 1] ?? to;
        if (from !== to) made.add(`${from} → ${to}`);
        if (from !== to) expect(tradeMayBecome(from, to), `${from} → ${to}`).toBe(true);
      }
      checkState(draft.trade);
      stands = draft.after;
    }
  });
  for (let round = 0; round < MOST_ROUNDS; round += 1) {
    fc.assert(runs, { numRuns: 3_000 });
    if (LATE_MOVES.every((move) => made.has(move))) break;
  }
  expect([...made]).toEqual(expect.arrayContaining(LATE_MOVES));
});
