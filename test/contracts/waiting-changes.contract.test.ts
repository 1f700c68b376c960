import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { dec } from '../../server/domain/decimal.ts';
import { databases } from '../support/databases/databases.ts';
import { freshBook, type FreshBook } from '../support/databases/fresh-book.ts';
import { NOON } from '../support/fakes/fake-clock.ts';

/** More than a pool has connections. */
const MANY = 30;

describe.each(databases())('changes that wait for one user on %s', (name, open) => {
  let fresh: FreshBook;
  let release: () => void;
  let held: Promise<void>;

  /** Locks Ada's row until `release` is called. */
  async function holdAda(): Promise<void> {
    let locked = (): void => undefined;
    const begun = new Promise<void>((resolve) => (locked = resolve));
    const gate = new Promise<void>((resolve) => (release = resolve));
    held = fresh.book.change('ada', async () => {
      locked();
      await gate;
    });
    await begun;
  }

  beforeEach(async () => {
    fresh = await freshBook(['ada', 'bob'], open);
    await holdAda();
  });
  afterEach(async () => {
    release();
    await held;
    await fresh.close();
  });

  it('are made one after the other, in the order of asking', async () => {
    const made: number[] = [];
    const all = Array.from({ length: MANY }, (_, at) =>
      fresh.book.change('ada', async (book) => {
        made.push(at);
        await book.deposit(dec(1), NOON, 'user:ada');
      }),
    );
    release();
    await Promise.all(all);
    expect(made).toEqual(Array.from({ length: MANY }, (_, at) => at));
  });

  it('go on after one that fails', async () => {
    const failing = fresh.book.change('ada', async () => Promise.reject(new Error('No')));
    const next = fresh.book.change('ada', async () => 'made');
    release();
    await expect(failing).rejects.toThrow('No');
    expect(await next).toBe('made');
  });

  // SQLite has one connection, which every change holds.
  if (name === 'SQLite') return;
  it('leave other users their connections', async () => {
    const waiting = Array.from({ length: MANY }, () =>
      fresh.book.change('ada', async (book) => book.deposit(dec(1), NOON, 'user:ada')),
    );
    await fresh.book.change('bob', async (book) => book.deposit(dec(1), NOON, 'user:bob'));
    await fresh.book.read('bob').account();
    release();
    await Promise.all(waiting);
  });
});
