import { setTimeout as pause } from 'node:timers/promises';
import type { TestContext } from 'vitest';
import { JupiterClients } from '../../../server/adapters/jupiter/jupiter-clients.ts';
import { JupiterMarket } from '../../../server/adapters/jupiter/jupiter-market.ts';
import type { RealTime } from '../../../server/adapters/wire/real-time.ts';
import { HandClock } from '../../support/desks/venue-account.ts';
import { MemoryLog } from '../../support/fakes/memory-log.ts';
import { JupiterEmulator } from '../../venues/jupiter-emulator.ts';

/** Time that runs `speed` times as fast, so that minutes take seconds. */
export function fastTime(speed: number): RealTime {
  const start = Date.parse('2026-09-18T15:00:00Z');
  const began = performance.now();
  return {
    now: () => start + (performance.now() - began) * speed,
    sleep: (ms) => pause(ms / speed),
  };
}

export interface JupiterScene {
  readonly jupiter: JupiterEmulator;
  readonly market: JupiterMarket;
  readonly clients: JupiterClients;
  readonly clock: HandClock;
  readonly log: MemoryLog;
  /** The query of the last request. */
  readonly asked: () => Readonly<Record<string, string>>;
}

interface Options {
  readonly apiKey?: string | null;
  readonly time?: RealTime;
  readonly timeoutMs?: number;
}

/** The time limit in tests of silence; on a busy machine even a local answer may take as long. */
export const SHORT = { timeoutMs: 300 };

/** A server that reads from an emulated Jupiter, with Jupiter's key unless another key is given. */
export async function jupiterScene(
  test: Pick<TestContext, 'onTestFinished'>,
  { apiKey, time, timeoutMs = 10_000 }: Options = {},
): Promise<JupiterScene> {
  const jupiter = await JupiterEmulator.start();
  test.onTestFinished(() => jupiter.close());
  if (time) jupiter.quota.now = () => time.now();
  const [clock, log] = [new HandClock(), new MemoryLog()];
  const clients = new JupiterClients({ baseUrl: jupiter.url, clock, log, timeoutMs, time });
  const host = clients.of(apiKey === undefined ? jupiter.key : apiKey);
  const market = new JupiterMarket(host, clock);
  return { jupiter, market, clients, clock, log, asked: () => jupiter.requests.at(-1)!.query };
}
