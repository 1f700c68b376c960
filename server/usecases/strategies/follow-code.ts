import { tell, type StrategyDeps } from './strategy-deps.ts';

/** At the start, strategies whose kind has other code than before begin their evidence anew. */
export class FollowCode {
  #done: Promise<void> = Promise.resolve();

  constructor(
    private readonly deps: Pick<StrategyDeps, 'kinds' | 'strategies' | 'paper' | 'clock' | 'log'>,
  ) {}

  start(): void {
    this.#done = this.execute().catch((error: unknown) =>
      this.deps.log.error('Strategies of changed code were not found', { error }),
    );
  }

  async stop(): Promise<void> {
    await this.#done;
  }

  async execute(): Promise<void> {
    const { kinds, strategies, clock } = this.deps;
    for (const { kind, version, error } of await kinds.all()) {
      if (error !== null) continue;
      for (const changed of await strategies.codeChanged(kind, version, clock.now())) {
        const { id, username, name } = changed;
        const detail = { strategyId: id, name, kind, version: changed.version };
        const message = `The code of ${kind} has changed: ${name} begins its evidence anew.`;
        const told = { type: 'STRATEGY_CODE_CHANGED', message, detail };
        await tell(this.deps, { username }, told, 'desk');
      }
    }
  }
}
