import { fireEvent, render, screen, within } from '@testing-library/svelte';
import { describe, expect, it, vi } from 'vitest';
import type { DriftRow, DriftSums } from '../../../client/strategies/drift-data.svelte.ts';
import { causesText, driftBars } from '../../../client/strategies/drift-looks.ts';
import DriftView from '../../../client/strategies/DriftView.svelte';

const CAUSES = [
  ...['ENTRY_PRICE', 'EXIT_PRICE', 'TIMING', 'SIZE', 'FEES', 'MISSED', 'REJECTED', 'FEED_DELAY'],
  'UNEXPLAINED',
];
const causes = (known: Record<string, string>) =>
  CAUSES.map((cause) => ({
    ...{ cause, amount: known[cause] ?? '0', trades: cause in known ? 1 : 0 },
  }));
const sums = (more: Partial<DriftSums> = {}): DriftSums => ({
  ...{ trades: 2, awaiting: 0, unknown: 0, reference: 'BACKTEST', expected: '100', actual: '60' },
  ...{ total: '-40', causes: causes({ ENTRY_PRICE: '-30', MISSED: '-20', TIMING: '10' }) },
  ...more,
});
const row = (more: Partial<DriftRow> = {}): DriftRow => ({
  ...{ id: 'r1 paper_1', tradeId: 'paper_1', symbol: 'SPY', at: '2026-03-10T16:00:00Z' },
  ...{ awaiting: false, problem: null, expected: '50', actual: '20' },
  causes: causes({ ENTRY_PRICE: '-30' }),
  ...more,
});

function shown(of: { sums?: DriftSums; error?: string; rows?: readonly DriftRow[] }) {
  const rows = of.rows ?? [];
  const pages = {
    ...{ rows, total: rows.length, loaded: of.sums !== undefined, more: rows.length > 1 },
    ...{ loading: false, older: vi.fn(async () => undefined) },
  };
  const error = of.error === undefined ? null : { message: of.error };
  const data = { sums: of.sums, error: error as never, pages, refresh: vi.fn() };
  const { container } = render(DriftView, { data, mode: 'PAPER', zone: 'UTC' });
  return { data, pages, text: () => container.textContent.replace(/\s+/g, ' ').trim() };
}

describe('the bars of drift', () => {
  it('fall from the reference’s result to the own one, each from where the last ended', () => {
    const bars = driftBars(sums(), 'Backtest');
    expect(bars.map(({ name }) => name)).toEqual([
      ...['Backtest', 'Entry price', 'Exit price', 'Timing', 'Size', 'Fees', 'Missed', 'Rejected'],
      ...['Feed delay', 'Unexplained', 'Made'],
    ]);
    const [first, entry, , timing] = bars;
    expect([first!.from, first!.to]).toEqual([0, 100]);
    expect([entry!.from, entry!.to]).toEqual([70, 100]);
    expect([timing!.from, timing!.to].map(Math.round)).toEqual([70, 80]);
    expect(bars.at(-2)!.from).toBeCloseTo(bars.at(-1)!.to);
  });

  it('are there though nothing was made at all', () => {
    const none = sums({ expected: '0', actual: '0', total: '0', causes: causes({}) });
    expect(driftBars(none, 'PAPER').every(({ from, to }) => from === 0 && to === 0)).toBe(true);
  });
});

it('the causes of a row stand with the largest first', () => {
  expect(causesText(causes({ FEES: '-1', MISSED: '-20', TIMING: '3.5' }))).toBe(
    'Missed −20.00, Timing +3.50, Fees −1.00',
  );
});

describe('the drift of a strategy', () => {
  it('says every cause in words and dollars, what it is compared with, and their sum', () => {
    const { text } = shown({ sums: sums(), rows: [row()] });
    expect(text()).toContain('2 trades in PAPER compared with a backtest of the same version');
    const table = screen.getByRole('table', { name: 'Drift by cause' });
    const cells = (name: string) =>
      within(within(table).getByRole('rowheader', { name }).closest('tr')!)
        .getAllByRole('cell')
        .map((cell) => cell.textContent.trim());
    expect(cells('Entry price')).toEqual(['−30.00', '1 trade']);
    expect(cells('Unexplained')).toEqual(['0.00', '0 trades']);
    expect(cells('Drift')[0]).toBe('−40.00');
  });

  it('says why nobody knows what a trade should have made', () => {
    const problem = 'Nobody recorded the contract’s quotes after that.';
    const { text } = shown({ sums: sums({ unknown: 1 }), rows: [row({ problem })] });
    expect(text()).toContain(
      '1 trade without a reference: unexplained, and no evidence either way.',
    );
    expect(text()).toContain(problem);
    expect(text()).not.toContain('Entry price −30.00');
  });

  it('names the trades, and those that only the reference made', () => {
    const alone = row({ id: 'r1 x', tradeId: null, symbol: 'QQQ', actual: '0' });
    const waits = row({ id: 'w', tradeId: 'paper_2', awaiting: true });
    const { text } = shown({ sums: sums({ awaiting: 1 }), rows: [row(), alone, waits] });
    const [first] = screen.getAllByRole<HTMLAnchorElement>('link', { name: 'SPY' });
    expect(first?.getAttribute('href')).toBe('/trades/paper_1');
    expect(screen.queryByRole('link', { name: 'QQQ' })).toBeNull();
    expect(text()).toContain('only the reference');
    expect(text()).toContain('1 trade of a day that is not over: unexplained until then.');
    expect(text()).toContain('Its day is not over');
  });

  it('asks for older rows', async () => {
    const { pages } = shown({ sums: sums(), rows: [row(), row({ id: 'b' })] });
    await fireEvent.click(screen.getByRole('button', { name: 'Older' }));
    expect(pages.older).toHaveBeenCalledOnce();
  });

  it('says that it loads, that there is nothing yet, and why it cannot be read', async () => {
    shown({});
    expect(document.querySelector('[aria-busy="true"]')).toBeTruthy();
    const none = shown({ sums: sums({ trades: 0, expected: '0', actual: '0' }) });
    expect(none.text()).toContain('No trade of it has closed in PAPER yet.');
    const { data } = shown({ error: 'The server does not answer' });
    expect(screen.getByRole('alert').textContent).toContain('The server does not answer');
    await fireEvent.click(screen.getByRole('button', { name: 'Ask again' }));
    expect(data.refresh).toHaveBeenCalledOnce();
  });
});
