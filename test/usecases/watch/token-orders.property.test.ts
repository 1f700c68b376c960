import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { KillSwitchLevel } from '../../../server/domain/account/account.ts';
import { sum } from '../../../server/domain/decimal.ts';
import { waitsAtDesk } from '../../../server/domain/order/waits-at-desk.ts';
import { isFinal } from '../../../server/domain/order/order-status.ts';
import type { SwapLuck } from '../../support/fakes/fake-swap-broker.ts';
import { BONK, exits, TokenDesk } from '../../support/desks/token-desk.ts';

type Act =
  | { readonly kind: 'round'; readonly cents: number }
  | { readonly kind: 'quote'; readonly cents: number | null }
  | { readonly kind: 'quoting'; readonly how: 'ANSWERS' | 'SILENT' | 'NO_ROUTE' }
  | { readonly kind: 'luck'; readonly luck: SwapLuck }
  | { readonly kind: 'halt'; readonly level: KillSwitchLevel }
  | { readonly kind: 'sync' | 'restart' | 'later' }
  | { readonly kind: 'close' | 'cancel'; readonly which: number; readonly limit: boolean };

const cents = fc.integer({ min: 92, max: 108 });
const acts: fc.Arbitrary<Act> = fc.oneof(
  { weight: 6, arbitrary: fc.record({ kind: fc.constant('round' as const), cents }) },
  fc.record({ kind: fc.constant('quote' as const), cents: fc.option(cents) }),
  fc.record({
    kind: fc.constant('quoting' as const),
    how: fc.constantFrom('ANSWERS' as const, 'SILENT' as const, 'NO_ROUTE' as const),
  }),
  fc.record({
    kind: fc.constant('luck' as const),
    luck: fc.constantFrom<SwapLuck>('REVERTS', 'LOST', 'SILENT', 'REFUSED', 'BUSY'),
  }),
  fc.record({
    kind: fc.constant('halt' as const),
    level: fc.constantFrom<KillSwitchLevel>('OFF', 'OFF', 'HALT_ENTRIES', 'HALT_ALL'),
  }),
  fc.record({ kind: fc.constantFrom('sync' as const, 'restart' as const, 'later' as const) }),
  fc.record({
    kind: fc.constantFrom('close' as const, 'cancel' as const),
    ...{ which: fc.nat(5), limit: fc.boolean() },
  }),
);

const dollars = (inCents: number) => (inCents / 100).toFixed(2);

async function act(t: TokenDesk, ids: readonly string[], it: Act): Promise<void> {
  switch (it.kind) {
    case 'round':
      return t.rounds(dollars(it.cents), 2);
    case 'quote':
      return t.tokens.quoteAt(BONK.symbol, it.cents === null ? null : dollars(it.cents));
    case 'quoting':
      t.tokens.quoting = it.how;
      return;
    case 'luck':
      t.broker.luck.push(it.luck);
      return;
    case 'halt':
      return t.halt(it.level);
    case 'sync':
      return t.desk.syncOrders.execute();
    case 'restart':
      return t.restart();
    case 'later':
      t.tokens.pass(10);
      return;
    case 'close':
    case 'cancel': {
      const id = ids[it.which % ids.length]!;
      const asked = it.kind === 'cancel' ? t.cancel(id) : t.close(id, it.limit ? '1.06' : null);
      // The trade may have ended, or its swap may be refused; the caller gets an error.
      await asked.catch(() => undefined);
    }
  }
}

async function checkAlways(t: TokenDesk): Promise<void> {
  expect(t.broker.held(BONK.symbol).isNegative(), 'sold more than was held').toBe(false);
  const tags = t.broker.placed.map(({ tag }) => tag);
  expect(new Set(tags).size, 'nothing is sent twice').toBe(tags.length);
  const { cash, deposits, realizedPnl, fees } = await t.fresh.book.read('ada').account();
  const cost = sum((await t.fresh.book.read('ada').positions()).map((each) => each.costBasis));
  expect(cash.plus(cost).toFixed()).toBe(deposits.plus(realizedPnl).minus(fees).toFixed());
}

/** After ten minutes without faults, the wallet holds what the book does, and nothing is in flight. */
async function checkSettled(t: TokenDesk, ids: readonly string[]): Promise<void> {
  t.broker.luck.length = 0;
  t.tokens.quoting = 'ANSWERS';
  t.tokens.quoteAt(BONK.symbol, null);
  await t.halt('OFF');
  for (let minute = 0; minute < 10; minute += 1) {
    await t.rounds('1', 6);
    await t.desk.syncOrders.execute();
  }
  const all = await Promise.all(ids.map((id) => t.stored(id)));
  const open = sum(all.map(({ trade }) => trade.openQuantity));
  expect(t.broker.held(BONK.symbol).toFixed(), 'the wallet holds what the book does').toBe(
    open.toFixed(),
  );
  for (const { trade, orders } of all) {
    const left = orders.filter((order) => !isFinal(order.status) && !waitsAtDesk(order));
    expect(left, 'nothing is in flight').toEqual([]);
    const waiting = orders.filter(waitsAtDesk).map(({ role }) => role);
    const expected =
      trade.phase === 'PENDING' ? ['ENTRY'] : trade.status === 'CLOSING' ? ['CLOSE'] : [];
    expect(waiting, trade.status).toEqual(expected);
    if (trade.status === 'OPEN') expect(trade.protection).toBe('WATCHED');
    expect(trade.status).not.toBe('NEEDS_REVIEW');
    expect(trade.unprotectedSince).toBeNull();
  }
}

describe('tokens that the desk holds to', () => {
  it('are swapped once each and never beyond what is held, in whatever order things happen', async () => {
    const seen = new Set<string>();
    await fc.assert(
      fc.asyncProperty(fc.array(acts, { minLength: 5, maxLength: 25 }), async (all) => {
        const t = await TokenDesk.start();
        try {
          const ids = [
            await t.waits('0.99', { bracket: exits('0.95', '1.05') }),
            await t.waits('0.97', { bracket: exits('0.93'), timeInForce: 'DAY' }),
            await t.waits('1.02', { bracket: exits(null, '1.04') }),
          ];
          for (const each of all) {
            await act(t, ids, each);
            await checkAlways(t);
          }
          await checkSettled(t, ids);
          for (const id of ids) seen.add(await t.status(id));
        } finally {
          await t.end();
        }
      }),
      { numRuns: 40, seed: 11 },
    );
    expect([...seen].sort()).toEqual(
      expect.arrayContaining(['CANCELED', 'MANUAL_CLOSE', 'OPEN', 'PENDING', 'SL_HIT', 'TP_HIT']),
    );
  });
});
