import { expect, it } from 'vitest';
import { csvHead, csvRows } from '../../../client/history/csv.ts';
import type { ClosedTrade } from '../../../client/history/days.ts';

const TRADE = {
  ...{ id: 'paper_1', mode: 'PAPER', symbol: 'SPY261218C00560000', underlying: 'SPY' },
  ...{ assetClass: 'OPTION', expiration: '2026-12-18', strike: '560', right: 'CALL' },
  ...{ side: 'BUY_TO_OPEN', quantity: '2', filledQuantity: '2', multiplier: 100 },
  ...{
    orderType: 'LIMIT',
    limitPrice: '1.5',
    entryPrice: '1.5',
    exitPrice: '0.975000000000000001',
  },
  ...{ initialStopLoss: '1', stopLoss: '1.2', takeProfit: null, costBasis: '300' },
  ...{ realizedPnl: '-104.9999999999999998', fees: '1.4', netPnl: '-106.3999999999999998' },
  ...{ returnPct: '-35.4', riskAtEntry: '100', rMultiple: '-1.063999999999999998' },
  ...{ maxFavorableExcursion: '0.1', maxAdverseExcursion: '-0.6' },
  ...{ excursionsComplete: true, status: 'SL_HIT', reason: null, holdMinutes: 61.5 },
  ...{ placedAt: '2026-11-17T14:30:00.000Z', openedAt: '2026-11-17T14:30:01.000Z' },
  ...{ closedAt: '2026-11-18T19:42:07.214Z', unprotectedSeconds: 0, venue: 'SIMULATED' },
  ...{ fillModel: 'TOUCH', fillModelVersion: '3', tags: ['core', 'gap'], notes: null },
  context: { strategy: 'Fade, the "gap"', aiVerdict: 'BUY', aiConfidence: 0.6, aiModel: 'm4' },
} as unknown as ClosedTrade;

/** Every cell by the name of its column, as a spreadsheet would read a row. */
function read(trade: Partial<ClosedTrade>): Record<string, string> {
  const names = csvHead().trim().split(',');
  const row = csvRows([{ ...TRADE, ...trade }]);
  expect(row.endsWith('\r\n')).toBe(true);
  const cells = [...row.slice(0, -2).matchAll(/(?:^|,)(?:"((?:[^"]|"")*)"|([^,]*))/g)].map(
    ([, quoted, plain]) => quoted?.replaceAll('""', '"') ?? plain ?? '',
  );
  expect(cells.length).toBe(names.length);
  return Object.fromEntries(names.map((name, i) => [name, cells[i] ?? '']));
}

it('writes money to the last digit, and times with their zone', () => {
  expect(read({})).toMatchObject({
    exit_price: '0.975000000000000001',
    net_pnl: '-106.3999999999999998',
    closed_at: '2026-11-18T19:42:07.214Z',
    strategy: 'Fade, the "gap"',
    tags: 'core gap',
    take_profit: '',
    r: '-1.064',
  });
});

it.each([
  '=1+1',
  '+1',
  '-1+1',
  '@SUM(A1)',
  '\t=1',
  '\r=1',
  "'=1",
  ' =1+1',
  '\u00a0\u2003@SUM(A1)',
  ' \n -1',
])('has no formula in what somebody wrote: %j', (notes) => {
  for (const cell of [read({ notes })['notes'], read({ reason: notes })['reason']]) {
    expect(cell).toMatch(/^'/);
    expect(cell?.endsWith(notes)).toBe(true);
  }
});

it('keeps line breaks and quotes of a note within its cell', () => {
  const notes = 'first\nsecond, "third"';
  expect(read({ notes })['notes']).toBe(notes);
});

it('leaves the result of an unfilled trade empty', () => {
  const never = read({
    filledQuantity: '0',
    netPnl: null,
    rMultiple: null,
    entryPrice: null,
    exitPrice: null,
  });
  expect([never['net_pnl'], never['r'], never['excursions_complete']]).toEqual(['', '', '']);
});
