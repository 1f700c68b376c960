import { describe, expect, it } from 'vitest';
import { addDays } from '../../../server/domain/calendar/calendar-date.ts';
import { dec } from '../../../server/domain/decimal.ts';
import { fallsTo } from '../../../server/domain/promotion/demotion.ts';
import type { Evidence, EvidenceTrade } from '../../../server/domain/promotion/evidence.ts';
import { promotionReport } from '../../../server/domain/promotion/promotion-report.ts';
import type { GateRule } from '../../../server/domain/promotion/promotion.ts';

const NOW = new Date('2026-06-30T20:00:00Z');

/** One trade on each day before today, the last one yesterday. */
function tradesOf(nets: readonly number[], more: Partial<EvidenceTrade> = {}) {
  return nets.map((net, n): EvidenceTrade => {
    const date = addDays('2026-06-30', n - nets.length);
    return {
      ...{ openedAt: new Date(`${date}T15:00:00Z`), closedAt: new Date(`${date}T18:00:00Z`) },
      ...{ atRisk: dec(100), gainCap: 1, net: dec(net) },
      ...more,
    };
  });
}

const WINNING = Array.from({ length: 200 }, (_, n) => (n % 10 < 8 ? 50 : -50));
const LOSING = WINNING.map((net) => -net);
const EVEN = WINNING.map((_, n) => (n % 2 === 0 ? 50 : -50));

function evidence(more: Partial<Evidence> = {}): Evidence {
  return {
    ...{ strategyId: 's1', from: 'BACKTEST', since: NOW, now: NOW, trades: tradesOf(WINNING) },
    ...{ tried: 1, maxDrawdownPct: 7.25, lookAhead: 'NONE' },
    ...{ drift: null, completeness: null, breaker: null },
    ...more,
  };
}

const REAL_READY: Partial<Evidence> = {
  ...{ from: 'PAPER', lookAhead: null, completeness: { due: 1000, handed: 990, inDoubt: 0 } },
  drift: {
    ...{ trades: 200, expected: dec(6200), actual: dec(6000) },
    ...{ unexplained: dec('12.5'), gross: dec(10000), unknown: 0 },
  },
  breaker: { at: new Date('2026-06-20T15:00:00Z'), stopped: true },
};

function gateOf(rule: GateRule, more: Partial<Evidence>) {
  return promotionReport(evidence(more)).gates.find((gate) => gate.rule === rule)!;
}

describe('a report', () => {
  it('passes toward PAPER when each of its gates does', () => {
    const report = promotionReport(evidence());
    expect(report).toMatchObject({
      ...{ strategyId: 's1', from: 'BACKTEST', to: 'PAPER', verdict: 'PASS', trades: 200 },
      ...{ tradesNeeded: null, falsePromotionPct: 2.5, since: NOW },
    });
    expect(report.gates.map(({ rule, verdict }) => `${rule} ${verdict}`)).toEqual([
      ...['TRADES PASS', 'DAYS PASS', 'EXPECTANCY PASS', 'DRAWDOWN PASS', 'LOOK_AHEAD PASS'],
    ]);
  });

  it('has the gates of the present rung: drift, completeness and a drill beyond the first', () => {
    const report = promotionReport(evidence(REAL_READY));
    expect(report).toMatchObject({ from: 'PAPER', to: 'SMALL_REAL', verdict: 'PASS' });
    expect(report.gates.map(({ rule }) => rule)).toEqual([
      ...['TRADES', 'DAYS', 'EXPECTANCY', 'DRIFT', 'DRAWDOWN', 'COMPLETENESS', 'BREAKER'],
    ]);
    expect(promotionReport(evidence({ ...REAL_READY, from: 'SMALL_REAL' })).to).toBe('FULL_REAL');
    expect(promotionReport(evidence({ ...REAL_READY, from: 'FULL_REAL' })).to).toBeNull();
  });

  it('fails if one gate fails, else has not enough if one has not enough', () => {
    const few = { trades: tradesOf(WINNING.slice(0, 29)) };
    expect(promotionReport(evidence(few)).verdict).toBe('NOT_ENOUGH_DATA');
    expect(promotionReport(evidence({ ...few, lookAhead: 'LEAKS' })).verdict).toBe('FAIL');
  });

  it('without any evidence says so at every gate, and names no number of trades', () => {
    const report = promotionReport(
      evidence({ trades: [], maxDrawdownPct: null, lookAhead: null, since: null }),
    );
    expect(report).toMatchObject({ verdict: 'NOT_ENOUGH_DATA', tradesNeeded: null, trades: 0 });
    expect(new Set(report.gates.map(({ verdict }) => verdict))).toEqual(
      new Set(['NOT_ENOUGH_DATA']),
    );
  });
});

describe('the trades needed', () => {
  const needed = (more: Partial<Evidence>) => promotionReport(evidence(more)).tradesNeeded;

  it('are the most that a gate still needs', () => {
    const slight = WINNING.map((_, n) => (n % 10 < 6 ? 50 : -50));
    expect(needed({ trades: tradesOf(slight) })).toBeGreaterThan(50);
    const strong = tradesOf(Array(25).fill(90));
    expect(needed({ trades: strong })).toBe(5);
    const onTwoDays = strong.map((each, n) => ({ ...each, ...dayOf(n % 2) }));
    expect(needed({ trades: onTwoDays })).toBeGreaterThanOrEqual(18 * 12.5);
  });

  it('are 1 where no number of trades is missing but a gate does not pass', () => {
    expect(needed({ lookAhead: null })).toBe(1);
    expect(needed({ ...REAL_READY, breaker: null })).toBe(1);
  });

  it('are unknown where the mean is not above 0', () => {
    expect(needed({ trades: tradesOf(EVEN) })).toBeNull();
    expect(needed({ trades: tradesOf(LOSING) })).toBeNull();
  });

  it('are more while fewer trades have been compared with their reference', () => {
    const drift = { ...REAL_READY.drift!, trades: 12 };
    expect(needed({ ...REAL_READY, drift })).toBe(18);
  });
});

function dayOf(n: number) {
  const date = addDays('2026-06-28', n);
  return { openedAt: new Date(`${date}T15:00:00Z`), closedAt: new Date(`${date}T18:00:00Z`) };
}

describe('EXPECTANCY', () => {
  it('passes above 0, fails below, and is open in between', () => {
    expect(gateOf('EXPECTANCY', {}).verdict).toBe('PASS');
    expect(gateOf('EXPECTANCY', { trades: tradesOf(LOSING) }).verdict).toBe('FAIL');
    expect(gateOf('EXPECTANCY', { trades: tradesOf(EVEN) }).verdict).toBe('NOT_ENOUGH_DATA');
  });

  it('shares its error among the sets of parameters tried', () => {
    const trades = tradesOf(WINNING.slice(0, 100));
    expect(gateOf('EXPECTANCY', { trades }).verdict).toBe('PASS');
    expect(gateOf('EXPECTANCY', { trades }).limit).toBe('lower bound above 0, error 2.5 %');
    const many = gateOf('EXPECTANCY', { trades, tried: 1e12 });
    expect(many.verdict).toBe('NOT_ENOUGH_DATA');
    expect(many.limit).toBe(
      'lower bound above 0, error 2.5 %, shared by 1000000000000 sets of parameters tried',
    );
  });

  it('proves nothing while the loss of a trade has no bound', () => {
    const trades = [...tradesOf(WINNING), ...tradesOf([50], { atRisk: null })];
    expect(gateOf('EXPECTANCY', { trades })).toMatchObject({
      ...{ verdict: 'NOT_ENOUGH_DATA', actual: null },
      message: 'The loss of 1 of its trades has no bound: no number of wins proves an edge.',
    });
    expect(promotionReport(evidence({ trades })).tradesNeeded).toBeNull();
  });

  it('does not pass on trades of one day, however many', () => {
    const trades = tradesOf(WINNING).map((each) => ({ ...each, ...dayOf(0) }));
    expect(gateOf('EXPECTANCY', { trades }).verdict).toBe('NOT_ENOUGH_DATA');
  });

  it('shows the mean of what was at risk with its bounds', () => {
    expect(gateOf('EXPECTANCY', {}).actual).toMatch(
      /^mean 0\.300 of what was at risk, 0\.\d{3} to 0\.\d{3}$/,
    );
    const even = gateOf('EXPECTANCY', {
      trades: tradesOf(WINNING.map((_, n) => 0.2 - 0.4 * (n % 2))),
    });
    expect(even.actual).toMatch(/^mean 0\.000 of what was at risk, −0\.\d{3} to /);
  });
});

describe('the other gates', () => {
  it.each<[GateRule, Partial<Evidence>, string, string | null]>([
    ['TRADES', { trades: tradesOf(WINNING.slice(0, 29)) }, 'NOT_ENOUGH_DATA', '29'],
    ['TRADES', { trades: tradesOf(WINNING.slice(0, 30)) }, 'PASS', '30'],
    ['DAYS', { trades: tradesOf(WINNING.slice(0, 19)) }, 'NOT_ENOUGH_DATA', '19'],
    ['DAYS', { trades: tradesOf(WINNING.slice(0, 20)) }, 'PASS', '20'],
    ['DRAWDOWN', { maxDrawdownPct: 20 }, 'PASS', '20 %'],
    ['DRAWDOWN', { maxDrawdownPct: 20.1 }, 'FAIL', '20.1 %'],
    ['LOOK_AHEAD', { lookAhead: 'LEAKS' }, 'FAIL', 'other decisions'],
    ['DRIFT', REAL_READY, 'PASS', '2 % less, 0.1 % unexplained'],
    ['DRIFT', drifted({ actual: dec(4199) }), 'FAIL', '20 % less, 0.1 % unexplained'],
    ['DRIFT', drifted({ actual: dec(9999) }), 'PASS', '0 % less, 0.1 % unexplained'],
    ['DRIFT', drifted({ unexplained: dec(501) }), 'FAIL', '2 % less, 5 % unexplained'],
    ['DRIFT', drifted({ actual: dec(4200) }), 'PASS', '20 % less, 0.1 % unexplained'],
    ['DRIFT', drifted({ unexplained: dec(500) }), 'PASS', '2 % less, 5 % unexplained'],
    ['DRIFT', drifted({ trades: 30 }), 'PASS', '2 % less, 0.1 % unexplained'],
    ['DRIFT', drifted({ trades: 29 }), 'NOT_ENOUGH_DATA', '29 compared'],
    ['DRIFT', drifted({ unknown: 200 }), 'PASS', '2 % less, 0.1 % unexplained'],
    [
      'DRIFT',
      drifted({ unknown: 201 }),
      'NOT_ENOUGH_DATA',
      '200 compared, 201 without a reference',
    ],
    ['DRIFT', drifted({ trades: 0 }), 'NOT_ENOUGH_DATA', null],
    ['DRIFT', drifted({ gross: dec(0) }), 'NOT_ENOUGH_DATA', '200 compared'],
    ['DRAWDOWN', { maxDrawdownPct: 1, trades: [] }, 'NOT_ENOUGH_DATA', null],
    ['COMPLETENESS', { ...REAL_READY, completeness: null }, 'NOT_ENOUGH_DATA', null],
    ['COMPLETENESS', seen(949, 0), 'NOT_ENOUGH_DATA', '94.9 % of 1000'],
    ['COMPLETENESS', seen(950, 0), 'PASS', '95 % of 1000'],
    ['COMPLETENESS', seen(1000, 1), 'NOT_ENOUGH_DATA', '100 % of 1000, 1 in doubt'],
    ['BREAKER', { ...REAL_READY, breaker: null }, 'NOT_ENOUGH_DATA', null],
    ['BREAKER', drilled('2026-05-31T20:00:01Z', true), 'PASS', '2026-05-31'],
    ['BREAKER', drilled('2026-05-31T20:00:00Z', true), 'NOT_ENOUGH_DATA', '2026-05-31'],
    ['BREAKER', drilled('2026-06-29T20:00:00Z', false), 'FAIL', '2026-06-29'],
  ])('%s of %o is %s at %s', (rule, more, verdict, actual) => {
    expect(gateOf(rule, more)).toMatchObject({ verdict, actual });
  });
});

function drifted(more: object): Partial<Evidence> {
  return { ...REAL_READY, drift: { ...REAL_READY.drift!, ...more } };
}

function seen(handed: number, inDoubt: number): Partial<Evidence> {
  return { ...REAL_READY, completeness: { due: 1000, handed, inDoubt } };
}

function drilled(at: string, stopped: boolean): Partial<Evidence> {
  return { ...REAL_READY, breaker: { at: new Date(at), stopped } };
}

describe('a strategy falls by itself', () => {
  const state = { today: '2026-06-30', demotedOn: null, exiting: false };
  const failing = (from: Evidence['from']) =>
    promotionReport(evidence({ ...REAL_READY, from, trades: tradesOf(LOSING) }));

  it('one rung when a gate fails', () => {
    expect(fallsTo(failing('PAPER'), state)).toBe('BACKTEST');
    expect(fallsTo(failing('SMALL_REAL'), state)).toBe('PAPER');
    expect(fallsTo(failing('FULL_REAL'), state)).toBe('SMALL_REAL');
    expect(fallsTo(failing('BACKTEST'), state)).toBeNull();
  });

  it('at most once a day, and never in the middle of an exit', () => {
    const report = failing('FULL_REAL');
    expect(fallsTo(report, { ...state, demotedOn: '2026-06-30' })).toBeNull();
    expect(fallsTo(report, { ...state, demotedOn: '2026-06-29' })).toBe('SMALL_REAL');
    expect(fallsTo(report, { ...state, exiting: true })).toBeNull();
  });

  it('not for want of data', () => {
    const report = promotionReport(evidence({ ...REAL_READY, breaker: null, trades: [] }));
    expect(fallsTo(report, state)).toBeNull();
  });
});
