import type { ApiAnswer } from '../servers/api-client.ts';
import type { PlacedTrade, SimulatedDesk } from './simulated-desk.ts';

export interface Check {
  readonly rule: string;
  readonly passed: boolean;
}

interface Standing {
  readonly id: string;
  readonly version: number;
  readonly status: string;
}

let users = 0;
let keys = 0;
const key = () => `limited-${(keys += 1)}`;

/** A user of a simulated desk who sets limits, enters and exits, all over the API. */
export class LimitedUser {
  private constructor(
    readonly desk: SimulatedDesk,
    readonly name: string,
    readonly token: string,
  ) {}

  static async signUp(desk: SimulatedDesk): Promise<LimitedUser> {
    users += 1;
    const name = `limited-${users}`;
    return new LimitedUser(desk, name, await desk.api.signUp(name));
  }

  async limit(limits: object): Promise<void> {
    const { settings } = await this.ask<{ settings: { version: number } }>(
      '{ settings { version } }',
    );
    await this.ask(
      'mutation($input: UpdateSettingsInput!) { updateSettings(input: $input) { version } }',
      { input: { expectedVersion: settings.version, limits } },
    );
  }

  /** Input of an order for shares far below the market: it waits, so its cost is that of its limit. */
  shares(limitPrice: string, parts: object = {}) {
    return {
      ...{ mode: 'PAPER', idempotencyKey: key(), equity: { symbol: 'SPY' }, side: 'BUY' },
      ...{ quantity: '1', orderType: 'LIMIT', limitPrice },
      ...parts,
    };
  }

  async checks(input: object): Promise<readonly Check[]> {
    const { previewTrade } = await this.ask<{ previewTrade: { riskChecks: Check[] } }>(
      'query($input: PlaceTradeInput!) { previewTrade(input: $input) { riskChecks { rule passed } } }',
      { input },
    );
    return previewTrade.riskChecks;
  }

  place(input: object): Promise<ApiAnswer> {
    const query =
      'mutation($input: PlaceTradeInput!) { placeTrade(input: $input) { id status version } }';
    return this.desk.api.ask(query, { token: this.token, variables: { input } });
  }

  async placed(input: object): Promise<string> {
    const { data, text } = await this.place(input);
    if (!data) throw new Error(text);
    return (data as unknown as { placeTrade: { id: string } }).placeTrade.id;
  }

  buyCall(parts: object = {}): Promise<PlacedTrade> {
    return this.desk.buyCall(this.token, { idempotencyKey: key(), ...parts });
  }

  async trade(id: string): Promise<Standing> {
    const { trade } = await this.ask<{ trade: Standing }>(
      `{ trade(id: "${id}") { id version status } }`,
    );
    return trade;
  }

  /** Cancels a waiting trade or closes a held one; returns the trade's state afterwards. */
  async leave(id: string): Promise<string> {
    const { status, version } = await this.trade(id);
    const at = `id: "${id}", expectedVersion: ${version}, idempotencyKey: "${key()}"`;
    if (status === 'PENDING') await this.ask(`mutation { cancelTrade(${at}) { status } }`);
    else await this.ask(`mutation { closeTrade(input: { ${at} }) { status } }`);
    await this.desk.pass(2);
    return (await this.trade(id)).status;
  }

  /** Buys and sells at once: the spread and the fees are lost. Returns how much. */
  async loseSome(): Promise<string> {
    const { id } = await this.buyCall();
    await this.leave(id);
    const { trade } = await this.ask<{ trade: { status: string; netPnl: string } }>(
      `{ trade(id: "${id}") { status netPnl } }`,
    );
    if (trade.status !== 'MANUAL_CLOSE' || !trade.netPnl.startsWith('-'))
      throw new Error(`Nothing was lost: ${JSON.stringify(trade)}`);
    return trade.netPnl.slice(1);
  }

  async moveStop(id: string, stopLoss: string): Promise<string> {
    const { version } = await this.trade(id);
    const { adjustBracket } = await this.ask<{ adjustBracket: { stopLoss: string } }>(
      `mutation { adjustBracket(input: { id: "${id}", expectedVersion: ${version},
        idempotencyKey: "${key()}", stopLoss: "${stopLoss}" }) { stopLoss } }`,
    );
    return adjustBracket.stopLoss;
  }

  async tradeCount(): Promise<number> {
    const { trades } = await this.ask<{ trades: { totalCount: number } }>(
      '{ trades(mode: PAPER) { totalCount } }',
    );
    return trades.totalCount;
  }

  ask<T>(query: string, variables: object = {}): Promise<T> {
    return this.desk.ask<T>(this.token, query, variables);
  }
}
