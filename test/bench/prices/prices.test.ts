import { expect, it } from 'vitest';
import { databases } from '../../support/databases/databases.ts';
import { measurePrices } from './measure-prices.ts';
import { priceTable } from './price-table.ts';

it.each(databases())('token prices are measured on %s', async (_name, open) => {
  const database = await open();
  const cases = await measurePrices(database.address, { mints: 10, rounds: 1 });
  expect(priceTable(cases).split('\n')).toHaveLength(2 + cases.length);
  const [info, judging] = cases.map(({ costs }) => costs[0]!.statements);
  expect(info).toBeGreaterThan(0);
  expect(judging).toBe(0);
  await database.close();
});
