import type { Username } from '../../domain/ids.ts';
import { badInput, Refusal } from '../../domain/refusal.ts';
import { gridOf, MOST_RUNS } from '../../domain/strategy/grid.ts';
import type { SavedStrategy } from '../../domain/strategy/saved-strategy.ts';
import { hasEnded, type Backtest, type Sweep } from '../../ports/backtests.ts';
import type { WorkKind } from '../../ports/backtest-queue.ts';
import type { Actor } from '../../ports/trading-system.ts';
import { termsOf, type BacktestRequest, type BacktestTerms } from './asked-backtest.ts';
import { fillRuleOf } from './fill-rule.ts';
import { chooseSeries, type WantedInterval } from './choose-series.ts';
import { hashOf } from './load-data.ts';
import { noStrategy, usableKind } from './save-strategy.ts';
import { tell, type StrategyDeps } from './strategy-deps.ts';
import { asAsked, storedLimits, type StoredInput, type WalkForward } from './stored-input.ts';
import { spansOf } from './walk-forward.ts';

export interface SweepRequest {
  readonly base: BacktestRequest;
  readonly grid: unknown;
  readonly walkForward?: WalkForward | null;
}

/** The most runs of one user that wait or run: another is refused until one of these has ended. */
const MOST_UNFINISHED = 100;
const RETRY_MS = 10_000;

/** Puts backtests and sweeps into the queue, and takes them out of it. */
export class RunBacktests {
  constructor(
    private readonly deps: StrategyDeps,
    private readonly workers: { kick(): void; abort(id: string): void },
    private readonly trim: { kick(username: Username): void },
  ) {}

  /** @throws {Refusal} NOT_FOUND, RATE_LIMITED, BAD_USER_INPUT with the field. */
  async run(actor: Actor, asked: BacktestRequest): Promise<Backtest> {
    const { queue, clock, ids } = this.deps;
    const { strategy, input } = await this.#prepare(actor, asked);
    const backtest: Backtest = {
      ...{ id: `backtest_${ids.next()}`, username: actor.username, strategyId: strategy.id },
      ...{ status: 'QUEUED', input: asAsked(input), createdAt: clock.now(), finishedAt: null },
      ...{ error: null, strategyVersion: strategy.version, sweepId: null, parameters: null },
      ...{ barsDone: 0, barsTotal: 0, trades: 0, summary: null },
    };
    await queue.addBacktest(backtest);
    await this.#tell(actor, 'BACKTEST_ASKED', `A backtest of ${strategy.name} was asked for.`, {
      backtestId: backtest.id,
      strategyId: strategy.id,
    });
    this.workers.kick();
    this.trim.kick(actor.username);
    return backtest;
  }

  /** @throws {Refusal} as `run` does, and BAD_USER_INPUT for `grid` and `walkForward`. */
  async sweep(actor: Actor, { base, grid, walkForward = null }: SweepRequest): Promise<Sweep> {
    const { queue, clock, ids, kinds } = this.deps;
    const { strategy, input } = await this.#prepare(actor, base);
    const kind = await usableKind(kinds, strategy.kind);
    const sets = gridOf(kind.parameters, strategy.parameters, grid).length;
    const spans = walkForward ? spansOf(input, walkForward) : [];
    const runsTotal = sets + spans.length * (sets + 1);
    if (runsTotal > MOST_RUNS)
      throw badInput('grid', `With its spans the sweep has ${runsTotal} runs, not ${MOST_RUNS}.`);
    const sweep: Sweep = {
      ...{ id: `sweep_${ids.next()}`, username: actor.username, strategyId: strategy.id },
      ...{ status: 'QUEUED', createdAt: clock.now(), finishedAt: null, error: null },
      input: asAsked({ ...input, grid, walkForward }),
      ...{ runsDone: 0, runsTotal, walkForward: null },
    };
    await queue.addSweep(sweep);
    await this.#tell(actor, 'SWEEP_ASKED', `A sweep of ${strategy.name} was asked for.`, {
      sweepId: sweep.id,
      strategyId: strategy.id,
      runs: runsTotal,
    });
    this.workers.kick();
    this.trim.kick(actor.username);
    return sweep;
  }

  /** A backtest that has ended stays as it is. @throws {Refusal} NOT_FOUND */
  async cancelBacktest(actor: Actor, id: string): Promise<Backtest> {
    const read = () => this.deps.reads.backtest(actor.username, id);
    return this.#cancel(actor, { kind: 'backtest', id }, read);
  }

  /** Runs that are done stay. @throws {Refusal} NOT_FOUND */
  async cancelSweep(actor: Actor, id: string): Promise<Sweep> {
    return this.#cancel(actor, { kind: 'sweep', id }, () =>
      this.deps.reads.sweep(actor.username, id),
    );
  }

  async #cancel<W extends Backtest | Sweep>(
    actor: Actor,
    { kind, id }: { readonly kind: WorkKind; readonly id: string },
    read: () => Promise<W | null>,
  ): Promise<W> {
    const { queue, clock } = this.deps;
    const found = await read();
    if (!found) throw new Refusal('NOT_FOUND', `You have no ${kind} ${id}`);
    if (hasEnded(found.status)) return found;
    const { username } = actor;
    if (await queue.cancel({ kind, id, username }, clock.now())) {
      this.workers.abort(id);
      const type = kind === 'sweep' ? 'SWEEP_CANCELED' : 'BACKTEST_CANCELED';
      await this.#tell(actor, type, `A ${kind} was canceled.`, { id });
    }
    return (await read()) ?? found;
  }

  async #prepare(
    actor: Actor,
    asked: BacktestRequest,
  ): Promise<{ readonly strategy: SavedStrategy; readonly input: StoredInput }> {
    const { strategies, kinds, reads, settings } = this.deps;
    const { username } = actor;
    const strategy = await strategies.byId(username, asked.strategyId);
    if (!strategy) throw noStrategy(asked.strategyId);
    const kind = await usableKind(kinds, strategy.kind);
    const own = await settings.of(username);
    const terms = termsOf(
      asked,
      await fillRuleOf(this.deps, username, asked.fillModel ?? null, own),
    );
    const wanted = { named: asked.interval ?? strategy.interval, usual: kind.interval };
    const found = await this.#dataOf(actor, asked.dataSet ?? null, wanted, terms);
    if ((await reads.unfinished(username)) >= MOST_UNFINISHED)
      throw new Refusal('RATE_LIMITED', `At most ${MOST_UNFINISHED} backtests wait or run.`, {
        retryAfterMs: RETRY_MS,
      });
    const input: StoredInput = {
      ...{ strategyId: strategy.id, strategyVersion: strategy.version, kind: kind.kind },
      ...{ kindVersion: kind.version, parameters: strategy.parameters, ...terms, ...found },
      limits: storedLimits(own.limits),
    };
    return { strategy, input };
  }

  async #dataOf(
    { username }: Actor,
    name: string | null,
    wanted: Required<WantedInterval>,
    { symbols, from, to }: BacktestTerms,
  ): Promise<Pick<StoredInput, 'interval' | 'dataHash'>> {
    if (name === null) return { interval: wanted.named ?? wanted.usual, dataHash: null };
    const set = await this.deps.dataSets.byName(username, name);
    if (!set) throw badInput('dataSet', 'You have no data set of this name.');
    const there = await this.deps.dataSets.series(set);
    const { series, interval } = chooseSeries(
      { ...set, series: there },
      { symbols, from, to },
      wanted,
    );
    const hashes = series.map(({ hash }) => hash);
    return { interval, dataHash: hashOf(this.deps.digest, hashes) };
  }

  #tell(actor: Actor, type: string, message: string, detail: object): Promise<void> {
    return tell(this.deps, actor, { type, message, detail });
  }
}
