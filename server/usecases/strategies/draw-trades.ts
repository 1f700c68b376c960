import type { Username } from '../../domain/ids.ts';
import { badInput } from '../../domain/refusal.ts';
import type { MonteCarlo } from '../../domain/statistics/monte-carlo.ts';
import { storedInputIn } from './stored-input.ts';
import type { StrategyDeps } from './strategy-deps.ts';
import { UserLanes } from './user-lanes.ts';

const MOST_RUNS = 10_000;
/** The most trades drawn in one request: a second or two of one thread. */
const MOST_DRAWS = 200_000_000;

interface Draws {
  readonly runs: number;
  readonly seed: number;
}

/** The most requests at once: one API query may ask for the draws of hundreds of backtests. */
const LANES = { own: 1, all: 2 } as const;

/** What a backtest's trades would have come to in other orders. */
export class DrawTrades {
  readonly #lanes = new UserLanes(LANES);

  constructor(private readonly deps: Pick<StrategyDeps, 'reads' | 'pool'>) {}

  /** Null: it has no trades. @throws {Refusal} BAD_USER_INPUT for `runs`. */
  async execute(username: Username, id: string, draws: Draws): Promise<MonteCarlo | null> {
    if (draws.runs < 1 || draws.runs > MOST_RUNS)
      throw badInput('runs', `There are 1 to ${MOST_RUNS} runs.`);
    return this.#lanes.in(username, () => this.#draw(username, id, draws));
  }

  async #draw(username: Username, id: string, { runs, seed }: Draws): Promise<MonteCarlo | null> {
    const { reads, pool } = this.deps;
    const backtest = await reads.backtest(username, id);
    if (!backtest?.summary || backtest.trades === 0) return null;
    if (backtest.trades * runs > MOST_DRAWS)
      throw badInput('runs', 'This many runs of this many trades take too long.');
    const { cash } = storedInputIn(backtest.input);
    const trades = await reads.storedTrades(username, id);
    return pool.monteCarlo({ trades, cash, runs, seed });
  }
}
