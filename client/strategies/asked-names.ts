/** What each field of a run’s input is called, by its path. */
const NAMES: Readonly<Record<string, string>> = {
  strategyId: 'Strategy',
  strategyVersion: 'Version of the strategy',
  kind: 'Kind',
  kindVersion: 'Code of the kind',
  symbols: 'Symbols',
  from: 'From',
  to: 'To, not included',
  interval: 'Bars',
  fillModel: 'Fills',
  'fillFit.buys': 'Fitted fills of buys, % of the spread',
  'fillFit.sells': 'Fitted fills of sells, % of the spread',
  cash: 'Cash, $',
  dataSet: 'Data set',
  dataHash: 'Content of the data',
  fees: 'Fees',
  'fees.perUnit': 'Fee per unit, $',
  'fees.pct': 'Fee on value, %',
  'fees.minimum': 'Minimum fee, $',
  slippagePct: 'Slippage on bars, %',
  seed: 'Random seed',
  grid: 'Grid of the sweep',
  'walkForward.trainDays': 'Days to choose on',
  'walkForward.testDays': 'Days to test on',
  'limits.maxOpenTrades': 'Limit of open trades',
  'limits.maxTradesPerDay': 'Limit of trades a day',
  'limits.maxPerUnderlying': 'Limit of trades per underlying',
  'limits.maxPositionCost': 'Limit of position cost, $',
  'limits.maxOrderCost': 'Limit of order cost, $',
  'limits.maxDailyLoss': 'Limit of daily loss, $',
  'limits.maxDrawdown': 'Limit of drawdown, $',
  'limits.maxConsecutiveLosses': 'Limit of losses in a row',
  'limits.lossCooldownMinutes': 'Minutes to wait after them',
  'limits.maxExposure': 'Limit of exposure, $',
  'limits.maxSlippagePct': 'Limit of slippage, %',
  'limits.maxPriceImpactPct': 'Limit of price impact, %',
  'limits.minPriceConfidence': 'Least price confidence',
};

const PARAMETER = 'parameters.';

/** The name of a field in words. A parameter keeps the name that the strategy’s form gives it. */
export function askedName(path: string): string {
  if (path.startsWith(PARAMETER)) return `Parameter ${path.slice(PARAMETER.length)}`;
  return NAMES[path] ?? spaced(path);
}

/** Words for a field that a newer desk has added, made from its path. */
function spaced(path: string): string {
  const text = path.replaceAll('.', ', ').replace(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`);
  return text.charAt(0).toUpperCase() + text.slice(1);
}
