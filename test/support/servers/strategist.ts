import { until } from '../values/until.ts';
import type { ApiAnswer, ApiClient } from './api-client.ts';

/** The fields of a backtest that these tests read. */
export interface WireBacktest {
  readonly id: string;
  readonly status: string;
  readonly progress: number;
  readonly error: string | null;
  readonly bars: number | null;
  readonly hash: string | null;
  readonly endEquity: string | null;
  readonly input: Record<string, unknown>;
  readonly warnings: readonly string[];
  readonly stats: { readonly trades: number; readonly totalPnl: string } | null;
  readonly trades: { readonly totalCount: number };
}

const FIELDS = `id status progress error bars hash endEquity input warnings
  stats { trades totalPnl } trades(first: 1) { totalCount }`;

/** A user who writes strategies and tries them. */
export class Strategist {
  private constructor(
    private readonly api: ApiClient,
    readonly token: string,
  ) {}

  static async at(api: ApiClient, token: string): Promise<Strategist> {
    return new Strategist(api, token);
  }

  ask(query: string, variables: object = {}): Promise<ApiAnswer> {
    return this.api.ask(query, { token: this.token, variables });
  }

  /** The data of an answer without errors; throws any other answer. */
  async data<T>(query: string, variables: object = {}): Promise<T> {
    const { data, errors, text } = await this.ask(query, variables);
    if (!data || errors.length > 0) throw new Error(text);
    return data as T;
  }

  async post(
    name: string,
    body: string | Uint8Array,
    { interval, headers = {} }: { interval?: string | null; headers?: Record<string, string> } = {},
  ) {
    const query = interval ? `?interval=${interval}` : '';
    const response = await fetch(`${this.api.url}/data/${name}${query}`, {
      ...{ method: 'POST', body: body as string },
      headers: {
        ...{ 'content-type': 'text/csv', authorization: `Bearer ${this.token}` },
        ...headers,
      },
    });
    const text = await response.text();
    return { status: response.status, body: JSON.parse(text) as Record<string, unknown> };
  }

  async import(name: string, csv: string, interval: string | null = null) {
    const { status, body } = await this.post(name, csv, { interval });
    if (status !== 200) throw new Error(JSON.stringify(body));
    return body as { id: string; name: string; rows: number; hash: string };
  }

  async save(input: object): Promise<string> {
    const query = 'mutation($input: StrategyInput!) { saveStrategy(input: $input) { id } }';
    return (await this.data<{ saveStrategy: { id: string } }>(query, { input })).saveStrategy.id;
  }

  span(start: number, bars: number, symbols: readonly string[] = ['SPY']) {
    const to = new Date(start + bars * 60_000).toISOString();
    return { from: new Date(start).toISOString(), to, symbols };
  }

  async run(input: object): Promise<WireBacktest> {
    const query = `mutation($input: BacktestInput!) { runBacktest(input: $input) { ${FIELDS} } }`;
    return (await this.data<{ runBacktest: WireBacktest }>(query, { input })).runBacktest;
  }

  async sweep(input: object): Promise<string> {
    const query = 'mutation($input: SweepInput!) { runSweep(input: $input) { id } }';
    return (await this.data<{ runSweep: { id: string } }>(query, { input })).runSweep.id;
  }

  async read(id: string): Promise<WireBacktest> {
    const query = `query($id: ID!) { backtest(id: $id) { ${FIELDS} } }`;
    return (await this.data<{ backtest: WireBacktest }>(query, { id })).backtest;
  }

  /** Runs a backtest to its end. */
  async backtest(input: object): Promise<WireBacktest> {
    const { id } = await this.run(input);
    return until(
      'the end of a backtest',
      async () => {
        const found = await this.read(id);
        return ['DONE', 'FAILED', 'CANCELED'].includes(found.status) ? found : null;
      },
      { within: 30_000 },
    );
  }
}
