import type { Env } from '../live/live-server.ts';

/** A soak: who trades how, for how long, and what goes wrong meanwhile. Times are in milliseconds. */
export interface SoakPlan {
  readonly users: number;
  /** Open trades of each user at the beginning. */
  readonly open: number;
  /** So many users have one open. */
  readonly dashboards: number;
  /** Every so manyth dashboard subscribes to its log so many times: when it stops reading, much waits for it. */
  readonly greedy: { readonly every: number; readonly copies: number };
  readonly lengthMs: number;
  readonly actionsPerSecond: number;
  /** A request in so many has its answer thrown away, and is sent again with its key. */
  readonly oneLostIn: number;
  readonly cutEveryMs: number;
  readonly stallEveryMs: number;
  readonly longestStallMs: number;
  readonly freezeMs: number;
  readonly sampleEveryMs: number;
  /** Far beyond any goal: a start that takes longer ends the soak. */
  readonly comparedWithinMs: number;
  /** Decides what happens next; requests still end in any order. */
  readonly seed: number;
  /** What the server is told besides. */
  readonly env: Env;
}

/** When, as shares of the length. The kill comes first: what grows is looked for in the process behind it. */
export const TIMES = { kill: 0.2, firstLook: 0.4, freezes: [0.5, 0.75] } as const;

/** Users of 50 open trades, every other one with a dashboard. */
export function soakFor(minutes: number, users: number, seed: number): SoakPlan {
  return {
    ...{ users, open: 50, dashboards: Math.ceil(users / 2), seed, env: {} },
    greedy: { every: 10, copies: 100 },
    ...{ lengthMs: minutes * 60_000, actionsPerSecond: 4, oneLostIn: 10 },
    ...{ cutEveryMs: 5_000, stallEveryMs: 10_000, longestStallMs: 30_000, freezeMs: 6_000 },
    ...{ sampleEveryMs: 10_000, comparedWithinMs: 1_200_000 },
  };
}

/** The same on a desk of a few users: seconds, for the tests. */
export function shortSoak(seed: number): SoakPlan {
  return {
    ...soakFor(0, 4, seed),
    ...{ open: 3, dashboards: 3, greedy: { every: 2, copies: 3 }, lengthMs: 6_000 },
    ...{ oneLostIn: 3, cutEveryMs: 300, stallEveryMs: 1_000, longestStallMs: 1_000 },
    ...{ freezeMs: 500, sampleEveryMs: 500, comparedWithinMs: 60_000 },
    env: { SNAPSHOT_SECONDS: '2', SYNC_SECONDS: '2' },
  };
}
