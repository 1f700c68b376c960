import { describe, expect, it } from 'vitest';
import {
  filterOf,
  describeFilter,
  isFiltered,
  NO_FILTER,
  queryOf,
  spanName,
  startOfDay,
  toTradeFilter,
  type HistoryFilter,
} from '../../../client/filter/history-filter.ts';

const NOW = Date.parse('2026-11-18T19:42:07Z');
const SET: HistoryFilter = {
  text: 'gap & go',
  outcome: 'WIN',
  status: 'TP_HIT',
  closed: { period: 'days', from: '2026-11-09', to: '2026-11-18' },
  opened: { period: 'month', from: '', to: '' },
  underlying: 'spy',
  assetClass: 'OPTION',
  strategy: 'Fade the gap',
  tag: 'a/b',
  aiModel: 'm4 · p11',
};

describe('the filter in the address', () => {
  it('is restored unchanged, whatever its values', () => {
    expect(filterOf(new URLSearchParams(queryOf(SET)))).toEqual(SET);
    expect(queryOf(NO_FILTER)).toBe('');
    expect(filterOf(new URLSearchParams())).toEqual(NO_FILTER);
    expect([isFiltered(SET), isFiltered(NO_FILTER)]).toEqual([true, false]);
  });

  it('keeps a span with one open end', () => {
    const since = { ...NO_FILTER, closed: { period: 'days' as const, from: '2026-11-09', to: '' } };
    expect(filterOf(new URLSearchParams(queryOf(since)))).toEqual(since);
    expect(toTradeFilter(since, NOW).closedTo).toBeUndefined();
  });

  it('ignores invalid values', () => {
    const wild = 'outcome=MAYBE&status=GONE&closed=9999-99-99..x&opened=never&assetClass=TULIP';
    expect(filterOf(new URLSearchParams(wild))).toEqual(NO_FILTER);
  });
});

describe('the filter sent to the server', () => {
  it('has every field, with exchange days as instants', () => {
    expect(toTradeFilter(SET, NOW)).toEqual({
      ...{ text: 'gap & go', outcome: 'WIN', status: ['TP_HIT'], underlying: 'SPY' },
      ...{ assetClass: 'OPTION', strategy: 'Fade the gap', tag: 'a/b', aiModel: 'm4 · p11' },
      closedFrom: '2026-11-09T05:00:00.000Z',
      closedTo: '2026-11-19T05:00:00.000Z',
      openedFrom: '2026-10-20T04:00:00.000Z',
      openedTo: undefined,
    });
  });

  it.each([
    ['2026-03-07', '2026-03-07T05:00:00.000Z'],
    // Clocks change at 2 in the morning, so the day begins with the old offset.
    ['2026-03-08', '2026-03-08T05:00:00.000Z'],
    ['2026-03-09', '2026-03-09T04:00:00.000Z'],
    ['2026-11-01', '2026-11-01T04:00:00.000Z'],
    ['2026-11-02', '2026-11-02T05:00:00.000Z'],
  ])('begins %s in New York at %s', (day, instant) => {
    expect(startOfDay(day)).toBe(instant);
  });
});

it('describes itself in words', () => {
  expect(spanName(SET.closed)).toBe('9 Nov – 18 Nov 2026');
  expect(describeFilter({ ...NO_FILTER, text: 'tsla', closed: SET.closed })).toBe(
    'text “tsla” · closed 9 Nov – 18 Nov 2026',
  );
  expect(describeFilter({ ...NO_FILTER, opened: SET.opened, tag: 'core' })).toBe(
    'tag core · opened last 30 days',
  );
});
