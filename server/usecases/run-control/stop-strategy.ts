import type { Username } from '../../domain/ids.ts';
import type { TradingMode } from '../../domain/mode.ts';
import type { SavedStrategy } from '../../domain/strategy/saved-strategy.ts';
import type { StrategyRun } from '../../domain/strategy/strategy-run.ts';
import type { Mandates } from '../../ports/mandates.ts';
import type { Users } from '../../ports/desk.ts';
import type { Log } from '../../ports/log.ts';
import type { StrategyStore } from '../../ports/strategies.ts';
import type { Actor } from '../../ports/trading-system.ts';
import { actorName } from '../steps/refuse.ts';
import { admitStrategy } from '../strategies/mandated-strategy.ts';
import { noStrategy } from '../strategies/save-strategy.ts';
import type { BeginDeps } from './begin-run.ts';
import { cancelEntries, settleWaiting } from './cancel-waiting.ts';
import { ReferenceRun } from './reference-run.ts';
import { booksOf, type RunBook, type RunBooks } from './run-books.ts';

export interface StopDeps extends BeginDeps {
  readonly books: RunBooks;
  readonly strategies: Pick<StrategyStore, 'byId'>;
  readonly users: Pick<Users, 'byName'>;
  /** What bounds API tokens; undefined: no API token gets anything done. */
  readonly mandates?: Mandates | undefined;
  readonly log: Log;
}

/** Who stops it; `why`: in lower case, without a full stop, for the log. */
export interface StoppedBy {
  readonly actor: string;
  readonly why: string;
}

/**
 * Stops strategies. The run ends first, so that no server stores an entry of it any more; then what waits to enter
 * is canceled. Its open trades stay, with their exits.
 */
export class StopStrategy {
  readonly #reference: ReferenceRun;

  constructor(private readonly deps: StopDeps) {
    this.#reference = new ReferenceRun(deps);
  }

  /**
   * Null `mode`: in both books. Nothing happens where it does not run.
   * @throws {Refusal} NOT_FOUND, FORBIDDEN; CONFLICT in PAPER alone while its run with real money goes on
   */
  async execute(actor: Actor, id: string, mode: TradingMode | null): Promise<SavedStrategy> {
    const { strategies, books } = this.deps;
    const { username } = actor;
    const strategy = await strategies.byId(username, id);
    if (!strategy) throw noStrategy(id);
    if (mode === 'PAPER') await this.#reference.checkFree(strategy);
    for (const place of booksOf(books, mode)) {
      const run = await place.runs.newestOf(username, id);
      await admitStrategy(this.deps, actor, strategy, run);
      if (run) await this.stop(place, run, { actor: actorName(actor), why: 'its user stopped it' });
    }
    if (mode === 'PAPER') await this.#reference.restore(strategy, actorName(actor));
    return strategy;
  }

  /** Stops a run, and does what an earlier stop left undone. */
  async stop(place: RunBook, run: StrategyRun, by: StoppedBy): Promise<void> {
    await this.end(place, run, by);
    await this.cancel(place, run);
  }

  /** Ends a run without asking a venue for anything. */
  async end(place: RunBook, run: StrategyRun, { actor, why }: StoppedBy): Promise<void> {
    const endedAt = this.deps.clock.now();
    if (await place.runs.end(run, { status: 'STOPPED', endedAt, error: null })) {
      const { id: runId, strategyId, name } = run;
      // Waits for the account's lock: an entry that was being stored meanwhile is stored when this returns.
      await place.book.change(run.username, (change) =>
        change.append({
          ...{ type: 'STRATEGY_STOPPED', occurredAt: endedAt, actor, tradeId: null },
          message: `The strategy ${name} was stopped: ${why}.`,
          detail: { strategyId, runId },
        }),
      );
    }
    await settleWaiting(place, run, endedAt);
  }

  /** Cancels the entries of a run that has ended. */
  async cancel(place: RunBook, run: StrategyRun): Promise<void> {
    const user = await this.deps.users.byName(run.username);
    if (!user) return;
    const { username, role, demo } = user;
    await cancelEntries(place, run, { username, role, demo }, this.deps.log);
  }

  /** Ends all runs in a book, of one user or of all. Returns what it ended. */
  async endAll(
    mode: TradingMode,
    username: Username | null,
    by: StoppedBy,
  ): Promise<readonly StrategyRun[]> {
    const place = this.deps.books[mode];
    if (!place) return [];
    const found =
      username === null ? await place.runs.running() : await place.runs.newest(username);
    const running = found.filter(({ status }) => status === 'RUNNING');
    for (const run of running) await this.end(place, run, by);
    return running;
  }

  async cancelAll(mode: TradingMode, runs: readonly StrategyRun[]): Promise<void> {
    const place = this.deps.books[mode];
    if (place) for (const run of runs) await this.cancel(place, run);
  }
}
