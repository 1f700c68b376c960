import type { Knex } from 'knex';
import { JupiterPaperBroker } from '../../../server/adapters/jupiter-paper/jupiter-paper-broker.ts';
import type { PaperChain } from '../../../server/adapters/jupiter-paper/paper-chain.ts';
import { SqlSwapStore } from '../../../server/adapters/jupiter-paper/sql-swap-store.ts';
import type { SwapStore } from '../../../server/adapters/jupiter-paper/swap-store.ts';
import { dec } from '../../../server/domain/decimal.ts';
import type { Token } from '../../../server/domain/instrument/instrument.ts';
import type { Order } from '../../../server/domain/order/order.ts';
import type { Broker, Submission } from '../../../server/ports/broker.ts';
import type { TokenTrading } from '../../../server/ports/token-trading.ts';
import { ScriptedSwaps } from '../fakes/scripted-swaps.ts';
import { anOrder, aToken } from '../values/builders.ts';
import { HandClock } from './venue-account.ts';

export const BONK = aToken();
export const DEPOSITS = dec(10_000);

interface Parts {
  readonly account: string;
  readonly store: SwapStore;
  readonly market: TokenTrading;
  readonly chain: Partial<PaperChain>;
  readonly cash: string;
}

/** Wallets on paper over a database, with a market and a chain that the test sets. */
export class PaperWallets {
  readonly clock = new HandClock();
  readonly market = new ScriptedSwaps(this.clock);
  /** Tag of a swap that never lands. */
  lost = '';
  /** Called while a swap is on its way. */
  meanwhile: () => void | Promise<void> = () => undefined;
  readonly store: SqlSwapStore;

  constructor(readonly knex: Knex) {
    this.store = new SqlSwapStore(knex);
  }

  broker({ account = 'ada', store, market, chain, cash }: Partial<Parts> = {}): JupiterPaperBroker {
    const tokens = { of: () => market ?? this.market };
    const terms = { deposits: async () => DEPOSITS, cash: async () => dec(cash ?? DEPOSITS) };
    return new JupiterPaperBroker(account, store ?? this.store, tokens, this.clock, terms, {
      latency: async () => {
        this.clock.pass(1);
        await this.meanwhile();
      },
      neverLands: (tag) => tag === this.lost,
      ...chain,
    });
  }
}

/** A purchase of about a million BONK for three dollars, unless `parts` say otherwise. */
export function purchase(parts: Partial<Order> = {}, instrument: Token = BONK): Submission {
  const order = anOrder({
    ...{ role: 'ENTRY', side: 'BUY', type: 'MARKET', limitPrice: null, tradeId: 'paper_1' },
    ...{ quantity: dec(1_000_000), pays: dec(3), slippagePct: dec(1), status: 'SUBMITTED' },
    ...parts,
  });
  return { shape: 'SINGLE', tag: order.tag, instrument, orders: [order] };
}

/** A sale of a million BONK at the market, unless `parts` say otherwise. */
export function sale(parts: Partial<Order> = {}, instrument: Token = BONK): Submission {
  const order = { tag: 'tag-2', role: 'CLOSE', side: 'SELL', pays: null, ...parts } as const;
  return purchase(order, instrument);
}

/** What the wallet holds, with its cost: `1000000 DezX at 3, cash 9996.9`. */
export async function standing(broker: Broker): Promise<string> {
  const [{ listed }, { cash }] = await Promise.all([broker.positions(), broker.balances()]);
  const held = listed.map(
    ({ symbol, quantity, costBasis }) =>
      `${quantity.toFixed()} ${symbol.slice(0, 4)} at ${costBasis.toFixed()}`,
  );
  return [...held, `cash ${cash?.toFixed()}`].join(', ');
}
