import type { StrategyRun } from '../../domain/strategy/strategy-run.ts';
import { RENEW_MS, type LeaseName } from '../../ports/leases.ts';
import { CarryOut } from './carry-out.ts';
import { DeskOfRun } from './desk-of-run.ts';
import type { RunParts } from './live-run.ts';
import { ReadBars } from './read-bars.ts';
import type { RunDeps } from './run-deps.ts';
import { ServedRun } from './served-run.ts';

const LANE = 'strategy-runs';
/** How long a stop waits for what is under way. */
const STOP_MS = 4_000;

/**
 * Serves the strategies that run in one book. Each run is one server's at a time: when that one dies, another
 * goes on with it from its journal once the lease has run out.
 */
export class RunStrategies {
  readonly #parts: RunParts;
  readonly #served = new Map<string, { readonly run: StrategyRun; readonly by: ServedRun }>();
  #renewing: (() => void) | null = null;

  constructor(private readonly deps: RunDeps) {
    const bars = new ReadBars(deps);
    this.#parts = { deps, bars, desk: new DeskOfRun(deps), carryOut: new CarryOut(deps) };
  }

  /** Looks for runs to serve, and lets each one do its next step. */
  async beat(): Promise<void> {
    this.#renewing ??= this.deps.timers.every(RENEW_MS, () => void this.#renew());
    const running = await this.deps.runs.running();
    const ids = new Set(running.map(({ id }) => id));
    for (const [id, { run, by }] of this.#served) if (!ids.has(id)) this.#drop(run, by);
    const unserved = running.filter(({ id }) => !this.#served.has(id));
    if (unserved.length > 0) await this.#take(unserved);
    for (const { by } of this.#served.values()) by.beat();
    this.#parts.bars.tidy();
    this.#parts.desk.tidy();
  }

  /** Resolves when the present step of every run has ended. */
  async idle(): Promise<void> {
    await Promise.all([...this.#served.values()].map(({ by }) => by.idle()));
  }

  /** Leaves every run to other servers. */
  async stop(): Promise<void> {
    this.#renewing?.();
    const served = [...this.#served.values()];
    this.#served.clear();
    const stopped = served.map(async ({ run, by }) => {
      await by.stop();
      await this.deps.leases.release(leaseOf(run));
    });
    await this.deps.timers.within(STOP_MS, Promise.allSettled(stopped), () => []);
  }

  async #take(runs: readonly StrategyRun[]): Promise<void> {
    const { leases, users } = this.deps;
    const elsewhere = await leases.heldByOthers(LANE);
    for (const run of runs) {
      if (elsewhere.has(run.id) || !(await leases.take(leaseOf(run)))) continue;
      const user = await users.byName(run.username);
      if (!user) continue;
      const { username, role, demo } = user;
      const by = new ServedRun(this.#parts, { run, actor: { username, role, demo } });
      this.#served.set(run.id, { run, by });
    }
  }

  async #renew(): Promise<void> {
    const { leases, log } = this.deps;
    for (const { run, by } of [...this.#served.values()]) {
      const isMine = await leases.take(leaseOf(run)).catch((error: unknown) => {
        log.warn('The lease of a strategy’s run was not kept', { run: run.id, error });
        return true;
      });
      if (!isMine) this.#drop(run, by);
    }
  }

  #drop(run: StrategyRun, by: ServedRun): void {
    this.#served.delete(run.id);
    const { leases, log } = this.deps;
    void by
      .stop()
      .then(() => leases.release(leaseOf(run)))
      .catch((error: unknown) => log.warn('A run was not left cleanly', { run: run.id, error }));
  }
}

function leaseOf({ id, username }: StrategyRun): LeaseName {
  return { lane: LANE, username, name: id };
}
