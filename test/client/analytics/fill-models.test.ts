import { fireEvent, render, screen, within } from '@testing-library/svelte';
import { describe, expect, it } from 'vitest';
import FillModelsPanel from '../../../client/analytics/FillModelsPanel.svelte';
import type { FillErrorsQuery, FillModel } from '../../../client/gql/graphql.ts';

type FillError = FillErrorsQuery['fillErrors'][number];

const estimate = (value: number | null, n: number) =>
  value === null
    ? { value: null, low: null, high: null, n }
    : { value, low: value * 0.9, high: value * 1.1, n };
const distance = (cents: number | null, n: number, refused = 0) => ({
  ...{ cents: estimate(cents, n), ofSpread: estimate(cents && cents / 20, n), refused },
});

function error(
  model: FillModel,
  cents: number | null,
  n: number,
  more: Partial<FillError> = {},
): FillError {
  return {
    ...{ model, version: `${model} v1`, dimension: null, key: null, bySpread: [] },
    ...distance(cents, n),
    ...more,
  };
}

const spreads = [{ spread: '2–5%', ...distance(1, 30) }];
const errors = [
  error('TOUCH', 10, 40, { bySpread: spreads }),
  error('MID', 5, 12, { refused: 3, bySpread: spreads }),
  error('CALIBRATED', null, 0),
  error('TOUCH', 8, 35, { dimension: 'HOUR', key: '10:00–11:00' }),
  error('TOUCH', 7, 31, { dimension: 'DTE', key: '8–30 days' }),
];

const cellsOf = (name: string) =>
  within(screen.getByRole('row', { name: new RegExp(`^${name}`) }))
    .getAllByRole('cell')
    .map(({ textContent }) => textContent.replace(/\s+/g, ' ').trim());

describe('the fill models against the venue', () => {
  it('stand side by side with their interval and n, and say where there are too few', () => {
    render(FillModelsPanel, { errors, error: null });
    const heads = screen.getAllByRole('columnheader').map(({ textContent }) => textContent);
    expect(heads.slice(1)).toEqual(['TOUCH', 'MID', 'CALIBRATED']);
    expect(cellsOf('All fills')).toEqual([
      '10.0 ¢ 9.0 to 11.0 50% (45% to 55%) of the spread, n 40',
      '5.0 ¢ 12 fills: not enough data, needs 30, 3 refused',
      '— not enough data',
    ]);
  });

  it('are parted by spread, hour and days to expiry', async () => {
    render(FillModelsPanel, { errors, error: null });
    expect(cellsOf('2–5%')[0]).toContain('1.0 ¢');
    await fireEvent.click(screen.getByRole('radio', { name: 'By hour, ET' }));
    expect(cellsOf('10:00–11:00')[0]).toContain('8.0 ¢');
    expect(screen.queryByText('2–5%')).toBeNull();
    await fireEvent.click(screen.getByRole('radio', { name: 'By days to expiry' }));
    expect(cellsOf('8–30 days')[0]).toContain('7.0 ¢');
  });

  it('say that simulated fills do not count where there are no others', () => {
    render(FillModelsPanel, { errors: [error('TOUCH', null, 0)], error: null });
    expect(screen.getByText(/Simulated fills prove nothing about a market/)).toBeTruthy();
    expect(screen.queryByRole('table')).toBeNull();
  });

  it('say why they could not be loaded', () => {
    render(FillModelsPanel, { errors: undefined, error: 'The desk does not answer' });
    expect(screen.getByText('The desk does not answer')).toBeTruthy();
  });
});
