import { describe, expect, it } from 'vitest';
import type { UserAccount } from '../../../server/ports/turns.ts';
import { ReadAhead } from '../../../server/usecases/steps/read-ahead.ts';

const accountOf = (username: string, account = 'one'): UserAccount => ({
  ...{ username, account, venue: 'SIMULATED' },
});
const names = Array.from({ length: 60 }, (_, at) => `user-${at}`);

describe('a read ahead', () => {
  it('reads for many users at once, when the first of them asks, and each user once', async () => {
    const reads: string[][] = [];
    const accounts = names.flatMap((name) => [accountOf(name), accountOf(name, 'two')]);
    const ahead = new ReadAhead(accounts, async (usernames) => {
      reads.push([...usernames]);
      return new Map(usernames.map((name) => [name, `of ${name}`]));
    });
    expect(reads).toEqual([]);
    for (const { username } of accounts) expect(await ahead.of(username)).toBe(`of ${username}`);
    expect(reads.flat()).toEqual(names);
    expect(reads.length).toBeLessThan(5);
  });

  it('leaves each to read alone when a stranger’s row fails it', async () => {
    const ahead = new ReadAhead([accountOf('ada'), accountOf('bob')], async () => {
      throw new Error('a row of bob is corrupt');
    });
    expect([await ahead.of('ada'), await ahead.of('bob')]).toEqual([undefined, undefined]);
  });
});
