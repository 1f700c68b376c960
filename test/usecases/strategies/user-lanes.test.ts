import { expect, it } from 'vitest';
import { UserLanes } from '../../../server/usecases/strategies/user-lanes.ts';

it('does so many at once, the others in their order, also after one has failed', async () => {
  const lanes = new UserLanes({ own: 2, all: 2 });
  const begun: number[] = [];
  const ends: ((fails: boolean) => void)[] = [];
  const all = [0, 1, 2, 3].map((n) =>
    lanes.in('ada', () => {
      begun.push(n);
      return new Promise<number>((resolve, reject) => {
        ends[n] = (fails) => (fails ? reject(new Error('no')) : resolve(n));
      });
    }),
  );
  const settled = Promise.allSettled(all);
  await Promise.resolve();
  expect(begun).toEqual([0, 1]);
  ends[1]!(true);
  await expect.poll(() => begun).toEqual([0, 1, 2]);
  ends[0]!(false);
  await expect.poll(() => begun).toEqual([0, 1, 2, 3]);
  ends[2]!(false);
  ends[3]!(false);
  expect((await settled).map(({ status }) => status)).toEqual([
    ...['fulfilled', 'rejected', 'fulfilled', 'fulfilled'],
  ]);
});

it('lets a second user in while more of the first one’s wait', async () => {
  const lanes = new UserLanes({ own: 1, all: 2 });
  const begun: string[] = [];
  const ends: (() => void)[] = [];
  const begin = (username: string) =>
    lanes.in(username, () => {
      begun.push(username);
      return new Promise<void>((resolve) => ends.push(resolve));
    });
  const all = [begin('ada'), begin('ada'), begin('bob'), begin('cyd')];
  await Promise.resolve();
  expect(begun).toEqual(['ada', 'bob']);
  ends[1]!();
  await expect.poll(() => begun).toEqual(['ada', 'bob', 'cyd']);
  ends[0]!();
  await expect.poll(() => begun).toEqual(['ada', 'bob', 'cyd', 'ada']);
  ends[2]!();
  ends[3]!();
  await Promise.all(all);
});
