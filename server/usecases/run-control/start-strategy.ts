import type { Mandate } from '../../domain/account/mandate.ts';
import type { TradingMode } from '../../domain/mode.ts';
import { badInput, Refusal } from '../../domain/refusal.ts';
import type { SavedStrategy } from '../../domain/strategy/saved-strategy.ts';
import { realStartChecks } from '../../domain/strategy/start-checks.ts';
import type { StrategyRun } from '../../domain/strategy/strategy-run.ts';
import type { StrategyKinds } from '../../ports/strategies.ts';
import type { Actor } from '../../ports/trading-system.ts';
import { disabled, inForce } from '../steps/armed-for.ts';
import { mandateNow } from '../steps/mandate-gate.ts';
import { checkMayTrade } from '../steps/real-gate.ts';
import { actorName, refuse } from '../steps/refuse.ts';
import { checkStrategy } from '../strategies/mandated-strategy.ts';
import { noStrategy, usableKind } from '../strategies/save-strategy.ts';
import { beginRun } from './begin-run.ts';
import { checkOwnKinds } from './own-kind-limit.ts';
import { booksOf, type RunBook } from './run-books.ts';
import type { StopDeps, StopStrategy } from './stop-strategy.ts';

export interface StartDeps extends StopDeps {
  readonly kinds: StrategyKinds;
}

/** Lets a strategy run in a book: it is handed each new bar from then on. */
export class StartStrategy {
  constructor(
    private readonly deps: StartDeps,
    private readonly stop: StopStrategy,
  ) {}

  /**
   * A strategy that runs there already goes on as it is. In REAL its run on paper, as reference, is started too.
   * @throws {Refusal} NOT_FOUND; BAD_USER_INPUT for `symbols`, `kind`, or `id` where too many of own kinds run; FORBIDDEN by a mandate; CONFLICT where it was changed meanwhile; in
   * REAL REAL_MODE_DISABLED, then RISK_DENIED with `checks`.
   */
  async execute(actor: Actor, id: string, mode: TradingMode): Promise<SavedStrategy> {
    const { strategies, books, clock } = this.deps;
    const strategy = await strategies.byId(actor.username, id);
    if (!strategy) throw noStrategy(id);
    const place = books[mode];
    if (!place) throw disabled(`This server does not keep a ${mode} book.`);
    const at = clock.now();
    try {
      if ((await place.runs.newestOf(actor.username, id))?.status !== 'RUNNING')
        await this.#start(actor, strategy, place);
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      const refused = { action: 'START_STRATEGY', at, tradeId: null };
      await refuse(place.book, actor, error, refused);
    }
    return strategy;
  }

  async #start(actor: Actor, strategy: SavedStrategy, place: RunBook): Promise<void> {
    const mandate = await this.#check(actor, strategy, place);
    const boundBy = mandate && (actor.tokenId ?? null);
    const begin = (where: RunBook) => this.#begin(actor, strategy, where, boundBy);
    const { PAPER: reference } = this.deps.books;
    if (place.mode === 'PAPER' || !reference) return begin(place);
    await begin(reference);
    await begin(place);
    await this.#keepReference(actor, strategy, place, () => begin(reference));
  }

  /** Whoever stopped the reference before the run was stored did not see the run. */
  async #keepReference(
    actor: Actor,
    { username, id }: SavedStrategy,
    place: RunBook,
    begin: () => Promise<void>,
  ): Promise<void> {
    try {
      await begin();
    } catch (error) {
      const run = await place.runs.newestOf(username, id);
      const why = 'its run in PAPER, its reference, ended';
      if (run) await this.stop.stop(place, run, { actor: actorName(actor), why });
      throw error;
    }
  }

  /** Returns the mandate that bounds the actor who starts it; null: none does. */
  async #check(actor: Actor, strategy: SavedStrategy, place: RunBook): Promise<Mandate | null> {
    if (strategy.symbols.length === 0)
      throw badInput('symbols', 'The strategy has no symbol to trade.');
    const kind = await usableKind(this.deps.kinds, strategy.kind);
    const mandate = await mandateNow(this.deps, actor);
    checkStrategy(mandate, strategy);
    // The strategy has not been moved to the kind's changed code yet.
    if (kind.version !== strategy.codeVersion) throw changed(strategy);
    if (kind.own) await this.#checkOwn(strategy, place);
    if (place.mode === 'PAPER') return mandate;
    checkMayTrade(place);
    const arming = await place.book.read(strategy.username).arming();
    if (!inForce(arming, this.deps.clock.now()))
      throw disabled('REAL is not armed: no strategy is started with real money.');
    const checks = realStartChecks(strategy);
    const failed = checks.filter(({ passed }) => !passed);
    if (failed.length > 0)
      throw new Refusal('RISK_DENIED', failed.map(({ message }) => message).join(' '), { checks });
    return mandate;
  }

  #checkOwn({ username, id: strategyId }: SavedStrategy, { mode }: RunBook): Promise<void> {
    const { kinds, books } = this.deps;
    const runs = booksOf(books, null).map((each) => each.runs);
    const modes: readonly TradingMode[] = mode === 'REAL' ? ['PAPER', 'REAL'] : ['PAPER'];
    return checkOwnKinds(kinds, runs, { username, strategyId, modes });
  }

  async #begin(
    actor: Actor,
    strategy: SavedStrategy,
    place: RunBook,
    boundBy: string | null,
  ): Promise<void> {
    const { username, id: strategyId, version, name, kind, codeVersion, since } = strategy;
    const { interval } = await usableKind(this.deps.kinds, kind);
    const { parameters, symbols } = strategy;
    const terms = {
      ...{ username, strategyId, version, name, kind, codeVersion, parameters, symbols },
      ...{ interval: strategy.interval ?? interval, evidenceSince: since, boundBy },
    };
    const run = await beginRun(this.deps, place, terms, actorName(actor));
    if (run) await this.#lookAgain(actor, place, run);
  }

  /** Looks again: a change of it or of a mandate, or a disarming, before the run was stored did not see the run. */
  async #lookAgain(actor: Actor, place: RunBook, run: StrategyRun): Promise<void> {
    const { username, strategyId: id, version } = run;
    try {
      const now = await this.deps.strategies.byId(username, id);
      if (!now) throw noStrategy(id);
      if (now.version !== version) throw changed(now);
      const mandate = await this.#check(actor, now, place);
      if (mandate && run.boundBy === null) throw changed(now);
    } catch (error) {
      await this.stop.stop(place, run, { actor: 'desk', why: 'it was changed meanwhile' });
      throw error;
    }
  }
}

function changed(current: SavedStrategy): Refusal {
  return new Refusal('CONFLICT', 'The strategy was changed elsewhere', { current });
}
