import { expect, it } from 'vitest';
import { dec } from '../../../server/domain/decimal.ts';
import { SOL_MINT } from '../../../server/domain/token/mint.ts';
import { reportHoldings } from '../../../server/domain/wallet/holding-report.ts';
import { NOON } from '../../support/fakes/fake-clock.ts';

const kept = (mint: string, raw = 7n) => ({
  ...{ mint, raw, frozen: 0n, decimals: 2, accounts: 1, slot: 5, since: NOON },
  program: 'SPL_TOKEN' as const,
});
const lot = { username: 'ada', mint: 'zz-held', quantity: dec(1), ticker: 'ZZ', decimals: 2 };

it('holdings list what is booked, then money, and count what strangers sent beyond the most', () => {
  const dust = Array.from({ length: 900 }, (_, at) => kept(`dust-${String(at).padStart(3, '0')}`));
  const all = [kept('none', 0n), ...dust, kept(SOL_MINT), kept('zz-held')];
  const { holdings, unlisted } = reportHoldings({ kept: all, lots: [lot], most: 500 }, 'ada');
  expect(holdings.map(({ mint }) => mint).slice(0, 3)).toEqual(['zz-held', SOL_MINT, 'dust-000']);
  expect([holdings.length, unlisted]).toEqual([500, 402]);
  expect(holdings[0]?.missing?.toFixed()).toBe('0.93');
});

it('holdings list what is booked though the wallet has it no more', () => {
  const gone = reportHoldings({ kept: [], lots: [lot], most: 500 }, 'ben');
  expect(gone.holdings).toMatchObject([{ mint: 'zz-held', raw: 0n, ticker: 'ZZ', slot: null }]);
  expect(gone.unlisted).toBe(0);
});
