import fc from 'fast-check';
import { expect, it } from 'vitest';
import { everyRow } from '../../../server/domain/columns/columns.ts';
import { Names } from '../../../server/domain/columns/names.ts';
import { RowSet } from '../../../server/domain/columns/row-set.ts';
import { sum, type Decimal } from '../../../server/domain/decimal.ts';
import { DRIFT_CAUSES, splitOf } from '../../../server/domain/drift/drift-cause.ts';
import { DRIFT, driftRow } from '../../../server/domain/drift/drift-columns.ts';
import { DriftReport } from '../../../server/domain/drift/drift-report.ts';
import { CLOSED, closedRow } from '../../../server/domain/statistics/closed-columns.ts';
import { aClosedTrade } from '../../support/values/builders.ts';
import { aKeptRow, ANY_MONEY, AT } from '../../support/values/drift.ts';

interface Scene {
  readonly at: number;
  /** The stored row; null when the trade has none yet. */
  readonly row: {
    readonly expected: Decimal;
    readonly actual: Decimal;
    readonly fees: Decimal;
  } | null;
  /** The trade's present net result; null when only the reference made the trade. */
  readonly net: Decimal | null;
}

const SCENES: fc.Arbitrary<readonly Scene[]> = fc.array(
  fc.record({
    at: fc.integer({ min: 0, max: 3 }).map((n) => AT + n),
    row: fc.option(fc.record({ expected: ANY_MONEY, actual: ANY_MONEY, fees: ANY_MONEY })),
    net: fc.option(ANY_MONEY),
  }),
  { maxLength: 12 },
);

function reportOf(scenes: readonly Scene[]): DriftReport {
  const names = new Names();
  const trades = scenes.flatMap(({ at, net }, n) => {
    if (net === null) return [];
    const trade = aClosedTrade('0', '0', { id: `paper_${n}`, realizedPnl: net });
    const facts = {
      ...{ id: trade.id, symbol: 'SPY', underlying: 'SPY', assetClass: 'EQUITY', strategy: null },
      ...{ aiModel: null, status: trade.status, outcome: 0, tags: [] },
      ...{ openedAt: new Date(at), closedAt: new Date(at) },
    };
    return [closedRow(facts, trade, names)];
  });
  const rows = scenes.flatMap(({ at, row, net }, n) => {
    if (!row) return [];
    const tradeId = net === null ? null : `paper_${n}`;
    const split = splitOf(row.actual.minus(row.expected), { FEES: row.fees });
    return [driftRow(aKeptRow({ ...row, at, tradeId, key: `${n}`, split }), names)];
  });
  const closed = { rows: RowSet.of(CLOSED, trades), names };
  const drift = { rows: RowSet.of(DRIFT, rows), names };
  const alone = everyRow(drift).filter((row) => drift.rows.codes.trade[row]! < 0);
  return new DriftReport(closed, drift, everyRow(closed), alone);
}

it('a report adds up whatever was corrected since or has no row yet, and so does each row', () => {
  fc.assert(
    fc.property(SCENES, (scenes) => {
      const report = reportOf(scenes);
      const nets = scenes.flatMap(({ net }) => net ?? []);
      expect(report.actual.equals(sum(nets))).toBe(true);
      expect(report.trades).toBe(nets.length);
      expect(report.awaiting).toBe(scenes.filter(({ row, net }) => !row && net).length);
      expect(sum(report.causes.map(({ amount }) => amount)).equals(report.total)).toBe(true);
      const rows = Array.from({ length: report.rows }, (_, n) => report.row(n));
      for (const cause of DRIFT_CAUSES) {
        const { amount, trades } = report.causes.find((each) => each.cause === cause)!;
        expect(sum(rows.map(({ split }) => split[cause])).equals(amount)).toBe(true);
        expect(rows.filter(({ split }) => !split[cause].isZero())).toHaveLength(trades);
      }
      for (const { actual, expected, split } of rows)
        expect(sum(Object.values(split)).equals(actual.minus(expected))).toBe(true);
    }),
  );
});

it('a page goes on after any row, the last one entered first', () => {
  fc.assert(
    fc.property(SCENES, (scenes) => {
      const report = reportOf(scenes);
      const rows = Array.from({ length: report.rows }, (_, n) => report.row(n));
      expect(new Set(rows.map(({ id }) => id)).size).toBe(rows.length);
      for (const [n, { at, id }] of rows.entries()) {
        expect(report.after(at.getTime(), id)).toBe(n + 1);
        if (n > 0) expect(rows[n - 1]!.at.getTime()).toBeGreaterThanOrEqual(at.getTime());
      }
    }),
  );
});
