import { expect, it } from 'vitest';
import { Slots } from '../../../server/adapters/strategy-host/pool/slots.ts';

it('does so many at once, the others in their order, also after one has failed', async () => {
  const slots = new Slots(2);
  const begun: number[] = [];
  const ends: ((fails: boolean) => void)[] = [];
  const all = [0, 1, 2, 3].map((n) =>
    slots.in(() => {
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
