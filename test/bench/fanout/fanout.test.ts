import { expect, it } from 'vitest';
import { fanoutTable } from './fanout-table.ts';
import { measureFanout } from './measure-fanout.ts';

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
