import { describe, expect, it } from 'vitest';
import type { KindPartsFragment, StrategyPartsFragment } from '../../../client/gql/graphql.ts';
import {
  askedRows,
  dataText,
  isEarlier,
  netOf,
  spanText,
  tookText,
} from '../../../client/strategies/backtest-looks.ts';
import { RunDraft, type DataSet } from '../../../client/strategies/run-draft.svelte.ts';
import { StrategyDraft } from '../../../client/strategies/strategy-draft.svelte.ts';
import { parameterTexts, takeAddress } from '../../../client/strategies/parameter-address.ts';

const KIND: KindPartsFragment = {
  ...{ kind: 'sma-cross', title: 'Moving-average cross', description: 'A yardstick.' },
  ...{ assetClasses: ['EQUITY'], version: 'ab', own: false, error: null, loading: false },
  parameters: {
    type: 'object',
    properties: {
      fast: { type: 'integer', minimum: 1, maximum: 5000, default: 20, description: '' },
      slow: { type: 'integer', minimum: 2, maximum: 5000, default: 50, description: '' },
    },
  },
};
const BROKEN: KindPartsFragment = { ...KIND, kind: 'mine', own: true, error: 'no default export' };
const STORED: StrategyPartsFragment = {
  ...{ id: '7', version: 3, name: 'Cross', kind: 'sma-cross', parameters: { fast: 20, slow: 50 } },
  ...{ symbols: ['SPY'], interval: 'FIVE_MINUTES', budget: '5000', stage: 'BACKTEST' },
  ...{ running: [], runs: [] },
  since: '2024-01-02T00:00:00Z',
};
const kinds = () => [KIND, BROKEN];
const edit = () => new StrategyDraft(STORED, kinds);

describe('a strategy being written', () => {
  it('says that the record begins anew by what is traded, and not by name or budget', () => {
    const named = edit();
    named.name = 'Other';
    named.budget = '6000';
    expect([named.changes.length, named.beginsAnew]).toEqual([2, false]);
    for (const change of [
      (draft: StrategyDraft) => draft.set('fast', '21'),
      (draft: StrategyDraft) => (draft.symbols = 'SPY QQQ'),
      (draft: StrategyDraft) => (draft.interval = ''),
      (draft: StrategyDraft) => (draft.kind = 'mine'),
    ]) {
      const draft = edit();
      change(draft);
      expect(draft.beginsAnew).toBe(true);
    }
  });

  it('counts no change where a value is only written otherwise', () => {
    const draft = edit();
    draft.set('slow', '');
    draft.symbols = 'spy';
    draft.budget = '5,000';
    expect(draft.changes).toEqual([]);
  });

  it('sends the version that it is of, and only what is given', () => {
    const draft = edit();
    draft.set('slow', ' ');
    draft.set('fast', '1,200');
    expect(draft.input(3)).toEqual({
      ...{ id: '7', expectedVersion: 3, name: 'Cross', kind: 'sma-cross' },
      ...{ parameters: { fast: 1200 }, symbols: ['SPY'] },
      ...{ interval: 'FIVE_MINUTES', budget: '5000' },
    });
    const copy = new StrategyDraft(null, kinds, STORED);
    expect(copy.input(null)).not.toHaveProperty('id');
    expect(copy.name).toBe('Cross copy');
  });

  it('names each field that cannot be stored', () => {
    const draft = new StrategyDraft(null, kinds);
    expect(Object.keys(draft.faults)).toEqual(['name', 'kind']);
    draft.name = 'x';
    draft.kind = 'mine';
    draft.budget = '-1';
    expect(Object.keys(draft.faults)).toEqual(['kind', 'budget']);
    draft.kind = 'sma-cross';
    draft.budget = '';
    draft.set('fast', '0');
    expect(draft.faults).toEqual({ 'parameters.fast': 'Allowed: 1 to 5,000.' });
  });

  it('shows what was stored meanwhile beside what is typed', () => {
    const draft = edit();
    draft.set('fast', '21');
    const rows = draft.against({ ...STORED, version: 4, parameters: { fast: 25, slow: 50 } });
    expect(rows.filter(({ from, to }) => from !== to)).toMatchObject([
      { key: 'parameters.fast', from: '25', to: '21' },
    ]);
  });

  it('takes the parameters of a sweep’s run out of an address', () => {
    const address = new URL(takeAddress('7', { fast: '10', 'odd name': '0.5' }), 'http://x');
    expect(address.pathname).toBe('/strategies/7');
    expect(parameterTexts(address.searchParams)).toEqual([
      ['fast', '10'],
      ['odd name', '0.5'],
    ]);
  });
});

const series = (symbol: string, from: string, to: string) => ({
  ...{ symbol, kind: 'bars', interval: 'ONE_MINUTE' as const, rows: 5, from, to, missing: 0 },
});
const SET: DataSet = {
  ...{ id: '1', name: 'lean', rows: 10, hash: 'ab', createdAt: '2026-01-01T00:00:00Z' },
  series: [
    series('SPY', '2024-01-02T14:30:00Z', '2024-06-28T19:59:00Z'),
    series('xrp_eth', '2024-02-01T00:30:00Z', '2024-03-01T02:00:00Z'),
  ],
};

describe('a backtest being asked for', () => {
  const draft = () => {
    const made = new RunDraft(() => [SET]);
    made.symbols = 'spy';
    made.choose('lean');
    return made;
  };

  it('takes the days that a set holds of its symbols, by the exchange', () => {
    const asked = draft();
    expect([asked.first, asked.last]).toEqual(['2024-01-02', '2024-06-28']);
    asked.symbols = 'xrp_eth';
    asked.span();
    // Half past midnight in London is the day before in New York.
    expect([asked.first, asked.last]).toEqual(['2024-01-31', '2024-02-29']);
    expect(asked.symbolList).toEqual(['xrp_eth']);
  });

  it('proposes the symbols of a set where none of them is typed', () => {
    const asked = new RunDraft(() => [SET]);
    asked.symbols = 'KO';
    asked.choose('lean');
    expect(asked.symbols).toBe('SPY xrp_eth');
    asked.choose('');
    expect(asked.symbols).toBe('SPY xrp_eth');
  });

  it('is sent from the first midnight of New York to the one after the last day', () => {
    const asked = draft();
    asked.last = '2024-03-10';
    asked.perUnit = '0.01';
    expect(asked.input('7')).toEqual({
      ...{ strategyId: '7', symbols: ['SPY'], dataSet: 'lean' },
      ...{ from: '2024-01-02T05:00:00.000Z', to: '2024-03-11T04:00:00.000Z' },
      ...{ interval: null, fillModel: null, cash: '100000', slippagePct: null, seed: null },
      fees: { perUnit: '0.01', pct: null, minimum: null },
    });
    asked.perUnit = '';
    expect(asked.input('7').fees).toBeNull();
  });

  it('names each field that makes no sense', () => {
    const asked = draft();
    asked.symbols = '';
    asked.last = '2023-01-01';
    asked.cash = '0';
    asked.pct = '-1';
    asked.seed = '1.5';
    expect(Object.keys(asked.faults)).toEqual(['symbols', 'to', 'cash', 'fees.pct', 'seed']);
    asked.symbols = Array.from({ length: 51 }, (_, n) => `S${n}`).join(' ');
    expect(asked.faults['symbols']).toBe('At most 50 symbols.');
  });

  it('runs an earlier one again as it was', () => {
    const asked = draft();
    asked.slippagePct = '0.05';
    asked.seed = '9';
    asked.interval = 'ONE_HOUR';
    asked.pct = '0.1';
    const again = new RunDraft(() => [SET]);
    again.take({ ...asked.input('7'), limits: {}, kindVersion: 'ab' });
    expect(again.input('7')).toEqual(asked.input('7'));
    again.take(null);
    expect(again.input('7')).toEqual(asked.input('7'));
  });
});

describe('a run in words', () => {
  const input = {
    ...{ symbols: ['SPY', 'QQQ', 'GLD', 'KO'], interval: 'FIVE_MINUTES', dataSet: null },
    ...{ from: '2024-01-02T05:00:00.000Z', to: '2024-03-11T04:00:00.000Z', cash: '50000' },
    fees: { perUnit: '0.01', minimum: '0' },
  };

  it('says its days, its data and how long it took', () => {
    expect(spanText(input)).toBe('2 Jan 2024 – 10 Mar 2024');
    expect(dataText(input)).toBe('SPY QQQ +2, 5 min, own history');
    const at = '2026-01-01T00:00:00.000Z';
    expect(tookText({ createdAt: at, finishedAt: '2026-01-01T00:00:04.140Z' })).toBe('4.1 s');
    expect(tookText({ createdAt: at, finishedAt: null })).toBe('');
    expect([spanText(null), spanText({ from: 'x', to: 'y' })]).toEqual(['', '']);
  });

  it('is of an earlier version when the record began anew after it', () => {
    const run = { createdAt: '2024-01-02T00:00:00.000Z' };
    expect(isEarlier(run, { since: '2024-01-02T00:00:00.001Z' })).toBe(true);
    expect(isEarlier(run, { since: '2024-01-02T00:00:00.000Z' })).toBe(false);
  });

  it('has no net result while it has no statistics', () => {
    expect(netOf({ stats: null, input })).toBeNull();
    const stats = { totalPnl: '250.5' } as NonNullable<Parameters<typeof netOf>[0]['stats']>;
    expect(netOf({ stats, input })?.pct).toBeCloseTo(0.501, 9);
  });

  it('lists its input with every nested value', () => {
    expect(askedRows(input)).toContainEqual({ name: 'fees.perUnit', value: '0.01' });
    expect(askedRows(input)).toContainEqual({ name: 'dataSet', value: 'none' });
    expect(askedRows({ fees: null })).toEqual([{ name: 'fees', value: 'the paper book’s' }]);
    expect(askedRows('text')).toEqual([]);
  });
});
