import { render, screen } from '@testing-library/svelte';
import { expect, it } from 'vitest';
import type { StrategyPartsFragment } from '../../../client/gql/graphql.ts';
import SweepRuns from '../../../client/strategies/SweepRuns.svelte';

const strategy = { id: '7', parameters: { n: 1 } } as unknown as StrategyPartsFragment;
const run = (n: number, error: string | null) => ({
  ...{ id: `r${n}`, parameters: { n } },
  backtest: { id: `r${n}`, status: error ? 'FAILED' : 'DONE', error, stats: null },
});

it('a run of a sweep that failed says why in place of its figures', () => {
  const why = 'It closed 250,001 trades, and a run keeps 250,000 at most.';
  const rows = [run(1, null), run(2, why)];
  const pages = { rows, loaded: true, total: 2, more: false, error: null } as never;
  const { container } = render(SweepRuns, {
    ...{ pages, sweepId: 'w1', strategy, chosen: null, going: false },
  });
  const cells = [...container.querySelectorAll('tbody tr')].map((row) => row.children.length);
  expect(cells).toEqual([7, 3]);
  expect(screen.getByText(/250,001/).textContent).toBe(`Failed. ${why}`);
});
