import { expect, it } from 'vitest';
import { deskJobs, priceJob } from '../../server/jobs/desk-jobs.ts';
import type { TradingMode } from '../../server/domain/mode.ts';
import type { BookDesk } from '../../server/usecases/book-desk.ts';

const CADENCE = { sync: 60, snapshot: 40 };

it('each book has jobs of its own, and PAPER’s have the names that everybody knows', () => {
  const [paper, real] = (['PAPER', 'REAL'] as TradingMode[]).map((mode) =>
    deskJobs({ mode } as BookDesk, CADENCE).map(({ name }) => name),
  );
  expect(paper).toEqual([
    ...['sync-orders', 'take-snapshots', 'bookends', 'watch-exits', 'settle-expiry', 'reconcile'],
  ]);
  expect(real).toEqual([...paper!.map((name) => `${name}-real`), 'see-accounts-real']);
});

it('forecasts are settled with expiries in PAPER, whatever becomes of those', async () => {
  let settled = 0;
  const desk = (mode: TradingMode) =>
    ({
      mode,
      settleExpiry: { execute: async () => Promise.reject(new Error('no close')) },
    }) as unknown as BookDesk;
  const forecasts = { execute: async () => void (settled += 1) };
  const named = (mode: TradingMode, name: string) =>
    deskJobs(desk(mode), CADENCE, mode === 'PAPER' ? forecasts : null).find(
      (each) => each.name === name,
    );
  await expect(named('PAPER', 'settle-expiry')?.run()).rejects.toThrow('no close');
  expect(settled).toBe(1);
  await expect(named('REAL', 'settle-expiry-real')?.run()).rejects.toThrow('no close');
  expect(settled).toBe(1);
});

it('the job of token prices continues with the next market when one fails', async () => {
  const served: string[] = [];
  const poll = (name: string, error: Error | null) => ({
    execute: async () => {
      if (error) throw error;
      served.push(name);
    },
  });
  const job = priceJob([poll('SOLANA', new Error('no answer')), poll('SIMULATED', null)], 10);
  await expect(job.run()).rejects.toThrow('no answer');
  expect(served).toEqual(['SIMULATED']);
});

it('judges what trips a switch though the sync before it failed', async () => {
  let looks = 0;
  const desk = {
    mode: 'REAL',
    syncOrders: { execute: async () => Promise.reject(new Error('its database is down')) },
    watchCauses: { execute: async () => void (looks += 1) },
  } as unknown as BookDesk;
  const sync = deskJobs(desk, CADENCE).find(({ name }) => name === 'sync-orders-real');
  await expect(sync?.run()).rejects.toThrow('its database is down');
  expect(looks).toBe(1);
});
