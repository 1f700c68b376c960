import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Book, BookReader } from '../../../server/ports/book.ts';
import { databases } from '../../support/databases/databases.ts';
import { depositsScene, namedRealDesk, restartNamed } from '../../support/desks/deposits-scene.ts';
import type { TradierDesk } from '../../support/desks/tradier-desk.ts';

/** A book that adds to `counts`, at each count of all trades, whether the user's lock was held. */
function counting(book: Book, counts: string[]): Book {
  const through = <T extends object>(whole: T, own: Partial<T>): T =>
    new Proxy(whole, {
      get(target, name) {
        const found = (own as Record<string | symbol, unknown>)[name] ?? Reflect.get(target, name);
        return typeof found === 'function' ? (found.bind(target) as unknown) : found;
      },
    });
  const counted = <R extends BookReader>(reader: R, lock: string): R =>
    through(reader, {
      tradeSums: () => {
        counts.push(lock);
        return reader.tradeSums();
      },
    } as Partial<R>);
  return through(book, {
    read: (of) => counted(book.read(of), 'free'),
    view: (of, work) => book.view(of, (reader) => work(counted(reader, 'free'))),
    change: (of, work) => book.change(of, (change) => work(counted(change, 'held'))),
  });
}

describe.each(databases())('a comparison with an account, kept on %s', (_, open) => {
  let t: TradierDesk;
  beforeEach(async () => {
    t = await namedRealDesk(open);
  });
  afterEach(() => t.close());

  it('counts every trade once, and not while it holds the user’s lock', async () => {
    const scene = depositsScene(t);
    await scene.look();
    await scene.opened();
    await scene.look();
    const counts: string[] = [];
    restartNamed(t, (deps) => ({ ...deps, book: counting(deps.book, counts) }));
    await scene.look();
    expect(counts).toEqual(['free']);
    expect(await scene.states()).toEqual(['HOLDS', 'HOLDS']);
  });
});
