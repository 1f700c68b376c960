/**
 * Days of ten minute bars in which the price doubles; each day begins at the same price. A purchase at the
 * first bar and a sale at the sixth earn half of what was at risk.
 */
export function doublingDays(days: number): string {
  const rows = ['symbol,at,open,high,low,close,volume'];
  for (let day = 0, nth = 0; nth < days; day += 1) {
    const date = new Date(Date.UTC(2025, 5, 2 + day, 14, 30));
    if ([0, 6].includes(date.getUTCDay())) continue;
    for (let bar = 0; bar < 10; bar += 1) {
      const at = new Date(date.getTime() + bar * 60_000).toISOString();
      const [open, close] = [100 + bar * 10, 110 + bar * 10];
      rows.push(`SPY,${at},${open},${close},${open},${close},1000`);
    }
    nth += 1;
  }
  return rows.join('\n');
}

/** A coin flip that buys at most once a day in `doublingDays` and holds for five bars. */
export const DAILY_COIN = { kind: 'coin-flip', parameters: { every: 10, hold: 5 } };
export const DOUBLING_SPAN = { from: '2025-06-02T00:00:00Z', to: '2026-01-01T00:00:00Z' };
