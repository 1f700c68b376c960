import { expect, it, vi } from 'vitest';
import { promotionTables } from './promotion-table.ts';
import { WITH_EDGE, WITHOUT_EDGE } from './simulated-strategies.ts';

it('the tables have a line of each kind of strategy, with its shares', () => {
  vi.spyOn(console, 'error').mockReturnValue();
  const sizes = { strategies: 4, trades: 60, edged: 4, edgedTrades: 300 };
  const printed = promotionTables(sizes).split('\n');
  const lines = printed.filter((line) => line.startsWith('| ') && line.includes('%'));
  expect(lines).toHaveLength(WITHOUT_EDGE.length + WITH_EDGE.length);
  for (const { name } of [...WITHOUT_EDGE, ...WITH_EDGE])
    expect(lines.some((line) => line.startsWith(`| ${name} | `))).toBe(true);
  expect(lines).toContainEqual(
    expect.stringMatching(/^\| coins, edge 0\.4 \| 100\.00 % \| \d+ \|$/),
  );
});
