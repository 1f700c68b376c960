import { machineTimers } from '../../../server/adapters/system/machine-timers.ts';
import { UserBrokers } from '../../../server/adapters/routing/user-brokers.ts';
import { UserSources } from '../../../server/adapters/routing/user-sources.ts';
import { paperTokens } from '../../../server/compose/paper-tokens.ts';
import type { Shared } from '../../../server/compose/shared.ts';
import { traded, tradedMarkets } from '../../../server/compose/traded-markets.ts';
import { dec } from '../../../server/domain/decimal.ts';
import type { Mint, Username } from '../../../server/domain/ids.ts';
import type { TicketInput } from '../../../server/domain/ticket/ticket.ts';
import type { Trade, TradeAggregate } from '../../../server/domain/trade/trade.ts';
import type { Actor } from '../../../server/ports/trading-system.ts';
import { BookDesk } from '../../../server/usecases/book-desk.ts';
import type { OpenTestDatabase } from '../databases/databases.ts';
import { freshBook } from '../databases/fresh-book.ts';
import { FakeClock } from '../fakes/fake-clock.ts';
import { MemorySettings } from '../fakes/memory-settings.ts';
import { SeqIds } from '../fakes/seq-ids.ts';
import { SilentLog } from '../fakes/silent-log.ts';
import { ADA, DEMO, priceScene } from './price-scene.ts';

/**
 * The PAPER books of Ada and of a demo user, composed as on a server, over both markets of tokens, whose
 * prices and quotes the test sets. Swaps take no time and all land.
 */
export async function tokenTrades(open?: OpenTestDatabase, others: readonly Username[] = []) {
  const scene = await priceScene({}, open);
  const fresh = await freshBook([ADA.username, DEMO.username, ...others], open);
  const { book, knex } = fresh;
  const { clock } = scene;
  const settings = new MemorySettings();
  const byName = async (username: string) => ({ username, demo: username === DEMO.username });
  const served = { clock: new FakeClock(), users: { byName } } as unknown as Shared;
  const markets = tradedMarkets({
    SOLANA: traded(scene.solana),
    SIMULATED: traded(scene.simulated),
  });
  const swaps = paperTokens(served, { book, knex }).at(clock, markets);
  const desk = new BookDesk(
    {
      ...{ book, clock, settings, tokens: markets.tokens, deskHalt: () => 'OFF' as const },
      ...{ ids: new SeqIds(), log: new SilentLog(), timers: machineTimers, mayTrade: true },
      brokers: new UserBrokers('PAPER', { JUPITER_PAPER: swaps.brokers }),
      sources: new UserSources('PAPER', { JUPITER_PAPER: swaps.sources }),
    },
    { version: 'test', testClock: true },
  );
  const key = new SeqIds('key');
  const stored = async (id: string, { username }: Actor = ADA): Promise<TradeAggregate> =>
    (await book.read(username).trade(id))!;
  const ticket = (mint: Mint, quantity: string, parts: Partial<TicketInput> = {}): TicketInput => ({
    ...{ mode: 'PAPER', idempotencyKey: key.next(), token: { mint }, side: 'BUY' },
    ...{ quantity: dec(quantity), orderType: 'MARKET', timeInForce: 'DAY', ...parts },
  });
  return {
    ...{ scene, desk, settings, stored, ticket, knex },
    /** Gives a mint this price, with the history that entries need, in the actor's market. */
    lists: async (actor: Actor, mint: Mint, price: string) => {
      const { solana, simulated } = scene.markets;
      (actor.demo ? simulated : solana).priceOf.set(mint, price);
      await scene.prices.priceInfo(actor, mint);
      await scene.rounds(6);
    },
    buys: (mint: Mint, quantity: string, { actor = ADA, ...parts }: Buying = {}): Promise<Trade> =>
      desk.trading.executeOrder(actor, { open: ticket(mint, quantity, parts) }),
    closes: async (id: string, quantity: string | null = null): Promise<Trade> => {
      const { version: expectedVersion } = (await stored(id)).trade;
      const asked = { id, expectedVersion, idempotencyKey: key.next() };
      const size = quantity ? { quantity: dec(quantity) } : {};
      return desk.trading.executeOrder(ADA, { close: { ...asked, ...size, orderType: 'MARKET' } });
    },
    end: async () => void (await Promise.all([scene.close(), fresh.close()])),
  };
}

type Buying = Partial<TicketInput> & { readonly actor?: Actor };

export type TokenTrades = Awaited<ReturnType<typeof tokenTrades>>;
