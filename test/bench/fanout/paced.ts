import { Crowd } from './crowd.ts';
import { deskStation, rawStation, type Station } from './stations.ts';

export interface PacedPlan {
  readonly clients: number;
  /** Changes a second, each to all clients. */
  readonly pace: number;
  /** The length of one round. */
  readonly seconds: number;
  readonly rounds: number;
}

/** A plan with 5,000 deliveries a second. */
export const PACED: PacedPlan = { clients: 200, pace: 25, seconds: 6, rounds: 3 };

export interface PacedCase {
  readonly station: string;
  /** For each round, the milliseconds of each delivery from the commit's return to the client's receipt. */
  readonly rounds: readonly (readonly number[])[];
}

/** Measures changes at a steady pace, which does not wait for the change before. */
export async function measurePaced(
  { clients, pace, seconds, rounds }: PacedPlan,
  { query, message }: { readonly query: string; readonly message: string },
): Promise<readonly PacedCase[]> {
  const stations = [await rawStation(message), await deskStation(query, 1)];
  const sides = await Promise.all(
    stations.map(async (station) => {
      const crowd = await Crowd.open({ ...station.opening, count: clients });
      return { station, crowd, rounds: [] as number[][] };
    }),
  );
  // A subscription begins a moment after its request.
  await new Promise((begun) => setTimeout(begun, 500 + clients));
  for (const { station, crowd } of sides) await paced(station, crowd, pace, pace);
  for (let round = 0; round < rounds; round += 1)
    for (const { station, crowd, rounds: all } of sides)
      all.push(await paced(station, crowd, pace, Math.round(pace * seconds)));
  for (const { crowd, station } of sides) {
    await crowd.close();
    await station.close();
  }
  return sides.map(({ station: { name }, rounds: all }) => ({ station: name, rounds: all }));
}

/** The delays of so many changes in milliseconds. */
async function paced(
  { prepare }: Pick<Station, 'prepare'>,
  crowd: Crowd,
  pace: number,
  changes: number,
): Promise<number[]> {
  await crowd.arrivals();
  const received = crowd.received(changes);
  const began = performance.now();
  const sent: number[] = [];
  for (let change = 0; change < changes; change += 1) {
    const due = began + (change * 1_000) / pace - performance.now();
    if (due > 0) await new Promise((now) => setTimeout(now, due));
    const send = await prepare();
    sent.push(Number(process.hrtime.bigint()) / 1e6);
    send();
  }
  await received;
  return (await crowd.arrivals()).flatMap((of) => of.map((at, change) => at - sent[change]!));
}

/** A Markdown table: medians over the rounds, and the median of their ratios to `ws` alone. */
export function pacedTable(cases: readonly PacedCase[], { clients, pace }: PacedPlan): string {
  const raw = cases.find(({ station }) => station === 'raw ws');
  const head = `| ${clients * pace} deliveries a second to ${clients} sockets | p50, ms | p99, ms | × raw ws (p99) |`;
  const rows = cases.map(({ station, rounds }) => {
    const p99 = rounds.map((delays) => share(delays, 0.99));
    const ratios = p99.map((each, at) => each / share(raw?.rounds[at] ?? [], 0.99));
    const p50 = rounds.map((delays) => share(delays, 0.5));
    const figures = [p50, p99, ratios].map((each) => share(each, 0.5).toFixed(2));
    return `| ${[station, ...figures].join(' | ')} |`;
  });
  return [head, '| --- | --- | --- | --- |', ...rows].join('\n');
}

function share(values: readonly number[], part: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.floor((sorted.length - 1) * part)] ?? Number.NaN;
}
