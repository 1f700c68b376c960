import type { Crowd } from './crowd.ts';
import type { Station } from './stations.ts';

export interface Delivered {
  /** Microseconds of this process's processor time for each message to each client. */
  readonly cpuMicros: number;
  /** Milliseconds from the first send to the last client's receipt. */
  readonly lastMs: number;
}

/** Sends so many messages, each once every client has received the one before. */
export async function deliver(
  { prepare }: Pick<Station, 'prepare'>,
  crowd: Crowd,
  clients: number,
  messages: number,
): Promise<Delivered> {
  let cpu = 0;
  let wall = 0;
  for (let each = 0; each < messages; each += 1) {
    const send = await prepare();
    const received = crowd.received(1);
    const began = performance.now();
    const before = process.cpuUsage();
    send();
    await received;
    const { user, system } = process.cpuUsage(before);
    cpu += user + system;
    wall += performance.now() - began;
  }
  return { cpuMicros: cpu / (messages * clients), lastMs: wall / messages };
}
