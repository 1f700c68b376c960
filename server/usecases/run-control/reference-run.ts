import type { Username } from '../../domain/ids.ts';
import { Refusal } from '../../domain/refusal.ts';
import type { SavedStrategy } from '../../domain/strategy/saved-strategy.ts';
import type { StrategyRun } from '../../domain/strategy/strategy-run.ts';
import { beginRun, type BeginDeps } from './begin-run.ts';
import type { RunBooks } from './run-books.ts';

type Named = Pick<SavedStrategy, 'username' | 'id' | 'name'>;

/** The run in PAPER beside one with real money: it says what that should have made. */
export class ReferenceRun {
  constructor(private readonly deps: BeginDeps & { readonly books: RunBooks }) {}

  /** @throws {Refusal} CONFLICT: it does not stop alone before the run with real money. */
  async checkFree({ username, id, name }: Named): Promise<void> {
    if (!(await this.#runningForReal(username, id))) return;
    const message = `${name} runs with real money, and its run in PAPER is the reference of that. Stop the one with real money first, or both.`;
    throw new Refusal('CONFLICT', message);
  }

  /**
   * After it was stopped: whoever started the one with real money before that saw it run. It begins anew then.
   * @throws {Refusal} CONFLICT
   */
  async restore(strategy: Named, actor: string): Promise<void> {
    const { username, id } = strategy;
    const { PAPER } = this.deps.books;
    const real = await this.#runningForReal(username, id);
    const ended = await PAPER?.runs.newestOf(username, id);
    if (!PAPER || !real || !ended) return;
    await beginRun(this.deps, PAPER, { ...real, boundBy: ended.boundBy }, actor);
    await this.checkFree(strategy);
  }

  async #runningForReal(username: Username, id: string): Promise<StrategyRun | null> {
    const run = await this.deps.books.REAL?.runs.newestOf(username, id);
    return run?.status === 'RUNNING' ? run : null;
  }
}
