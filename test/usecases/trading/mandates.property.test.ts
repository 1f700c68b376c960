import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Mandate } from '../../../server/domain/account/mandate.ts';
import { dec, sum, type Decimal } from '../../../server/domain/decimal.ts';
import { Refusal } from '../../../server/domain/refusal.ts';
import { capitalOf } from '../../../server/domain/risk/reserved.ts';
import type { TicketInput } from '../../../server/domain/ticket/ticket.ts';
import type { TradeAggregate } from '../../../server/domain/trade/trade.ts';
import { databases } from '../../support/databases/databases.ts';
import { MandatedDesk, NO_BOUNDS, type Asking } from '../../support/desks/mandated-desk.ts';

const RUNS = 8;
const FEES_OF_CONTRACT = dec('0.65');

const dollars = (most: number) => fc.option(fc.integer({ min: 0, max: most }).map(dec));
const aMandate: fc.Arbitrary<Mandate> = fc.record({
  symbols: fc.option(fc.constantFrom(['SPY'], ['QQQ'], ['SPY', 'QQQ'])),
  maxOrderCost: dollars(700),
  maxExposure: dollars(1_500),
  maxTradesPerDay: fc.option(fc.integer({ min: 0, max: 8 })),
});

type Act =
  | { readonly kind: 'ENTER'; readonly symbol: string; readonly quantity: number }
  | { readonly kind: 'CANCEL'; readonly which: number };
const anAct: fc.Arbitrary<Act> = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.record({
      kind: fc.constant('ENTER' as const),
      symbol: fc.constantFrom('SPY', 'QQQ', 'TSLA', 'SPY260327C00560000'),
      quantity: fc.integer({ min: 1, max: 4 }),
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({ kind: fc.constant('CANCEL' as const), which: fc.nat(20) }),
  },
);

/** Six entries, of which a mandate of one trade a day lets one pass, whatever the random acts do. */
const SIX: Act[] = Array.from({ length: 6 }, () => ({ kind: 'ENTER', symbol: 'SPY', quantity: 1 }));

/** The cost of an order, computed here independently. */
function costOf({ option, quantity, limitPrice }: TicketInput): Decimal {
  const units = quantity.times(option ? 100 : 1);
  const fees = option ? FEES_OF_CONTRACT.times(quantity) : dec(0);
  return limitPrice!.times(units).plus(fees);
}

describe.each(databases())('a mandate on %s', (_, open) => {
  let d: MandatedDesk;
  let accepted = 0;
  let refused = 0;
  beforeAll(async () => {
    d = await MandatedDesk.start(open);
  });
  afterAll(() => d.close());

  function ticketOf({ symbol, quantity }: Extract<Act, { kind: 'ENTER' }>): TicketInput {
    const isOption = symbol.length > 5;
    return d.t.ticket({
      ...(isOption
        ? { option: { symbol }, side: 'BUY_TO_OPEN' }
        : { option: null, equity: { symbol }, side: 'BUY' }),
      ...{ quantity: dec(quantity), bracket: null },
      limitPrice: dec(isOption ? '1.40' : '100'),
    });
  }

  async function act(asking: Asking, one: Act, at: number, own: readonly TradeAggregate[]) {
    const { trading } = d.servers[at % 2]!;
    if (one.kind === 'ENTER') return trading.executeOrder(asking, { open: ticketOf(one) });
    const trade = own[one.which % Math.max(own.length, 1)]?.trade;
    if (!trade) return null;
    const { id, version: expectedVersion } = trade;
    const cancel = { id, expectedVersion, idempotencyKey: d.t.key() };
    return trading.executeOrder(asking, { cancel });
  }

  function expectWithin(mandate: Mandate, own: readonly TradeAggregate[]): void {
    const { symbols, maxOrderCost, maxExposure, maxTradesPerDay } = mandate;
    for (const { trade } of own) {
      if (symbols) expect(symbols).toContain(trade.instrument.underlying);
      const { instrument, quantity, limitPrice } = trade;
      const option = instrument.assetClass === 'OPTION' ? { symbol: instrument.symbol } : null;
      const cost = costOf({ ...d.t.ticket(), option, quantity, limitPrice });
      if (maxOrderCost) expect(cost.lessThanOrEqualTo(maxOrderCost)).toBe(true);
    }
    const active = own.filter(({ trade }) => trade.phase !== 'CLOSED');
    if (maxExposure) expect(sum(active.map(capitalOf)).lessThanOrEqualTo(maxExposure)).toBe(true);
    if (maxTradesPerDay !== null) expect(own.length).toBeLessThanOrEqual(maxTradesPerDay);
  }

  it('is exceeded by no sequence of requests, six at once at two servers', async () => {
    const batches = fc.array(fc.array(anAct, { minLength: 6, maxLength: 6 }), {
      ...{ minLength: 1, maxLength: 3 },
    });
    await fc.assert(
      fc.asyncProperty(aMandate, batches, async (mandate, all) => {
        const asking = await d.token(mandate);
        for (const batch of all) {
          const own = await d.placedBy(asking);
          const done = await Promise.allSettled(batch.map((one, at) => act(asking, one, at, own)));
          for (const [at, each] of done.entries()) {
            if (batch[at]!.kind === 'CANCEL') continue;
            if (each.status === 'fulfilled') accepted += 1;
            else if (each.reason instanceof Refusal && each.reason.code === 'FORBIDDEN')
              refused += 1;
            else throw each.reason;
          }
          expectWithin(mandate, await d.placedBy(asking));
        }
      }),
      { numRuns: RUNS, examples: [[{ ...NO_BOUNDS, maxTradesPerDay: 1 }, [SIX]]] },
    );
    // Some were accepted and some refused, so the bounds have decided.
    expect([accepted > 0, refused > 0]).toEqual([true, true]);
  }, 120_000);

  it('that is lowered binds whatever is stored after the answer', async () => {
    const asking = await d.token({ maxTradesPerDay: 1_000 });
    let over = false;
    const placing = async (at: number) => {
      const { trading } = d.servers[at % 2]!;
      for (;;) {
        const isLate = over;
        const open = ticketOf({ kind: 'ENTER', symbol: 'SPY', quantity: 1 });
        const placed = await trading.executeOrder(asking, { open }).then(
          () => true,
          (error: unknown) => {
            expect(error).toMatchObject({ code: 'FORBIDDEN' });
            return false;
          },
        );
        if (isLate) {
          expect(placed).toBe(false);
          return;
        }
      }
    };
    const all = Array.from({ length: 6 }, (_, at) => placing(at));
    while ((await d.placedBy(asking)).length < 6) await new Promise((next) => setTimeout(next, 5));
    await d.change(asking, { ...NO_BOUNDS, maxTradesPerDay: 0 });
    const stored = (await d.placedBy(asking)).length;
    over = true;
    await Promise.all(all);
    expect(await d.placedBy(asking)).toHaveLength(stored);
  });
});
