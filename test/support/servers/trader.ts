import { dec, ZERO, type Decimal } from '../../../server/domain/decimal.ts';
import { Pushes } from './pushes.ts';
import type { ServerProcess } from './server-process.ts';

export const TRADE = `id mode version status phase symbol venue quantity filledQuantity entryPrice
  exitPrice stopLoss takeProfit openQuantity protection costBasis realizedPnl fees netPnl closeReason reason placedAt openedAt
  closedAt deliveredTo { id } maxFavorableExcursion maxAdverseExcursion
  orders { id role status type quantity filledQuantity limitPrice stopPrice averagePrice tag
    venueOrderId fills { id quantity price fee filledAt } }`;

export interface WireOrder {
  readonly id: string;
  readonly role: string;
  readonly status: string;
  readonly tag: string;
  readonly venueOrderId: string | null;
  readonly filledQuantity: string;
  readonly fills: readonly object[];
}

export interface WireTrade {
  readonly id: string;
  readonly version: number;
  readonly status: string;
  readonly phase: string;
  readonly symbol: string;
  readonly openedAt: string | null;
  readonly closedAt: string | null;
  readonly entryPrice: string | null;
  readonly openQuantity: string;
  readonly protection: string;
  readonly stopLoss: string | null;
  readonly realizedPnl: string | null;
  readonly deliveredTo: readonly { readonly id: string }[];
  readonly orders: readonly WireOrder[];
}

export interface WireEvent {
  readonly cursor: string;
  readonly type: string;
  readonly trade: Pick<WireTrade, 'id' | 'version' | 'status'>;
}

export interface WireBatch {
  readonly cursor: string;
  readonly events: readonly WireEvent[];
  readonly trades: readonly (Pick<WireTrade, 'id' | 'version' | 'status'> & {
    readonly mark: { readonly price: string | null; readonly delta: number | null } | null;
  })[];
}

export interface ListedCall {
  readonly symbol: string;
  readonly bid: Decimal;
  readonly ask: Decimal;
}

const CHANGES = `subscription($after: String) { tradesChanged(mode: PAPER, after: $after) {
  cursor events { cursor type trade { id version status } }
  trades { id version status mark { price delta } } } }`;

let keys = 0;

/** A new idempotency key. */
export function newKey(): string {
  keys += 1;
  return `e2e-${process.pid}-${Date.now()}-${keys}`;
}

/** One user of a running server, only over its public interface. */
export class Trader {
  constructor(
    readonly server: ServerProcess,
    readonly token: string,
  ) {}

  static async signUp(server: ServerProcess, username: string): Promise<Trader> {
    return new Trader(server, await server.api.signUp(username));
  }

  /** Asks again while the desk has not read the account since its start, which takes a busy machine longer. */
  async ask<T>(query: string, variables: object = {}): Promise<T> {
    for (let tries = 1; ; tries += 1) {
      try {
        return await this.server.graphql<T>(query, variables, this.token);
      } catch (error) {
        if (tries === 10 || !String(error).includes('Try again in a moment')) throw error;
      }
    }
  }

  /** A call of the simulated market near the money that expires in some weeks. */
  async listedCall(underlying = 'SPY'): Promise<ListedCall> {
    const { optionExpirations } = await this.ask<{ optionExpirations: string[] }>(
      `{ optionExpirations(underlying: "${underlying}") }`,
    );
    const expiration = optionExpirations[Math.min(6, optionExpirations.length - 1)];
    const { optionChain } = await this.ask<{ optionChain: WireChain }>(
      `{ optionChain(underlying: "${underlying}", expiration: "${expiration}") {
        underlyingPrice rows { strike call { symbol bid ask } } } }`,
    );
    const away = (row: WireChain['rows'][number]) =>
      Math.abs(Number(row.strike) - Number(optionChain.underlyingPrice));
    const [row] = optionChain.rows
      .filter(({ call }) => call?.bid)
      .sort((a, b) => away(a) - away(b));
    if (!row?.call) throw new Error(`No calls of ${underlying}`);
    return { symbol: row.call.symbol, bid: dec(row.call.bid), ask: dec(row.call.ask) };
  }

  /** A bracketed ticket for one such call, which fills at once. */
  async ticket(parts: object = {}, underlying = 'SPY') {
    const { symbol, ask } = await this.listedCall(underlying);
    const cents = (factor: number) => ask.times(factor).times(20).ceil().div(20).toFixed();
    return {
      mode: 'PAPER',
      idempotencyKey: newKey(),
      option: { symbol },
      side: 'BUY_TO_OPEN',
      quantity: '1',
      orderType: 'LIMIT',
      limitPrice: cents(1.1),
      bracket: { stopLoss: cents(0.3), takeProfit: cents(2) },
      ...parts,
    };
  }

  async place(input: object): Promise<WireTrade> {
    const { placeTrade } = await this.ask<{ placeTrade: WireTrade }>(
      `mutation($input: PlaceTradeInput!) { placeTrade(input: $input) { ${TRADE} } }`,
      { input },
    );
    return placeTrade;
  }

  async trade(id: string): Promise<WireTrade> {
    const { trade } = await this.ask<{ trade: WireTrade }>(
      `query($id: ID!) { trade(id: $id) { ${TRADE} } }`,
      { id },
    );
    return trade;
  }

  /** All trades in their current state, newest first. */
  async trades(): Promise<readonly WireTrade[]> {
    const { trades } = await this.ask<{ trades: { nodes: WireTrade[] } }>(
      `{ trades(mode: PAPER, first: 500) { nodes { ${TRADE} } } }`,
    );
    return trades.nodes;
  }

  async book(): Promise<WireBook> {
    return this.ask<WireBook>(`{ portfolio(mode: PAPER) { cash realizedPnl fees deposits }
      positions(mode: PAPER) { symbol quantity costBasis averagePrice tradeIds } }`);
  }

  changes(after?: string): Promise<Pushes<WireBatch>> {
    return Pushes.open<WireBatch>(this.server.api, this.token, CHANGES, { after });
  }
}

interface WireChain {
  readonly underlyingPrice: string;
  readonly rows: readonly {
    readonly strike: string;
    readonly call: { readonly symbol: string; readonly bid: string; readonly ask: string } | null;
  }[];
}

export interface WireBook {
  readonly portfolio: Record<'cash' | 'realizedPnl' | 'fees' | 'deposits', string>;
  readonly positions: readonly { readonly symbol: string; readonly costBasis: string }[];
}

/** Cash + positions at cost, and deposits + realised P&L − fees: if they differ, money was lost or made. */
export function bothSidesOf({ portfolio, positions }: WireBook): [string, string] {
  const { cash, deposits, realizedPnl, fees } = portfolio;
  const atCost = positions.reduce((sum, { costBasis }) => sum.plus(costBasis), ZERO);
  return [dec(cash).plus(atCost).toFixed(), dec(deposits).plus(realizedPnl).minus(fees).toFixed()];
}
