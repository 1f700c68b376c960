import { Crowd } from './crowd.ts';
import { deliver, type Delivered } from './deliveries.ts';
import { deskStation, rawStation, type Station } from './stations.ts';

export interface FanoutPlan {
  readonly clients: readonly number[];
  readonly rounds: number;
  readonly messages: number;
  /** The number of open positions that a tick marks. */
  readonly trades: number;
}

export const FANOUT: FanoutPlan = { clients: [200, 1_000], rounds: 3, messages: 20, trades: 50 };

export interface FanoutCase {
  readonly work: string;
  readonly clients: number;
  readonly station: string;
  readonly rounds: readonly Delivered[];
}

export const CHANGE = `subscription {
  tradesChanged(mode: PAPER) {
    cursor
    events { type message trade { id status } }
    trades { id symbol status quantity netPnl mark { price bid ask } }
  }
}`;
const MARK = `mark {
  bid ask mid price delta gamma theta vega iv underlyingPrice source sourceTime receivedAt ageSeconds delayed stale
}`;
const ROW = `
  id mode version status phase assetClass symbol underlying expiration strike right multiplier side quantity
  filledQuantity openQuantity orderType timeInForce limitPrice entryPrice exitPrice stopLoss takeProfit trailingPct
  trailingStop initialStopLoss toStop highWaterMark costBasis unrealizedPnl realizedPnl fees netPnl returnPct placedAt
  openedAt closedAt closeReason reason protection unprotectedSince unprotectedSeconds venue fillModel tags
  ${MARK} context { strategy } orders { id role status placedAt reason }`;
const MARKED = `
  id mode phase unrealizedPnl returnPct toStop highWaterMark trailingStop stopLoss unprotectedSeconds untradable ${MARK}`;
/** The subscriptions of old dashboards, before marks had their own field, and of present ones. */
const DASHBOARDS = {
  'whole rows': `subscription { tradesChanged(mode: PAPER) { cursor events { type } trades { ${ROW} } } }`,
  'marks alone': `subscription {
    tradesChanged(mode: PAPER) { cursor events { type } changed { ${ROW} } marked { ${MARKED} } }
  }`,
};
/** A text as long as a change's message. */
export const MESSAGE = 'x'.repeat(434);

export async function measureFanout(plan: FanoutPlan): Promise<readonly FanoutCase[]> {
  const all: FanoutCase[] = [];
  for (const clients of plan.clients) {
    const stations = [await rawStation(MESSAGE), await deskStation(CHANGE, 1)];
    all.push(...(await compare('one change', stations, clients, plan)));
  }
  const dashboards = Math.min(200, ...plan.clients);
  for (const [what, query] of Object.entries(DASHBOARDS)) {
    const desk = await deskStation(query, plan.trades);
    const work = `a tick of ${plan.trades} marks, ${what}`;
    all.push(...(await compare(work, [{ ...desk, prepare: desk.prepareTick }], dashboards, plan)));
  }
  for (const clients of plan.clients) {
    const desk = await deskStation(DASHBOARDS['marks alone'], 1, clients);
    const stations = [await rawStation(MESSAGE), { ...desk, prepare: desk.prepareTick }];
    all.push(...(await compare('a mark for each of as many users', stations, clients, plan)));
  }
  return all;
}

/** Each round runs every station once, in turn, so that a slow machine slows all of them. */
async function compare(
  work: string,
  stations: readonly Station[],
  clients: number,
  { rounds, messages }: FanoutPlan,
): Promise<readonly FanoutCase[]> {
  const sides = await Promise.all(
    stations.map(async (station) => {
      const crowd = await Crowd.open({ ...station.opening, count: clients });
      return { station, crowd, rounds: [] as Delivered[] };
    }),
  );
  // A subscription begins a moment after its request.
  await new Promise((begun) => setTimeout(begun, 500 + clients));
  for (const { station, crowd } of sides) await deliver(station, crowd, clients, 3);
  for (let round = 0; round < rounds; round += 1)
    for (const side of sides)
      side.rounds.push(await deliver(side.station, side.crowd, clients, messages));
  for (const { crowd, station } of sides) {
    await crowd.close();
    await station.close();
  }
  return sides.map((side) => ({ work, clients, station: side.station.name, rounds: side.rounds }));
}
