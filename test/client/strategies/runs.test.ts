import { fireEvent, render, screen, within } from '@testing-library/svelte';
import { describe, expect, it, vi } from 'vitest';
import type {
  NoTradeRowFragment,
  RunPartsFragment,
  StrategyPartsFragment,
} from '../../../client/gql/graphql.ts';
import NoTradeRows from '../../../client/strategies/NoTradeRows.svelte';
import RealStart from '../../../client/strategies/RealStart.svelte';
import RunLamps from '../../../client/strategies/RunLamps.svelte';
import RunRow from '../../../client/strategies/RunRow.svelte';

const ZONE = 'America/New_York';
const strategy = (parts: Partial<StrategyPartsFragment> = {}): StrategyPartsFragment => ({
  ...{ id: '7', version: 3, name: 'Cross', kind: 'sma-cross', parameters: {}, symbols: ['SPY'] },
  ...{ interval: null, budget: null, stage: 'BACKTEST', since: '2026-03-18T15:00:00Z' },
  ...{ running: [], runs: [], ...parts },
});
const run = (parts: Partial<RunPartsFragment> = {}): RunPartsFragment => ({
  ...{ mode: 'PAPER', status: 'RUNNING', since: '2026-03-18T15:00:00Z', error: null },
  ...{ lastBarAt: '2026-03-18T15:04:00Z', openTrades: 2, committed: '250.5', ...parts },
});
const plain = (element: Element) => element.textContent.replace(/\s+/g, ' ').trim();

describe('a book in which a strategy may run', () => {
  const row = (
    mode: 'PAPER' | 'REAL',
    of: StrategyPartsFragment,
    its: RunPartsFragment | null = null,
  ) => {
    const [onstart, onstop] = [vi.fn(), vi.fn()];
    const { container } = render(RunRow, {
      ...{ mode, strategy: of, run: its, zone: ZONE, busy: false, onstart, onstop },
    });
    return { text: plain(container), onstart, onstop };
  };

  it('starts PAPER on the lowest rung, and says that it was never started', async () => {
    const { text, onstart } = row('PAPER', strategy());
    expect(text).toContain('not started');
    await fireEvent.click(screen.getByRole('button', { name: 'Start in PAPER' }));
    expect(onstart).toHaveBeenCalledOnce();
  });

  it('locks REAL by rung and budget, and says which', () => {
    expect(row('REAL', strategy({ stage: 'PAPER', budget: '1' })).text).toContain('on rung PAPER');
    expect(row('REAL', strategy({ stage: 'FULL_REAL' })).text).toContain('It has no budget.');
    for (const button of screen.getAllByRole<HTMLButtonElement>('button'))
      expect(button.disabled).toBe(true);
  });

  it('shows last bar, trades and budget used, and stops', async () => {
    const { text, onstop } = row('PAPER', strategy({ budget: '1000' }), run());
    expect(text).toContain('last bar 18 Mar 11:04');
    expect(text).toContain('open trades 2');
    expect(text).toContain('at work 250.50 of 1,000.00 left 749.50');
    expect(screen.getByRole('img', { name: 'Budget used in PAPER: 25 %' })).toBeTruthy();
    await fireEvent.click(screen.getByRole('button', { name: 'Stop in PAPER' }));
    expect(onstop).toHaveBeenCalledOnce();
  });

  it('has a tenth of the budget at work on rung SMALL REAL', () => {
    const of = strategy({ stage: 'SMALL_REAL', budget: '1000' });
    const { text } = row('REAL', of, run({ mode: 'REAL', committed: '90' }));
    expect(text).toContain('at work 90.00 of 100.00 left 10.00');
    expect(screen.getByRole('img', { name: 'Budget used in REAL: 90 %' }).className).toContain(
      'near',
    );
  });

  it('says by how much it is over a budget that was lowered', () => {
    const { text } = row('PAPER', strategy({ budget: '200' }), run());
    expect(text).toContain('at work 250.50 of 200.00 over by 50.50');
    const used = screen.getByRole('img', { name: 'Budget used in PAPER: 125 %' });
    expect(used.className).toContain('over');
  });

  it('has nothing left where it may enter nothing, or where nothing limits it', () => {
    const down = row('REAL', strategy({ stage: 'PAPER', budget: '1000' }), run({ mode: 'REAL' }));
    expect(down.text).toContain('250.50 of 1,000.00');
    expect(down.text).not.toContain('left');
    const unlimited = row('PAPER', strategy(), run()).text;
    expect(unlimited).toContain('at work 250.50');
    expect(unlimited).not.toMatch(/ of |left/);
  });

  it('says why it failed, and that its trades stay with their exits', () => {
    const failed = run({ status: 'FAILED', error: 'mine.ts: x is not a function' });
    const { text } = row('PAPER', strategy(), failed);
    expect(screen.getByRole('alert').textContent).toBe('mine.ts: x is not a function');
    expect(text).toContain('2 trades of it stay, with exits.');
    expect(screen.getByRole('button', { name: 'Start in PAPER' })).toBeTruthy();
  });
});

it('the lamps tell each book by a word', () => {
  const lamps = (of: StrategyPartsFragment) =>
    [...render(RunLamps, { strategy: of }).container.querySelectorAll('.lamps > span')].map(plain);
  const running = strategy({ runs: [run()], stage: 'FULL_REAL', budget: '5' });
  expect(lamps(running)).toEqual(['PAPER runs', 'REAL not started']);
  const stopped = strategy({ runs: [run({ status: 'STOPPED' })] });
  expect(lamps(stopped)).toEqual(['PAPER stopped', 'REAL locked']);
});

it('a start with real money is asked for twice, with what may be at work', async () => {
  const [onstart, onclose] = [vi.fn(), vi.fn()];
  const of = strategy({ stage: 'SMALL_REAL', budget: '1000' });
  render(RealStart, { strategy: of, onstart, onclose });
  const dialog = within(await screen.findByRole('dialog'));
  expect(dialog.getByText(/without asking again/)).toBeTruthy();
  expect(plain(dialog.getByText(/dollars at work/))).toContain('at most 100.00 dollars at work');
  expect(dialog.queryByText(/at work already/)).toBeNull();
  await fireEvent.click(dialog.getByRole('button', { name: 'Start with real money' }));
  expect([onstart.mock.calls.length, onclose.mock.calls.length]).toEqual([1, 0]);
});

it('a start with real money tells what an earlier run has at work already', async () => {
  const runs = [run({ mode: 'REAL', status: 'STOPPED', committed: '40' })];
  const of = strategy({ stage: 'SMALL_REAL', budget: '1000', runs });
  render(RealStart, { strategy: of, onstart: vi.fn(), onclose: vi.fn() });
  const dialog = within(await screen.findByRole('dialog'));
  expect(plain(dialog.getByText(/dollars at work/))).toContain(
    'at most 100.00 dollars at work; 40.00 are at work already.',
  );
});

describe('no-trades', () => {
  const noTrade = (parts: Partial<NoTradeRowFragment> = {}): NoTradeRowFragment => ({
    ...{ id: 'n1', mode: 'PAPER', at: '2026-03-18T15:04:00Z', symbol: 'SPY', action: 'ENTER' },
    ...{ side: 'BUY', quantity: '2', code: 'STRATEGY_BUDGET', message: 'It exceeds 100.' },
    ...{ actNeeded: true, tradeId: 'paper_1', shadowPnl: '12.5', shadowNote: 'filled at touch' },
    ...parts,
  });
  const told = (parts: Partial<NoTradeRowFragment>) => {
    const { container } = render(NoTradeRows, { rows: [noTrade(parts)], zone: ZONE });
    return [...container.querySelectorAll('tbody td')].map(plain).join(' | ');
  };

  it('have a code in words, a sentence, whether to act, and what they would have made', () => {
    const text = told({});
    expect(text).toContain('| SPY buy 2 | Over its budget act It exceeds 100. The trade |');
    expect(text).toContain('+12.50 filled at touch');
    expect(screen.getByRole('link', { name: 'The trade' }).getAttribute('href')).toBe(
      '/trades/paper_1',
    );
  });

  it('show what is not known as a dash, and no act where none is needed', () => {
    const exit = { action: 'EXIT', side: null, quantity: null, code: 'NOTHING_HELD' } as const;
    const text = told({ ...exit, actNeeded: false, shadowPnl: null, shadowNote: null });
    expect(text).toContain('| SPY close | Nothing held It exceeds 100.');
    expect(text.endsWith('—')).toBe(true);
  });

  it('take what a strategy wrote as text, whatever it wrote', () => {
    expect(told({ quantity: '<b>many</b>' })).toContain('| SPY buy | Over its budget');
  });
});
