import { expect, it } from 'vitest';
import { deskJobs } from '../../server/jobs/desk-jobs.ts';
import type { BookDesk } from '../../server/usecases/book-desk.ts';

it('a job continues with the next book when one fails', async () => {
  const served: string[] = [];
  const desk = (name: string, error: Error | null) =>
    ({
      syncOrders: {
        execute: async () => {
          if (error) throw error;
          served.push(name);
        },
      },
      watchCauses: { execute: async () => {} },
    }) as unknown as BookDesk;
  const broken = desk('PAPER', new Error('its database is down'));
  const jobs = deskJobs([broken, desk('REAL', null)], { sync: 60, snapshot: 40 });
  const sync = jobs.find(({ name }) => name === 'sync-orders');
  await expect(sync?.run()).rejects.toThrow('its database is down');
  expect(served).toEqual(['REAL']);
});
