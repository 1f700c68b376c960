import { expect, it } from 'vitest';
import type { Books } from '../../server/graphql/books/books.ts';
import { watchOf } from '../../server/graphql/request/reads-of-many.ts';
import type { JobReport } from '../../server/ports/job.ts';
import { ADA } from '../support/desks/tradier-desk.ts';
import { NOON } from '../support/fakes/fake-clock.ts';

const job = (name: string, late: boolean): JobReport => ({
  ...{ name, late, lastRun: NOON, nextRun: null, lastError: null },
  ...{ runs: 1, skipped: 0, everySeconds: name.endsWith('-real') ? 6 : 5 },
});
const books = {
  of: () => ({ account: { halt: async () => 'OFF' } }),
} as unknown as Books;

it('a book is watched by its own job alone', async () => {
  const ask = async (late: 'watch-exits' | 'watch-exits-real') => {
    const names = ['watch-exits', 'watch-exits-real'];
    const reports = () => names.map((name) => job(name, name === late));
    const asked = { books, actor: ADA, reports };
    const [paper, real] = [await watchOf('PAPER', asked), await watchOf('REAL', asked)];
    return [paper.everySeconds, real.everySeconds];
  };
  expect(await ask('watch-exits')).toEqual([null, 6]);
  expect(await ask('watch-exits-real')).toEqual([5, null]);
});

it('nobody watches REAL while its job does not exist', async () => {
  const reports = () => [job('watch-exits', false)];
  expect(await watchOf('REAL', { books, actor: ADA, reports })).toMatchObject({
    ...{ everySeconds: null, lookedAt: null },
  });
});
