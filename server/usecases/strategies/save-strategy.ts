import type { Decimal } from '../../domain/decimal.ts';
import { deskSymbol } from '../../domain/instrument/symbol-forms.ts';
import type { CandleInterval } from '../../domain/market/candle.ts';
import { badInput, Refusal } from '../../domain/refusal.ts';
import type { StrategyKind } from '../../domain/strategy/kind.ts';
import { fillParameters } from '../../domain/strategy/parameters.ts';
import { changedStrategy, type SavedStrategy } from '../../domain/strategy/saved-strategy.ts';
import { StrategyNameTaken, type StrategyKinds } from '../../ports/strategies.ts';
import type { Actor } from '../../ports/trading-system.ts';
import { mandateNow } from '../steps/mandate-gate.ts';
import { admitStrategy, checkRunning, checkStrategy } from './mandated-strategy.ts';
import { tell, type StrategyDeps } from './strategy-deps.ts';

/** What a user types; with the id of a stored strategy, fields left out stay as they are. */
export interface StrategyAsked {
  readonly id?: string | null;
  readonly expectedVersion?: number | null;
  readonly name: string;
  readonly kind: string;
  readonly parameters?: unknown;
  readonly symbols?: readonly string[] | null;
  readonly interval?: CandleInterval | null;
  readonly budget?: Decimal | null;
}

const LONGEST_NAME = 64;
export const MOST_SYMBOLS = 50;
const MOST_STRATEGIES = 500;
const SYMBOL = /^[\x21-\x7e]{1,64}$/;

/** Adds a strategy, or changes one. */
export class SaveStrategy {
  constructor(
    private readonly deps: Pick<
      StrategyDeps,
      'kinds' | 'strategies' | 'runs' | 'paper' | 'clock' | 'ids' | 'mandates'
    >,
  ) {}

  /**
   * @throws {Refusal} BAD_USER_INPUT for `name`, `kind`, `parameters.NAME`, `symbols`, `budget`, `expectedVersion`;
   * NOT_FOUND; FORBIDDEN by a mandate; CONFLICT with the stored strategy, or while it runs (except name, budget).
   */
  async execute(actor: Actor, asked: StrategyAsked): Promise<SavedStrategy> {
    const { strategies, clock } = this.deps;
    const { username } = actor;
    const before = asked.id == null ? null : await strategies.byId(username, asked.id);
    if (asked.id != null && !before) throw noStrategy(asked.id);
    if (before) checkVersion(before, asked.expectedVersion);
    const kind = await usableKind(this.deps.kinds, asked.kind);
    const change = changeOf(asked, kind, before);
    await this.#admit(actor, change, before);
    try {
      if (!before) return await this.#add(actor, change);
      const after = changedStrategy(before, change, clock.now());
      const isAnother = before.version !== after.version;
      if (isAnother && (await this.#running(before)).length > 0) throw stillRuns(before);
      const current = await strategies.replace(before, after);
      if (current) throw conflict(current);
      // A run that was started in between runs a version that is replaced.
      if (isAnother) await this.#endRuns(before);
      await this.#tell(actor, after, isAnother ? 'changed' : 'renamed');
      return after;
    } catch (error) {
      if (error instanceof StrategyNameTaken)
        throw badInput('name', `Another strategy of yours is called ${change.name}.`);
      throw error;
    }
  }

  async #admit(actor: Actor, change: Change, before: SavedStrategy | null): Promise<void> {
    const mandate = await mandateNow(this.deps, actor);
    if (!mandate) return;
    if (before) {
      await admitStrategy(this.deps, actor, before);
      const running = await this.#running(before);
      checkRunning(
        ...([mandate, actor] as const),
        running.map(({ run }) => run),
      );
    }
    checkStrategy(mandate, change);
  }

  async #add(actor: Actor, change: Change): Promise<SavedStrategy> {
    const { strategies, clock, ids } = this.deps;
    const { username } = actor;
    if ((await strategies.of(username)).length >= MOST_STRATEGIES)
      throw badInput('name', `A user has at most ${MOST_STRATEGIES} strategies.`);
    const now = clock.now();
    const strategy: SavedStrategy = {
      ...{ ...change, id: `strategy_${ids.next()}`, username, version: 1 },
      ...{ stage: 'BACKTEST', since: now, demotedAt: null, createdAt: now },
    };
    await strategies.add(strategy);
    await this.#tell(actor, strategy, 'added');
    return strategy;
  }

  async #running({ username, id }: SavedStrategy) {
    const newest = await Promise.all(
      this.deps.runs.map(async (store) => ({ store, run: await store.newestOf(username, id) })),
    );
    return newest.flatMap(({ store, run }) => (run?.status === 'RUNNING' ? { store, run } : []));
  }

  async #endRuns(strategy: SavedStrategy): Promise<void> {
    const ended = { status: 'STOPPED', endedAt: this.deps.clock.now(), error: null } as const;
    for (const { store, run } of await this.#running(strategy)) await store.end(run, ended);
  }

  #tell(
    actor: Actor,
    { id, name, kind, version }: SavedStrategy,
    what: 'added' | 'changed' | 'renamed',
  ): Promise<void> {
    return tell(this.deps, actor, {
      type: 'STRATEGY_SAVED',
      message: `The strategy ${name} was ${what}: ${kind}, version ${version}.`,
      detail: { strategyId: id, name, kind, version },
    });
  }
}

type Change = Pick<
  SavedStrategy,
  'name' | 'kind' | 'codeVersion' | 'parameters' | 'symbols' | 'interval' | 'budget'
>;

function changeOf(asked: StrategyAsked, kind: StrategyKind, before: SavedStrategy | null): Change {
  const { interval, budget } = asked;
  // Parameters of another kind say nothing about this one.
  const kept = before?.kind === kind.kind ? before.parameters : {};
  return {
    name: nameOf(asked.name),
    ...{ kind: kind.kind, codeVersion: kind.version },
    parameters: fillParameters(kind.parameters, asked.parameters ?? kept),
    symbols: asked.symbols == null ? (before?.symbols ?? []) : symbolsOf(asked.symbols, 0),
    interval: interval === undefined ? (before?.interval ?? null) : interval,
    budget: budgetOf(budget === undefined ? (before?.budget ?? null) : budget),
  };
}

function nameOf(typed: string): string {
  const name = typed.trim();
  const length = [...name].length;
  if (length < 1 || length > LONGEST_NAME)
    throw badInput('name', `A name has 1 to ${LONGEST_NAME} characters.`);
  return name;
}

function budgetOf(budget: Decimal | null): Decimal | null {
  if (budget && !budget.greaterThan(0)) throw badInput('budget', 'A budget is above 0.');
  return budget;
}

/** The symbols in the desk's own form. @throws {Refusal} BAD_USER_INPUT for `symbols`. */
export function symbolsOf(typed: readonly string[], fewest: number): readonly string[] {
  if (typed.length < fewest || typed.length > MOST_SYMBOLS)
    throw badInput('symbols', `There are ${fewest} to ${MOST_SYMBOLS} symbols.`);
  const symbols = typed.map((each) => {
    const symbol = deskSymbol(each.trim());
    if (!SYMBOL.test(symbol)) throw badInput('symbols', 'A symbol has 1 to 64 characters.');
    return symbol;
  });
  if (new Set(symbols).size < symbols.length) throw badInput('symbols', 'A symbol is there twice.');
  return symbols;
}

/** @throws {Refusal} BAD_USER_INPUT for `kind`. */
export async function usableKind(kinds: StrategyKinds, name: string): Promise<StrategyKind> {
  const kind = await kinds.find(name);
  if (!kind) throw badInput('kind', 'The desk has no kind of this name.');
  if (kind.error !== null) throw badInput('kind', `${name} cannot be loaded: ${kind.error}`);
  return kind;
}

function checkVersion(strategy: SavedStrategy, expected: number | null | undefined): void {
  if (expected == null)
    throw badInput('expectedVersion', 'A change names the version that it changes.');
  if (expected !== strategy.version) throw conflict(strategy);
}

export function conflict(current: SavedStrategy): Refusal {
  return new Refusal('CONFLICT', 'The strategy was changed elsewhere', { current });
}

function stillRuns(current: SavedStrategy): Refusal {
  return new Refusal('CONFLICT', 'The strategy runs: stop it before you change it', { current });
}

export function noStrategy(id: string): Refusal {
  return new Refusal('NOT_FOUND', `You have no strategy ${id}`);
}
