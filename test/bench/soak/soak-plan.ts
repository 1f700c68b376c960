import type { Env } from '../live/live-server.ts';

/** A soak: its users, its length, and what goes wrong at the same time. Times are in milliseconds. */
export interface SoakPlan {
  readonly users: number;
  /** Open trades of each user at the beginning. */
  readonly open: number;
  /** The number of users with an open dashboard. */
  readonly dashboards: number;
  /** Every n-th dashboard has many copies of its subscription, so that much waits when it stops reading. */
  readonly greedy: { readonly every: number; readonly copies: number };
  readonly lengthMs: number;
  readonly actionsPerSecond: number;
  /** One answer in so many is thrown away, and its request sent again with the same key. */
  readonly oneLostIn: number;
  readonly cutEveryMs: number;
  readonly stallEveryMs: number;
  readonly longestStallMs: number;
  readonly freezeMs: number;
  readonly sampleEveryMs: number;
  /** A start that takes longer ends the soak; far beyond any goal. */
  readonly comparedWithinMs: number;
  /** The seed of the random choices; requests still end in any order. */
  readonly seed: number;
  /** Further environment of the server. */
  readonly env: Env;
}

/** Times as shares of the length. The kill comes first: growth is measured in the process after it. */
export const TIMES = { kill: 0.2, firstLook: 0.4, freezes: [0.5, 0.75] } as const;

/** A soak of users with 50 open trades each, half of them with a dashboard. */
export function soakFor(minutes: number, users: number, seed: number): SoakPlan {
  return {
    ...{ users, open: 50, dashboards: Math.ceil(users / 2), seed, env: {} },
    greedy: { every: 10, copies: 100 },
    ...{ lengthMs: minutes * 60_000, actionsPerSecond: 4, oneLostIn: 10 },
    ...{ cutEveryMs: 5_000, stallEveryMs: 10_000, longestStallMs: 30_000, freezeMs: 6_000 },
    ...{ sampleEveryMs: 10_000, comparedWithinMs: 1_200_000 },
  };
}

/** A soak of some seconds on a desk of a few users, for the tests. */
export function shortSoak(seed: number): SoakPlan {
  return {
    ...soakFor(0, 4, seed),
    ...{ open: 3, dashboards: 3, greedy: { every: 2, copies: 3 }, lengthMs: 6_000 },
    ...{ oneLostIn: 3, cutEveryMs: 300, stallEveryMs: 1_000, longestStallMs: 1_000 },
    ...{ freezeMs: 500, sampleEveryMs: 500, comparedWithinMs: 60_000 },
    env: { SNAPSHOT_SECONDS: '2', SYNC_SECONDS: '2' },
  };
}
