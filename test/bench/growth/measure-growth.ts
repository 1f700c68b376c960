import { setTimeout as wait } from 'node:timers/promises';
import { until } from '../../support/values/until.ts';
import { DashboardRoom } from '../live/dashboard-room.ts';
import type { DashboardReport } from '../live/dashboards.ts';
import { tallyBetween, type JobTally } from '../live/job-tallies.ts';
import { fillDesk, type LiveDesk, type LiveSource, type LiveUser } from '../live/live-desk.ts';
import type { MakeHome } from '../live/live-home.ts';
import { LiveServer, type Env } from '../live/live-server.ts';
import { ProbedProcess, type LoopDelays, type Reading } from '../live/probed-process.ts';

export interface GrowthPlan {
  /** Numbers of users; each is measured on its own desk with its own server. */
  readonly users: readonly number[];
  /** Open trades of each user. */
  readonly open: number;
  /** The most users who have a dashboard open. */
  readonly dashboards: number;
  /** Milliseconds between the comparison of the last account and the window. */
  readonly settleMs: number;
  readonly windowMs: number;
  /** The window goes on until each dashboard has received so many messages. */
  readonly leastMessages: number;
  readonly comparedWithinMs: number;
  /** Further environment of the server. */
  readonly env: Env;
  /** Called with each server after its window. */
  readonly then?: (server: LiveServer, users: readonly LiveUser[]) => Promise<void>;
}

const HEARS_WITHIN_MS = 60_000;

/** The window holds two syncs and three ticks of marks. */
export const GROWTH: GrowthPlan = {
  ...{ users: [1, 20, 200, 1_000], open: 50, dashboards: 200, leastMessages: 0, env: {} },
  ...{ settleMs: 15_000, windowMs: 120_000, comparedWithinMs: 300_000 },
};

export const SMALL_GROWTH: GrowthPlan = {
  ...GROWTH,
  ...{ users: [1, 10], settleMs: 2_000, windowMs: 20_000 },
  env: { SYNC_SECONDS: '10', SNAPSHOT_SECONDS: '5' },
};

export interface Grown {
  readonly users: number;
  readonly open: number;
  readonly dashboards: number;
  readonly startMs: number;
  /** Milliseconds until every account was compared; null when that took longer than the plan allows. */
  readonly comparedMs: number | null;
  readonly reading: Reading;
  /** By how much the loop of an idle process was late at the same time. */
  readonly idleMs: LoopDelays;
  /** Bytes of the heap that are still held after the window. */
  readonly heldBytes: number;
  readonly jobs: readonly JobTally[];
  /** The least and the most messages about trades that a dashboard received in the window. */
  readonly messages: readonly [least: number, most: number];
  /** The refusals that dashboards received. */
  readonly refusals: readonly string[];
  /** The number of the server's errors by their text. */
  readonly errors: ReadonlyMap<string, number>;
}

/** Measures what a quiet desk with open dashboards costs its server, at each of these sizes. */
export async function* measureGrowth(
  build: string,
  makeHome: MakeHome,
  source: LiveSource,
  plan: GrowthPlan,
): AsyncGenerator<Grown> {
  for (const users of plan.users) {
    const home = await makeHome();
    try {
      const fill = { users, open: plan.open, watched: 0, closed: 0 };
      yield await grownTo(build, await fillDesk(home, source, fill), plan);
    } finally {
      await home.remove();
    }
  }
}

async function grownTo(build: string, desk: LiveDesk, plan: GrowthPlan): Promise<Grown> {
  const server = await LiveServer.start(build, { ...desk.env(), ...plan.env });
  try {
    const comparedMs = await server.compared(plan.comparedWithinMs).catch(() => null);
    const viewers = desk.users.slice(0, plan.dashboards).map(({ token }) => ({
      ...{ token, after: null, copies: 1 },
    }));
    const room = await DashboardRoom.open(server.url, viewers);
    try {
      const seen = await window(server, room, plan);
      await plan.then?.(server, desk.users);
      return {
        ...{ users: desk.users.length, open: plan.open, dashboards: viewers.length },
        ...{ startMs: server.startMs, comparedMs, errors: server.log.errors, ...seen },
      };
    } finally {
      await room.close();
    }
  } finally {
    await server.kill9();
  }
}

async function window(server: LiveServer, room: DashboardRoom, plan: GrowthPlan) {
  const idle = ProbedProcess.idle();
  try {
    await wait(plan.settleMs);
    const jobsBefore = await server.jobs();
    const heardBefore = await room.reports();
    await Promise.all([server.probe.ask('reset'), idle.ask('reset')]);
    await wait(plan.windowMs);
    await until(
      'messages for each dashboard',
      async () => range(heardBefore, await room.reports())[0] >= plan.leastMessages,
      { within: HEARS_WITHIN_MS, every: 200 },
    );
    const [reading, { loopMs: idleMs }] = await Promise.all([
      server.probe.ask('read'),
      idle.ask('read'),
    ]);
    const jobs = tallyBetween(jobsBefore, await server.jobs());
    const heard = await room.reports();
    const { heapBytes: heldBytes } = await server.probe.ask('collect');
    const refusals = heard.flatMap((each) => each.refusals);
    return { reading, idleMs, jobs, messages: range(heardBefore, heard), heldBytes, refusals };
  } finally {
    idle.end();
  }
}

function range(
  before: readonly DashboardReport[],
  after: readonly DashboardReport[],
): Grown['messages'] {
  const counts = after.map(
    ({ heard: [log] }, at) => log!.messages - before[at]!.heard[0]!.messages,
  );
  return [Math.min(...counts), Math.max(...counts)];
}
