import { MARKER, type Hers } from './hers.ts';

const run = (hers: Hers) =>
  `{ strategyId: "${hers.strategy}", symbols: ["SPY"], from: "2026-03-02T14:30:00Z", to: "2026-03-02T15:30:00Z", dataSet: "${MARKER}" }`;

/** Every served field of strategies, requested by Bob with Ada's ids. A text is the code of the refusal. */
export const STRATEGY_QUESTIONS: Readonly<
  Record<string, readonly [query: (hers: Hers) => string, answer: string | object]>
> = {
  strategyKinds: [() => '{ strategyKinds { kind own } }', {}],
  strategies: [() => '{ strategies { name } }', { strategies: [] }],
  strategy: [(hers) => `{ strategy(id: "${hers.strategy}") { name } }`, { strategy: null }],
  noTrades: [
    (hers) => `{ noTrades(mode: PAPER, strategyId: "${hers.strategy}") { totalCount } }`,
    { noTrades: { totalCount: 0 } },
  ],
  startStrategy: [
    (hers) => `mutation { startStrategy(id: "${hers.strategy}", mode: PAPER) { id } }`,
    'NOT_FOUND',
  ],
  stopStrategy: [
    (hers) => `mutation { stopStrategy(id: "${hers.strategy}", mode: PAPER) { id } }`,
    'NOT_FOUND',
  ],
  backtest: [(hers) => `{ backtest(id: "${hers.backtest}") { status } }`, { backtest: null }],
  backtests: [
    (hers) => `{ backtests(strategyId: "${hers.strategy}") { totalCount } }`,
    { backtests: { totalCount: 0 } },
  ],
  sweeps: [
    (hers) => `{ sweeps(strategyId: "${hers.strategy}") { totalCount nodes { id } } }`,
    { sweeps: { totalCount: 0, nodes: [] } },
  ],
  sweep: [(hers) => `{ sweep(id: "${hers.sweep}") { status } }`, { sweep: null }],
  promotion: [(hers) => `{ promotion(strategyId: "${hers.strategy}") { verdict } }`, 'NOT_FOUND'],
  promoteStrategy: [
    (hers) => `mutation { promoteStrategy(id: "${hers.strategy}", expectedVersion: 1) { id } }`,
    'NOT_FOUND',
  ],
  demoteStrategy: [
    (hers) => `mutation { demoteStrategy(id: "${hers.strategy}", expectedVersion: 1) { id } }`,
    'NOT_FOUND',
  ],
  dataSets: [() => '{ dataSets { name } }', { dataSets: [] }],
  saveStrategy: [
    (hers) =>
      `mutation { saveStrategy(input: { id: "${hers.strategy}", expectedVersion: 1, name: "his", kind: "coin-flip" }) { id } }`,
    'NOT_FOUND',
  ],
  runBacktest: [(hers) => `mutation { runBacktest(input: ${run(hers)}) { id } }`, 'NOT_FOUND'],
  cancelBacktest: [
    (hers) => `mutation { cancelBacktest(id: "${hers.backtest}") { id } }`,
    'NOT_FOUND',
  ],
  runSweep: [
    (hers) => `mutation { runSweep(input: { base: ${run(hers)}, grid: { every: [5] } }) { id } }`,
    'NOT_FOUND',
  ],
  cancelSweep: [(hers) => `mutation { cancelSweep(id: "${hers.sweep}") { id } }`, 'NOT_FOUND'],
  deleteDataSet: [(hers) => `mutation { deleteDataSet(id: "${hers.dataSet}") }`, 'NOT_FOUND'],
};
