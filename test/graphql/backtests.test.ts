import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { servedDesk, type ServedDesk } from '../support/desks/served-desk.ts';
import { Strategist } from '../support/servers/strategist.ts';

let desk: ServedDesk;
let ada: Strategist;
beforeAll(async () => {
  desk = await servedDesk();
  ada = await Strategist.at(desk.api, await desk.api.signUp('ada'));
  await ada.import('days', minutes(300), 'ONE_MINUTE');
  desk.strategies.start();
}, 60_000);
afterAll(() => desk.close());

const START = Date.parse('2026-03-02T14:30:00Z');

/** Minutes of a price that goes up and down again. */
function minutes(count: number): string {
  const rows = Array.from({ length: count }, (_, n) => {
    const close = (100 + 10 * Math.sin(n / 15)).toFixed(2);
    const at = new Date(START + n * 60_000).toISOString();
    return `SPY,${at},${close},${close},${close},${close},1000`;
  });
  return ['symbol,at,open,high,low,close,volume', ...rows].join('\n');
}

describe('a backtest', () => {
  it('runs a shipped kind over imported bars to its report', async () => {
    const id = await ada.save({
      name: 'cross',
      kind: 'sma-cross',
      parameters: { fast: 3, slow: 8 },
    });
    const done = await ada.backtest({ strategyId: id, dataSet: 'days', ...ada.span(START, 300) });
    expect(done).toMatchObject({ status: 'DONE', error: null, bars: 300, progress: 1 });
    expect(done.stats!.trades).toBeGreaterThan(1);
    expect(done.trades.totalCount).toBe(done.stats!.trades);
    expect(done.hash).toMatch(/^[0-9a-f]{64}$/);
  });
});
