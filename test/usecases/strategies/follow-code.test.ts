import { expect, it } from 'vitest';
import type { StrategyKind } from '../../../server/domain/strategy/kind.ts';
import { FollowCode } from '../../../server/usecases/strategies/follow-code.ts';

/** Kinds with a version each, of which the first hangs; which of them were followed. */
function following() {
  const followed: string[] = [];
  const fine = (kind: string) =>
    Promise.resolve({ kind, version: 'v', error: null } as StrategyKind);
  let loads: (kind: StrategyKind) => void = () => undefined;
  const hangs = new Promise<StrategyKind>((resolve) => (loads = resolve));
  const deps = {
    kinds: { each: async () => [hangs, fine('mine'), fine('yours')] },
    strategies: { codeChanged: async (kind: string) => (followed.push(kind), []) },
    clock: { now: () => new Date(0) },
    log: { error: (words: string) => followed.push(words) },
  } as unknown as ConstructorParameters<typeof FollowCode>[0];
  const follow = new FollowCode(deps);
  follow.start();
  return { follow, followed, loads: async () => loads(await fine('late')) };
}

it('changed code is followed of each kind once it is loaded, whichever hangs', async () => {
  const { followed, loads } = following();
  await expect.poll(() => followed).toEqual(['mine', 'yours']);
  await loads();
  await expect.poll(() => followed).toEqual(['mine', 'yours', 'late']);
});

it('a stop waits for no kind that hangs, and nothing is followed after it', async () => {
  const { follow, followed, loads } = following();
  await expect.poll(() => followed).toHaveLength(2);
  await follow.stop();
  await loads();
  await new Promise((resolve) => setTimeout(resolve, 10));
  expect(followed).toEqual(['mine', 'yours']);
});
