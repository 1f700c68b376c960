import { lastDayEnd } from '../../domain/drift/day-end.ts';
import { deriveRows, type Compared } from '../../domain/drift/derive-rows.ts';
import { isLargeUnexplained } from '../../domain/drift/large-unexplained.ts';
import type { KeptRow } from '../../domain/drift/kept-row.ts';
import { shadowEntries } from '../../domain/drift/shadow-entries.ts';
import { decidedBy, standingAt } from '../../domain/drift/standing-at.ts';
import type { TradingMode } from '../../domain/mode.ts';
import { CANDLE_MS } from '../../domain/market/candle.ts';
import type { StrategyRun } from '../../domain/strategy/strategy-run.ts';
import type { Book } from '../../ports/book.ts';
import type { Clock } from '../../ports/clock.ts';
import type { DriftStore } from '../../ports/drift-store.ts';
import { eachOfUsers } from '../steps/each-account.ts';
import { changedRows } from './changed-rows.ts';
import type { Expected, ExpectedTrades } from './expected-trades.ts';
import type { StrategyRuns } from '../../ports/strategy-runs.ts';
import { recordOf, type RecordDeps, type RunRecord } from './run-record.ts';

export interface ReckonDeps extends RecordDeps {
  readonly runs: RecordDeps['runs'] & Pick<StrategyRuns, 'keepShadow' | 'settle'>;
  readonly store: DriftStore;
  readonly expected: ExpectedTrades;
  readonly book: Pick<Book, 'change'>;
  readonly clock: Clock;
}

/** A desk that was down for longer has lost those days’ comparisons; the next day of a run compares all of it. */
const LOOKS_BACK_MS = 31 * 86_400_000;
/** The most runs compared in one tick; the next tick goes on. */
const AT_ONCE = 50;

/** Compares each run with its reference once an exchange day is over. Runs as a job. */
export class ReckonDrift {
  constructor(private readonly deps: ReckonDeps) {}

  get mode(): TradingMode {
    return this.deps.store.mode;
  }

  /** @throws {SomeUsersFailed} after every run has had its turn. */
  async execute(): Promise<void> {
    const { store, clock } = this.deps;
    const until = lastDayEnd(clock.now());
    const since = new Date(until.getTime() - LOOKS_BACK_MS);
    const due = await store.due(until, since, AT_ONCE);
    const message = 'Some runs could not be compared with their references';
    await eachOfUsers(due, message, (run) => this.#reckon(run, until));
  }

  async #reckon(run: StrategyRun, until: Date): Promise<void> {
    const { store, expected } = this.deps;
    const { username, strategyId, id: runId, version, name: strategy } = run;
    const made = await recordOf(this.deps, run);
    const should = await expected.of(run, until, made);
    const end = until.getTime();
    const compared: Compared = {
      ...{ expected: standingAt(should.trades, end), problem: should.problem },
      gaps: should.gaps ?? [],
      ...{ actual: standingAt(made.trades, end), unfilled: decidedBy(made.unfilled, end) },
      // Two decisions at neighbouring bars are two.
      nearMs: CANDLE_MS[run.interval] - 1,
    };
    const rows = deriveRows(compared).map((row): KeptRow => ({
      ...row,
      runId,
      strategyId,
      version,
      strategy,
    }));
    const { changed, gone } = changedRows(await store.rows(run), rows);
    const { bars, hash, problem } = should;
    await store.keep(
      {
        ...{ runId, username, strategyId, until, bars, hash, problem },
        trades: should.trades.length,
      },
      changed,
      gone,
    );
    await this.#tellOfNoTrades(run, compared, made);
    await this.#warn(run, should, changed);
  }

  /** Stores what became of entries that are no position, and what they would have made. */
  async #tellOfNoTrades(
    run: StrategyRun,
    compared: Compared,
    { lapsed, shadowed }: RunRecord,
  ): Promise<void> {
    const { runs, clock } = this.deps;
    for (const { key, state, tradeId, noTrade } of lapsed)
      await runs.settle(run, key, { state, tradeId, noTrade, settledAt: clock.now() });
    for (const { key, pnl, note } of shadowEntries(compared))
      if (!shadowed.has(key)) await runs.keepShadow(run, key, { pnl, note });
  }

  /** Alerts a person to what no cause explains: one alert for each day of a run. */
  async #warn(run: StrategyRun, { problem }: Expected, changed: readonly KeptRow[]): Promise<void> {
    const large = changed.filter(isLargeUnexplained);
    const [worst] = large.toSorted((a, b) =>
      b.split.UNEXPLAINED.abs().comparedTo(a.split.UNEXPLAINED.abs()),
    );
    if (!worst) return;
    const { book, clock } = this.deps;
    const rest = worst.split.UNEXPLAINED.toFixed(2);
    const trades = large.length === 1 ? 'One trade differs' : `${large.length} trades differ`;
    const why = problem === null ? '' : ` There is no reference: ${problem}`;
    const message = `${trades} from the reference of ${run.name} by more than any cause explains, most by $${rest} in ${worst.symbol}.${why}`;
    await book.change(run.username, (change) =>
      change.raise(
        {
          ...({ kind: 'DRIFT_UNEXPLAINED', severity: 'WARNING' } as const),
          ...{ message, tradeId: worst.tradeId, subject: run.id },
        },
        clock.now(),
      ),
    );
  }
}
