import { expect, it } from 'vitest';
import { markView, snapshotView } from '../../server/graphql/prices/price-view.ts';
import { aMark } from '../support/values/builders.ts';

it.each([
  ['2026-03-10T13:29:59Z', 'tradier', false],
  ['2026-03-10T13:30:00Z', 'tradier', true],
  ['2026-03-10T13:30:59Z', 'orats-live', true],
  ['2026-03-10T13:31:00Z', 'tradier', false],
  ['2026-03-10T13:30:00Z', 'simulated', false],
])('a price of %s from %s is flagged as of the first minute: %s', (time, source, flagged) => {
  const at = new Date(time);
  const mark = aMark({ source, sourceTime: at, receivedAt: at });
  expect(markView(mark, at).firstMinute).toBe(flagged);
  const snapshot = { ...mark, id: 's1', tradeId: 't1', kind: 'INTRADAY', takenAt: at } as const;
  expect(snapshotView(snapshot).firstMinute).toBe(flagged);
});
