import type { Username } from '../../domain/ids.ts';
import type { TradingMode } from '../../domain/mode.ts';
import { badInput } from '../../domain/refusal.ts';
import type { StrategyKinds } from '../../ports/strategies.ts';
import type { StrategyRuns } from '../../ports/strategy-runs.ts';
import { MOST_OWN_KINDS } from '../strategies/own-kind-runs.ts';

interface Asked {
  readonly username: Username;
  readonly strategyId: string;
  /** The books in which it is to run. */
  readonly modes: readonly TradingMode[];
}

/**
 * Each run of an own kind has a thread of its own for as long as it runs.
 * @throws {Refusal} BAD_USER_INPUT for `id` where the user would have more than are allowed, in both books together.
 */
export async function checkOwnKinds(
  kinds: Pick<StrategyKinds, 'all'>,
  runs: readonly Pick<StrategyRuns, 'mode' | 'newest'>[],
  { username, strategyId, modes }: Asked,
): Promise<void> {
  const own = new Set((await kinds.all()).flatMap(({ kind, own }) => (own ? [kind] : [])));
  const newest = await Promise.all(
    runs.map(async (store) => {
      const running = (await store.newest(username)).filter(({ status }) => status === 'RUNNING');
      const ofOwn = running.filter(({ kind }) => own.has(kind));
      return ofOwn.map((run) => `${store.mode} ${run.strategyId}`);
    }),
  );
  const threads = new Set([...newest.flat(), ...modes.map((mode) => `${mode} ${strategyId}`)]);
  if (threads.size > MOST_OWN_KINDS)
    throw badInput(
      'id',
      `At most ${MOST_OWN_KINDS} runs of your own kinds run at once, in both books together: stop another one first.`,
    );
}
