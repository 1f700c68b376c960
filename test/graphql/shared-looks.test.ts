import { describe, expect, it } from 'vitest';
import { SharedLooks } from '../../server/graphql/streams/shared-looks.ts';

describe('shared looks', () => {
  it('are made once for all listeners, and again when they are no longer valid', async () => {
    let now = 0;
    let made = 0;
    const looks = new SharedLooks(() => now);
    const look = () =>
      looks.of(
        'ada',
        async () => ++made,
        () => 5_000,
      );
    for (let second = 0; second < 60; second += 1) {
      now = second * 1000;
      await Promise.all([look(), look(), look()]);
    }
    expect(made).toBe(12);
  });

  it('are made separately for each user', async () => {
    const looks = new SharedLooks(() => 0);
    const looked = ['ada', 'bob'].map((name) =>
      looks.of(
        name,
        async () => name,
        () => 5_000,
      ),
    );
    expect(await Promise.all(looked)).toEqual(['ada', 'bob']);
  });

  it('are not kept when they fail', async () => {
    const looks = new SharedLooks(() => 0);
    const failing = looks.of(
      'ada',
      () => Promise.reject(new Error('down')),
      () => 5_000,
    );
    await expect(failing).rejects.toThrow('down');
    expect(
      await looks.of(
        'ada',
        async () => 'up',
        () => 5_000,
      ),
    ).toBe('up');
  });
});
