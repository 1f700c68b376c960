import { render, screen } from '@testing-library/svelte';
import { expect, it, vi } from 'vitest';
import { gridOf } from '../../../client/strategies/grid.ts';
import GridFields from '../../../client/strategies/GridFields.svelte';
import { parametersOf } from '../../../client/strategies/parameters.ts';

const PARAMETERS = parametersOf({
  properties: {
    count: { type: 'integer', minimum: 2, maximum: 9, default: 3, description: 'Closes.' },
    quantity: { type: 'string', default: '1', description: 'How much to buy.' },
  },
});

it('shows a parameter’s own value with what is allowed, where anything bounds it', () => {
  render(GridFields, {
    ...{ parameters: PARAMETERS, texts: {}, own: { count: '4' }, grid: gridOf(PARAMETERS, {}) },
    ...{ error: null, trainDays: '', testDays: '', walkError: null },
    ...{ onvary: vi.fn(), onwalk: vi.fn() },
  });
  expect(screen.getByLabelText('count').getAttribute('placeholder')).toBe('4 (2 to 9)');
  expect(screen.getByLabelText('quantity').getAttribute('placeholder')).toBe('1');
});
