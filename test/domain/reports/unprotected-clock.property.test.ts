import fc from 'fast-check';
import { expect, it } from 'vitest';
import { dec, ZERO } from '../../../server/domain/decimal.ts';
import type { VenueOrder } from '../../../server/domain/order/venue-order.ts';
import { applyReports } from '../../../server/domain/reports/apply-report.ts';
import { unprotectedSecondsOf } from '../../../server/domain/trade/trade-figures.ts';
import { TradeDraft } from '../../../server/domain/trade/trade-draft.ts';
import type { TradeAggregate } from '../../../server/domain/trade/trade.ts';
import { anOpenTrade, anOrder } from '../../support/values/builders.ts';
import { NOON } from '../../support/fakes/fake-clock.ts';

const at = (second: number) => new Date(NOON.getTime() + second * 1000);
const bracket = { stopLoss: dec('1.00'), takeProfit: null, stopLimit: null };

/** A stop for the whole position, working at once. */
function stop(n: number, second: number) {
  const identity = { id: `stop-${n}`, venueOrderId: `v-${n}`, tag: `tag-${n}` };
  const terms = { role: 'STOP_LOSS', type: 'STOP', side: 'SELL_TO_CLOSE', timeInForce: 'GTC' };
  const times = { placedAt: at(second), updatedAt: at(second) };
  const status = { status: 'ACCEPTED', quantity: dec(1), stopPrice: dec('1.00'), limitPrice: null };
  return anOrder({ ...identity, ...terms, ...times, ...status } as Parameters<typeof anOrder>[0]);
}

function canceled(n: number, changedAt: Date | null): VenueOrder {
  const nothing = { tag: null, symbol: null, side: null, type: null, averagePrice: null };
  const terms = { limitPrice: null, stopPrice: null, quantity: dec(1), filledQuantity: ZERO };
  const state = {
    status: 'CANCELED',
    rawStatus: 'canceled',
    cancelPending: false,
    shape: 'SINGLE',
    reason: null,
  } as const;
  return {
    ...{ ...nothing, ...terms, ...state, venueOrderId: `v-${n}` },
    ...{ createdAt: null, changedAt, legs: [] },
  };
}

const context = { feeFor: () => ZERO, entryMark: null };

function learn(stands: TradeAggregate, second: number, decide: (draft: TradeDraft) => void) {
  const draft = TradeDraft.of(stands, at(second), 'venue');
  decide(draft);
  return draft.after;
}

/** How long a stop works, how long until its loss is learned, how long until the next one works. */
const span = fc.record({
  stood: fc.integer({ min: 1, max: 5_000 }),
  unnoticed: fc.integer({ min: 0, max: 5_000 }),
  until: fc.integer({ min: 0, max: 5_000 }),
  clock: fc.constantFrom('reported', 'silent', 'in the future', 'before the position'),
});

it('the unprotected clock counts every second without a stop, by the venue’s own time wherever plausible', () => {
  fc.assert(
    fc.property(fc.array(span, { minLength: 1, maxLength: 8 }), fc.integer(), (spans, tail) => {
      let second = 0;
      let bare = 0;
      let stands: TradeAggregate = { trade: anOpenTrade({ bracket }), orders: [stop(0, 0)] };
      for (const [n, { stood, unnoticed, until, clock }] of spans.entries()) {
        const went = second + stood;
        const learned = went + unnoticed;
        const changedAt = {
          reported: at(went),
          silent: null,
          'in the future': at(learned + 60),
          'before the position': at(-60),
        }[clock];
        stands = learn(stands, learned, (draft) =>
          applyReports(draft, [{ orderId: `stop-${n}`, report: canceled(n, changedAt) }], context),
        );
        const from = clock === 'reported' ? went : learned;
        expect(stands.trade.unprotectedSince).toEqual(at(from));
        second = learned + until;
        const now = at(second);
        expect(unprotectedSecondsOf(stands.trade, now)).toBe(bare + second - from);
        stands = learn(stands, second, (draft) =>
          draft.add([stop(n + 1, second)]).record('EXITS_STANDING', 'It stands again.'),
        );
        bare += second - from;
        expect(stands.trade).toMatchObject({ unprotectedSince: null, unprotectedSeconds: bare });
      }
      const end = at(second + (Math.abs(tail) % 9_999));
      expect(unprotectedSecondsOf(stands.trade, end), 'it stands: nothing more').toBe(bare);
      expect(bare).toBeLessThanOrEqual(second);
    }),
  );
});
