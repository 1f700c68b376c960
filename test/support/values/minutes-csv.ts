/** Minute bars of a price that goes up and down again, as CSV. */
export function minutesCsv(start: number, count: number, symbol = 'SPY'): string {
  const rows = Array.from({ length: count }, (_, n) => {
    const close = (100 + 10 * Math.sin(n / 15)).toFixed(2);
    const at = new Date(start + n * 60_000).toISOString();
    return `${symbol},${at},${close},${close},${close},${close},1000`;
  });
  return ['symbol,at,open,high,low,close,volume', ...rows].join('\n');
}
