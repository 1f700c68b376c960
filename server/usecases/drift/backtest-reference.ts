import type { BacktestInput } from '../../domain/backtest/backtest-input.ts';
import { unpackTrades } from '../../domain/backtest/packed-trades.ts';
import { backtestTrades } from '../../domain/drift/backtest-trades.ts';
import type { MadeTrades } from '../../domain/drift/made-trades.ts';
import type { StrategyRun } from '../../domain/strategy/strategy-run.ts';
import { StrategyFailed, type BacktestPool } from '../../ports/backtest-pool.ts';
import type { SettingsStore } from '../../ports/desk.ts';
import type { StrategyKinds } from '../../ports/strategies.ts';
import { hashOf } from '../strategies/load-data.ts';
import { unknown, type Expected, type ExpectedTrades } from './expected-trades.ts';
import { readHanded, type Handed, type HandedDeps } from './read-handed.ts';
import { recordOfContracts } from './record-of-contracts.ts';

export interface BacktestReferenceDeps extends HandedDeps {
  readonly kinds: Pick<StrategyKinds, 'find'>;
  readonly pool: Pick<BacktestPool, 'readSeen' | 'run'>;
  readonly settings: Pick<SettingsStore, 'of'>;
  readonly digest: (text: string) => string;
}

const UNREAD =
  'Its reference looked at quotes that the run did not: nobody knows what it would have done.';
/** Cash for a strategy that never asked for its cash: no entry fails for want of it. */
const PLENTY = '1000000000';

/** What PAPER should have traded: the same version run over the bars that the run was handed, and what it read. */
export class BacktestReference implements ExpectedTrades {
  constructor(private readonly deps: BacktestReferenceDeps) {}

  async of(run: StrategyRun, until: Date, made: MadeTrades): Promise<Expected> {
    const { kinds, pool, digest } = this.deps;
    const handed = await readHanded(this.deps, run, until);
    if (typeof handed === 'string') return unknown(handed);
    const { bars } = handed;
    const { size } = bars;
    if (bars.from === null) return { trades: [], bars: size, hash: null, problem: null };
    if ((await kinds.find(run.kind))?.version !== run.codeVersion)
      return unknown('The code of its kind has changed since it was started.', size);
    const contracts = await recordOfContracts(this.deps, run, until, { handed, made });
    if (typeof contracts === 'string') return unknown(contracts, size);
    const read = await pool.readSeen(
      bars.series.map((each) => ({ ...each, interval: run.interval })),
    );
    const input = await this.#input(run, handed, until, hashOf(digest, read.hashes));
    const { quotes, record } = contracts;
    const data = { ...read.data, quotes };
    try {
      const watch = { signal: new AbortController().signal, onProgress: () => undefined };
      const asked = { kind: run.kind, input, data, ...(record && { record }) };
      const result = await pool.run(asked, watch);
      if (!result) return unknown('The backtest was ended before it was over.', size);
      const { summary, unreadAt = null } = result;
      const trades = backtestTrades(unpackTrades(result.trades), record?.spans);
      const gaps = unreadAt === null ? [] : [{ from: unreadAt, to: Infinity, why: UNREAD }];
      return { trades, bars: size, hash: summary.hash, problem: null, gaps };
    } catch (error) {
      if (error instanceof StrategyFailed) return unknown(error.message, size);
      throw error;
    }
  }

  async #input(
    { codeVersion, parameters, username, interval, seed }: StrategyRun,
    { bars }: Handed,
    until: Date,
    dataHash: string,
  ): Promise<BacktestInput> {
    const { fillModel, fillFit } = await this.deps.settings.of(username);
    return {
      ...{ kindVersion: codeVersion, parameters, interval, fillModel, seed, dataHash },
      ...(fillFit && { fillFit }),
      symbols: bars.series.map(({ symbol }) => symbol),
      ...{ from: bars.from!, to: until.getTime() },
      ...{ cash: bars.cash ?? PLENTY, fees: null, slippagePct: '0' },
    };
  }
}
