import { expect, it } from 'vitest';
import { machineTimers } from '../../server/adapters/system/machine-timers.ts';
import { SqlVenueStore } from '../../server/adapters/simulated/sql-venue-store.ts';
import { paperTokens } from '../../server/compose/paper-tokens.ts';
import type { Shared } from '../../server/compose/shared.ts';
import { simulated } from '../../server/compose/simulated.ts';
import type { TradedMarkets } from '../../server/compose/traded-markets.ts';
import { freshBook } from '../support/databases/fresh-book.ts';
import { purchase } from '../support/desks/paper-wallet.ts';
import { FakeClock } from '../support/fakes/fake-clock.ts';
import { MemorySettings } from '../support/fakes/memory-settings.ts';
import { ScriptedSwaps } from '../support/fakes/scripted-swaps.ts';

async function scene() {
  const fresh = await freshBook(['ada', 'bob']);
  const { book, knex } = fresh;
  const clock = new FakeClock();
  const market = new ScriptedSwaps(clock);
  const settings = new MemorySettings();
  const shared = { clock, timers: machineTimers, settings } as unknown as Shared;
  const markets = { tokens: { of: () => market } } as unknown as TradedMarkets;
  const tokens = paperTokens(shared, { book, knex });
  const walletsAt = (now: FakeClock) => tokens.at(now, markets).brokers;
  const store = new SqlVenueStore(knex, clock);
  const { brokers } = simulated({ book, movedElsewhere: tokens.moved }, shared)(clock, store);
  return {
    clock,
    close: () => fresh.close(),
    walletsAt,
    walletAt: async (now: FakeClock) => (await walletsAt(now).forEntries('ada'))!,
    simulatedOf: async (username: string) => (await brokers.forEntries(username))!,
  };
}

it('what tokens took of PAPER’s one cash, the simulated venue lets go of no more', async (test) => {
  const { walletAt, clock, simulatedOf, close } = await scene();
  test.onTestFinished(close);
  const began = performance.now();
  const served = await walletAt(clock);
  const order = await served.order(await served.place(purchase({ tag: 'lands' })));
  expect(order?.status).toBe('FILLED');
  expect(performance.now() - began).toBeGreaterThan(1_000);
  const told = async (username: string) => {
    const { cash, buyingPower } = await (await simulatedOf(username)).balances();
    return [cash?.toFixed(), buyingPower?.toFixed()];
  };
  expect(await told('ada')).toEqual(['100000', '99996.678358']);
  expect(await told('bob')).toEqual(['100000', '100000']);
});

it('a replayed past waits for no swap, and loses none', async (test) => {
  const { walletAt, close } = await scene();
  test.onTestFinished(close);
  const replayed = await walletAt(new FakeClock());
  const began = performance.now();
  for (let n = 0; n < 120; n += 1) await replayed.place(purchase({ tag: `tag-${n}` }));
  const { listed } = await replayed.orders();
  expect(listed.filter(({ status }) => status === 'FILLED')).toHaveLength(120);
  expect(performance.now() - began).toBeLessThan(60_000);
});

it('a wallet is open to its own user alone', async (test) => {
  const { walletsAt, clock, close } = await scene();
  test.onTestFinished(close);
  const wallets = walletsAt(clock);
  expect((await wallets.of('ada', 'ada'))?.account).toBe('ada');
  expect(await wallets.of('ada', 'bob')).toBeNull();
});
