import type { StrategyKind } from '../../domain/strategy/kind.ts';
import { tell, type StrategyDeps } from './strategy-deps.ts';

/**
 * At the start, strategies whose kind has other code than before begin their evidence anew: of each kind once it is
 * loaded, so that nobody waits for a file that hangs.
 */
export class FollowCode {
  #stopped = false;
  readonly #followed = new Set<Promise<void>>();

  constructor(
    private readonly deps: Pick<StrategyDeps, 'kinds' | 'strategies' | 'paper' | 'clock' | 'log'>,
  ) {}

  start(): void {
    const { log } = this.deps;
    this.execute().catch((error: unknown) =>
      log.error('Strategies of changed code were not found', { error }),
    );
  }

  /** What is not loaded by then is followed at the next start. */
  async stop(): Promise<void> {
    this.#stopped = true;
    await Promise.allSettled(this.#followed);
  }

  async execute(): Promise<void> {
    const kinds = await this.deps.kinds.each();
    await Promise.all(
      kinds.map(async (loading) => {
        const kind = await loading;
        if (this.#stopped || kind.error !== null) return;
        const following = this.#follow(kind);
        this.#followed.add(following);
        await following;
      }),
    );
  }

  async #follow({ kind, version }: StrategyKind): Promise<void> {
    const { strategies, clock } = this.deps;
    for (const changed of await strategies.codeChanged(kind, version, clock.now())) {
      const { id, username, name } = changed;
      const detail = { strategyId: id, name, kind, version: changed.version };
      const message = `The code of ${kind} has changed: ${name} begins its evidence anew.`;
      const told = { type: 'STRATEGY_CODE_CHANGED', message, detail };
      await tell(this.deps, { username }, told, 'desk');
    }
  }
}
