import { fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import type { Asked, Opening, Told } from './listeners.ts';

const PROGRAM = path.join(import.meta.dirname, 'listeners.ts');

/** Many clients of one server, each of which gets every message once. */
export class Crowd {
  #each = 0;

  private constructor(private readonly child: ChildProcess) {}

  static async open(opening: Opening): Promise<Crowd> {
    const child = fork(PROGRAM, { execArgv: ['--import', 'tsx'] });
    const crowd = new Crowd(child);
    await crowd.#ask({ open: opening }, 'open');
    return crowd;
  }

  /** Resolves when each client has received so many more messages. @throws if one receives more. */
  received(more: number): Promise<void> {
    this.#each += more;
    return this.#ask({ each: this.#each }, 'received');
  }

  /** When each client received each change since the last call, in milliseconds of the machine's clock. */
  async arrivals(): Promise<readonly (readonly number[])[]> {
    const told = await this.#answer('arrivals');
    if (typeof told === 'object' && 'arrivals' in told) return told.arrivals;
    throw new Error(JSON.stringify(told));
  }

  async close(): Promise<void> {
    const ended = once(this.child, 'exit');
    this.child.kill();
    await ended;
  }

  async #ask(asked: Asked, answer: 'open' | 'received'): Promise<void> {
    const got = await this.#answer(asked);
    if (got !== answer) throw new Error(JSON.stringify(got));
  }

  async #answer(asked: Asked): Promise<Told> {
    const told = once(this.child, 'message') as Promise<[Told]>;
    this.child.send(asked);
    return (await told)[0];
  }
}
