import { fireEvent, render, screen, within } from '@testing-library/svelte';
import { describe, expect, it, vi } from 'vitest';
import type { KindPartsFragment } from '../../../client/gql/graphql.ts';
import EquityChart from '../../../client/strategies/EquityChart.svelte';
import ExpectancyCell from '../../../client/strategies/ExpectancyCell.svelte';
import ImportAnswer from '../../../client/strategies/ImportAnswer.svelte';
import KindChoice from '../../../client/strategies/KindChoice.svelte';
import ProgressBox from '../../../client/strategies/ProgressBox.svelte';

const kind = (name: string, more: Partial<KindPartsFragment> = {}): KindPartsFragment => ({
  ...{ kind: name, title: `Title of ${name}`, description: `Idea of ${name}`, own: false },
  ...{ assetClasses: ['EQUITY'], parameters: {}, version: 'ab', error: null },
  ...{ loading: false, ...more },
});

describe('the choice of a kind', () => {
  it('says why an own one cannot be chosen', () => {
    const broken = kind('mine', { own: true, error: 'mine.ts: no default export' });
    const onchoose = vi.fn();
    render(KindChoice, { kinds: [kind('orb'), broken], value: '', error: null, onchoose });
    expect(screen.getByText('mine.ts: no default export')).toBeTruthy();
    const [good, bad] = screen.getAllByRole<HTMLInputElement>('radio');
    expect([good?.disabled, bad?.disabled]).toEqual([false, true]);
  });

  it('tells the idea of the chosen one alone', async () => {
    const onchoose = vi.fn();
    const kinds = [kind('orb'), kind('rsi')];
    render(KindChoice, { kinds, value: 'orb', error: null, onchoose });
    expect(screen.queryByText('Idea of orb')).toBeTruthy();
    expect(screen.queryByText('Idea of rsi')).toBeNull();
    await fireEvent.click(screen.getAllByRole('radio')[1]!);
    expect(onchoose).toHaveBeenCalledWith('rsi');
  });
});

describe('an expectancy', () => {
  const told = (of: { value: number; low: number; high: number; n: number } | null) =>
    render(ExpectancyCell, { of }).container.textContent.replace(/\s+/g, ' ').trim();

  it('has its interval and its n from thirty trades on', () => {
    expect(told({ value: 49.2, low: -51, high: 149, n: 30 })).toBe(
      '+49.20 a trade −51.00 to +149.00 30 trades',
    );
    expect(told({ value: 49.2, low: -51, high: 149, n: 29 })).toBe(
      '+49.20 a trade 29 trades: not enough data, needs 30',
    );
    expect(told(null)).toBe('— no result yet');
  });
});

describe('the equity chart', () => {
  const points = [
    { at: '2024-01-02T15:00:00Z', cash: '0', equity: '100000' },
    { at: '2024-01-02T16:00:00Z', cash: '0', equity: '99000' },
    { at: '2024-01-02T17:00:00Z', cash: '0', equity: '101000' },
  ];

  it('is read point by point with the arrow keys', async () => {
    render(EquityChart, { points, startCash: '100000', deepest: '1000' });
    const chart = screen.getByRole('slider', { name: 'Instant of the equity curve' });
    expect(chart.getAttribute('aria-valuetext')).toMatch(/Deepest drawdown 1,000.00/);
    await fireEvent.keyDown(chart, { key: 'ArrowLeft' });
    expect(chart.getAttribute('aria-valuetext')).toBe(
      '2 Jan 11:00 2024 ET: 99,000.00, 1,000.00 below its peak',
    );
    await fireEvent.keyDown(chart, { key: 'End' });
    expect(chart.getAttribute('aria-valuetext')).toMatch(/101,000.00, at its peak/);
  });

  it('never calls a fall the deepest that is only the deepest of the points drawn', () => {
    const { container } = render(EquityChart, { points, startCash: '100000', deepest: '1000.5' });
    expect(container.textContent).toContain('deepest drawn −1,000.00');
    const { container: whole } = render(EquityChart, { points, startCash: '1', deepest: '1000.0' });
    expect(whole.textContent).toContain('deepest −1,000.00');
  });

  it('says so where there is no curve', () => {
    render(EquityChart, { points: [], startCash: null, deepest: null });
    expect(screen.getByText(/No equity is known/)).toBeTruthy();
  });
});

describe('a run that goes on', () => {
  it('says how far it is, and can be canceled once', async () => {
    const oncancel = vi.fn();
    const shown = { title: 'Running', share: 0.649, detail: '64 of 100 bars', note: '' };
    const { rerender } = render(ProgressBox, {
      ...{ ...shown, canceling: false, error: null, oncancel },
    });
    const bar = screen.getByRole('progressbar', { name: 'Running' });
    expect(bar.getAttribute('aria-valuetext')).toBe('64%, 64 of 100 bars');
    await fireEvent.click(screen.getByRole('button', { name: 'Cancel' }));
    expect(oncancel).toHaveBeenCalledTimes(1);
    await rerender({ canceling: true });
    const waiting = screen.getByRole<HTMLButtonElement>('button', { name: 'Canceling…' });
    expect(waiting.disabled).toBe(true);
  });
});

describe('the answer to an import', () => {
  it('lists what is wrong by line and column, and that nothing was kept', () => {
    const faults = [{ line: 3, field: 'high', reason: 'is below the low' }];
    const answer = { state: 'refused', reason: 'The file has errors.', faults } as const;
    render(ImportAnswer, { answer });
    expect(screen.getByText('Nothing was kept.')).toBeTruthy();
    const table = screen.getByRole('table', { name: 'Errors of the file' });
    const cells = within(table).getAllByRole('cell');
    expect(cells.map(({ textContent }) => textContent.trim())).toEqual([
      ...['3', 'high', 'is below the low'],
    ]);
  });

  it('claims nothing where the desk did not answer', () => {
    render(ImportAnswer, { answer: { state: 'unanswered' } });
    expect(screen.getByText('It is not known whether it was kept.')).toBeTruthy();
    expect(screen.queryByText('Nothing was kept.')).toBeNull();
  });
});
