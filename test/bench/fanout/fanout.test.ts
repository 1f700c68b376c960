import { expect, it } from 'vitest';
import { fanoutTable } from './fanout-table.ts';
import { CHANGE, measureFanout, MESSAGE } from './measure-fanout.ts';
import { measurePaced, pacedTable } from './paced.ts';

it('is measured beside ws alone, each client getting each message once', async () => {
  const cases = await measureFanout({ clients: [3, 8], rounds: 1, messages: 2, trades: 3 });
  expect(cases.map(({ work, clients, station }) => `${work}, ${clients}, ${station}`)).toEqual([
    'one change, 3, raw ws',
    'one change, 3, desk',
    'one change, 8, raw ws',
    'one change, 8, desk',
    'a tick of 3 marks, whole rows, 3, desk',
    'a tick of 3 marks, marks alone, 3, desk',
    'a mark for each of as many users, 3, raw ws',
    'a mark for each of as many users, 3, desk',
    'a mark for each of as many users, 8, raw ws',
    'a mark for each of as many users, 8, desk',
  ]);
  expect(fanoutTable(cases).split('\n')).toHaveLength(2 + cases.length);
});

it('times each delivery at a pace that waits for nobody', async () => {
  const plan = { clients: 4, pace: 20, seconds: 0.5, rounds: 1 };
  const cases = await measurePaced(plan, { query: CHANGE, message: MESSAGE });
  for (const { rounds } of cases) {
    expect(rounds[0]).toHaveLength(4 * 10);
    for (const delay of rounds[0] ?? []) expect(delay).toBeGreaterThan(0);
  }
  expect(pacedTable(cases, plan).split('\n')).toHaveLength(2 + cases.length);
});
