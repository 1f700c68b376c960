import { setTimeout as wait } from 'node:timers/promises';
import { ApiClient } from '../../support/servers/api-client.ts';
import { Strategist } from '../../support/servers/strategist.ts';
import { minutesCsv } from '../../support/values/minutes-csv.ts';
import { until } from '../../support/values/until.ts';
import { clientDocument } from '../live/client-document.ts';
import { tallyBetween, type JobTally } from '../live/job-tallies.ts';
import type { LiveUser } from '../live/live-desk.ts';
import type { LiveServer } from '../live/live-server.ts';
import { ProbedProcess, type LoopDelays, type Reading } from '../live/probed-process.ts';

export interface SweepLoadPlan {
  /** The number of symbols in each run. */
  readonly columns: number;
  /** The number of bars of each symbol. */
  readonly bars: number;
  readonly windowMs: number;
  /** Milliseconds between the answer to a query and the next query. */
  readonly pauseMs: number;
}

export const SWEEP_LOAD: SweepLoadPlan = {
  ...{ columns: 4, bars: 250_000, windowMs: 40_000, pauseMs: 20 },
};
export const WHOLE_SWEEP_LOAD: SweepLoadPlan = { ...SWEEP_LOAD, columns: 8, bars: 1_000_000 };
export const SMALL_SWEEP_LOAD: SweepLoadPlan = {
  ...{ columns: 2, bars: 20_000, windowMs: 5_000, pauseMs: 20 },
};

/** The measurements of a server in a span of time. */
export interface LoadSpan {
  readonly work: string;
  readonly reading: Reading;
  /** By how much the loop of an idle process was late at the same time. */
  readonly idleMs: LoopDelays;
  readonly jobs: readonly JobTally[];
  /** Milliseconds that each answer to a query took, as the client saw it. */
  readonly queriesMs: readonly number[];
}

export interface SweepLoad {
  readonly plan: SweepLoadPlan;
  readonly rest: LoadSpan;
  readonly busy: LoadSpan;
  /** Milliseconds from the request for the sweep until its first run was stored. */
  readonly firstMs: number;
  /** The number of runs stored within the busy span. */
  readonly runs: number;
  /** The number of trades of one run. */
  readonly trades: number;
}

const START = Date.UTC(2024, 0, 1);
const SYMBOLS = ['SWA', 'SWB', 'SWC', 'SWD', 'SWE', 'SWF', 'SWG', 'SWH'];
const FIRST_WITHIN_MS = 60_000;
/** 5,000 sets of parameters: more than any span completes. */
const GRID = {
  fast: Array.from({ length: 50 }, (_, n) => 2 + n),
  slow: Array.from({ length: 100 }, (_, n) => 60 + n),
};

/** Measures a server with the same queries at rest, and during a sweep that fills every core but one. */
export async function measureSweepLoad(
  server: LiveServer,
  users: readonly LiveUser[],
  plan: SweepLoadPlan,
): Promise<SweepLoad> {
  const api = new ApiClient(server.url);
  const all = await Promise.all(users.map(({ token }) => Strategist.at(api, token)));
  const [owner] = all;
  const base = await dataOf(owner!, plan);
  const idle = ProbedProcess.idle();
  const span = (work: string, more: readonly Query[]): Promise<LoadSpan> =>
    spanOf({ server, idle, plan, work }, [...all.map(figuresOf), ...more]);
  try {
    const rest = await span('at rest', []);
    const began = performance.now();
    const sweep = await owner!.sweep({ base, grid: GRID });
    const asked = { owner: owner!, sweep };
    await until('the first run of a sweep', async () => (await stateOf(asked)).runsDone > 0, {
      ...{ within: FIRST_WITHIN_MS, every: 10 },
    });
    const firstMs = performance.now() - began;
    const before = await stateOf(asked);
    const busy = await span('beside a sweep', [() => stateOf(asked), () => runsOf(asked)]);
    const after = await stateOf(asked);
    if (after.status !== 'RUNNING') throw new Error(`The sweep is ${after.status}: ${after.error}`);
    const [one] = await runsOf(asked);
    await owner!.data(clientDocument('CancelSweep'), { id: sweep });
    const runs = after.runsDone - before.runsDone;
    return { plan, rest, busy, firstMs, runs, trades: one!.backtest.stats.trades };
  } finally {
    idle.end();
  }
}

type Query = () => Promise<unknown>;

interface AskedSweep {
  readonly owner: Strategist;
  readonly sweep: string;
}

/** Imports the bars and saves the strategy of the sweep; returns the sweep's base. */
async function dataOf(owner: Strategist, { columns, bars }: SweepLoadPlan): Promise<object> {
  const symbols = SYMBOLS.slice(0, columns);
  for (const symbol of symbols)
    await owner.import('swept', minutesCsv(START, bars, symbol), 'ONE_MINUTE');
  const saved = { name: 'swept', kind: 'sma-cross', parameters: { fast: 20, slow: 50 } };
  const fees = { perUnit: '0.005' };
  return {
    ...{ strategyId: await owner.save(saved), dataSet: 'swept', fees },
    ...owner.span(START, bars, symbols),
  };
}

function figuresOf(user: Strategist): Query {
  const document = clientDocument('BookFigures');
  return () => user.data(document, { mode: 'PAPER' });
}

async function stateOf({ owner, sweep }: AskedSweep) {
  interface State {
    readonly sweep: {
      readonly status: string;
      readonly error: string | null;
      readonly runsDone: number;
    };
  }
  return (await owner.data<State>(clientDocument('SweepState'), { id: sweep })).sweep;
}

async function runsOf({ owner, sweep }: AskedSweep) {
  interface Runs {
    readonly sweep: {
      readonly runs: {
        readonly nodes: readonly {
          readonly backtest: { readonly stats: { readonly trades: number } };
        }[];
      };
    };
  }
  const asked = { id: sweep, first: 50 };
  return (await owner.data<Runs>(clientDocument('SweepRuns'), asked)).sweep.runs.nodes;
}

interface Spanned {
  readonly server: LiveServer;
  readonly idle: ProbedProcess;
  readonly plan: SweepLoadPlan;
  readonly work: string;
}

/** Asks the queries one after the other, in turn, until the window is over. */
async function spanOf(
  { server, idle, plan, work }: Spanned,
  queries: readonly Query[],
): Promise<LoadSpan> {
  const jobsBefore = await server.jobs();
  await Promise.all([server.probe.ask('reset'), idle.ask('reset')]);
  const queriesMs: number[] = [];
  const until = performance.now() + plan.windowMs;
  for (let at = 0; performance.now() < until; at += 1) {
    const asked = performance.now();
    await queries[at % queries.length]!();
    queriesMs.push(performance.now() - asked);
    await wait(plan.pauseMs);
  }
  const [reading, { loopMs: idleMs }] = await Promise.all([
    server.probe.ask('read'),
    idle.ask('read'),
  ]);
  const jobs = tallyBetween(jobsBefore, await server.jobs());
  return { work, reading, idleMs, jobs, queriesMs };
}
