import fc from 'fast-check';
import { expect, it } from 'vitest';
import { dec } from '../../../server/domain/decimal.ts';
import { formatOccSymbol } from '../../../server/domain/instrument/occ-symbol.ts';
import type { OrderSide } from '../../../server/domain/order/order.ts';
import { Refusal } from '../../../server/domain/refusal.ts';
import { ExpiryDesk } from '../../support/desks/expiry-desk.ts';
import { ADA } from '../../support/desks/tradier-desk.ts';

/** Includes Good Friday: that week's contracts expire on the Thursday. */
const EXPIRATIONS = ['2026-03-20', '2026-03-27', '2026-04-02'];

type Step =
  | { readonly kind: 'open'; readonly side: OrderSide; readonly what: string; readonly n: number }
  | { readonly kind: 'close'; readonly which: number; readonly bid: number }
  | { readonly kind: 'expire'; readonly close: number };

/** Closes in cents, often at the strike of 560 dollars or a cent above or below it. */
const close = fc.oneof(
  fc.constantFrom(55_999, 56_000, 56_001),
  fc.integer({ min: 50_000, max: 62_000 }),
);
const step = fc.oneof<fc.Arbitrary<Step>[]>(
  fc.record({
    kind: fc.constant('open' as const),
    side: fc.constantFrom<OrderSide>('BUY_TO_OPEN', 'SELL_TO_OPEN'),
    what: fc.constantFrom('C', 'P'),
    n: fc.integer({ min: 1, max: 3 }),
  }),
  fc.record({
    kind: fc.constant('open' as const),
    side: fc.constant<OrderSide>('BUY'),
    what: fc.constant('SPY'),
    n: fc.integer({ min: 1, max: 130 }),
  }),
  fc.record({
    kind: fc.constant('close' as const),
    which: fc.nat(9),
    bid: fc.integer({ min: 1, max: 3_000 }),
  }),
  fc.record({ kind: fc.constant('expire' as const), close }),
);

/** Steps that lead to every way in which an expiry ends, so that no run leaves one out by chance. */
const EACH: Step[] = ['C', 'C', 'C', 'P', 'P'].map((what) => ({
  ...{ kind: 'open', side: 'BUY_TO_OPEN', what, n: 1 },
}));
EACH.push({ kind: 'close', which: 0, bid: 150 }, { kind: 'expire', close: 57_150 });

it('no run of entries, closes and expiries gains or loses a cent or a share', async () => {
  const seen = { DELIVERED: 0, CLOSED_OUT: 0, NONE: 0, closed: 0 };
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 6, maxLength: 16 }), async (steps) => {
      const t = await ExpiryDesk.start();
      const ahead = [...EXPIRATIONS];
      try {
        // Every run ends with an expiry.
        for (const each of [...steps, { kind: 'expire', close: 57_150 } as const]) {
          await act(t, each, ahead);
          await t.checkMoney();
        }
        await t.desk.reconcile.execute();
        expect(await t.held()).toEqual(await t.heldAtVenue());
        expect((await t.reader.account()).cash.toFixed()).toBe(await t.cashAtVenue());
        for (const { settlement, status } of await t.all()) {
          expect(status).not.toBe('NEEDS_REVIEW');
          const delivery = settlement?.delivery;
          if (delivery && delivery in seen) seen[delivery as keyof typeof seen] += 1;
          if (status === 'MANUAL_CLOSE') seen.closed += 1;
        }
      } finally {
        await t.end();
      }
    }),
    { numRuns: 20, examples: [[EACH]] },
  );
  for (const times of Object.values(seen)) expect(times).toBeGreaterThan(0);
}, 120_000);

async function act(t: ExpiryDesk, step: Step, ahead: string[]): Promise<void> {
  const [expiration] = ahead;
  if (!expiration) return;
  if (step.kind === 'open') await open(t, step, expiration);
  if (step.kind === 'close') await closeOne(t, step);
  if (step.kind === 'expire') {
    ahead.shift();
    t.closes('SPY', expiration, dec(step.close).div(100).toFixed());
    await t.desk.settleExpiry.execute();
  }
}

async function open(t: ExpiryDesk, step: Step & { kind: 'open' }, expiration: string) {
  const right = step.what === 'C' ? 'CALL' : 'PUT';
  const symbol =
    step.side === 'BUY'
      ? 'SPY'
      : formatOccSymbol({ underlying: 'SPY', expiration, strike: dec(560), right });
  await refusable(() => t.place(symbol, step.side, step.n, symbol === 'SPY' ? '550.00' : '2.00'));
}

/** Closes one of the open trades at a price that fits its instrument. */
async function closeOne(t: ExpiryDesk, { which, bid }: Step & { kind: 'close' }) {
  const held = (await t.all()).filter(({ phase }) => phase === 'OPEN');
  const trade = held[which % Math.max(held.length, 1)];
  if (!trade) return;
  const price = trade.instrument.assetClass === 'EQUITY' ? dec(53_000).plus(bid) : dec(bid);
  const [asked, offered] = [price.div(100), price.plus(1).div(100)];
  t.market.said.set(trade.instrument.symbol, [asked.toFixed(), offered.toFixed()]);
  const call = { id: trade.id, expectedVersion: trade.version, idempotencyKey: t.key() };
  await refusable(() =>
    t.desk.trading.executeOrder(ADA, { close: { ...call, orderType: 'MARKET' } }),
  );
  await t.desk.syncOrders.execute();
}

/** The desk or the venue refuses a user who cannot pay. */
async function refusable(act: () => Promise<unknown>): Promise<void> {
  try {
    await act();
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
  }
}
