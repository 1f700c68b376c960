import type { LogReading } from '../streams/log-reading.ts';
import type { LogBatch } from '../streams/log-page.ts';
import type { Progress, Step } from '../streams/log-tail.ts';
import type { Group, Member } from './group.ts';
import { hasRoom, MOST_WAITING, type Outlet } from './outlet.ts';

export interface SubscriberParts {
  readonly reading: LogReading;
  readonly outlet: Outlet;
  /** The messages of a batch that only this subscriber has read. */
  readonly payloadsOf: (batch: LogBatch) => AsyncIterable<Buffer>;
  readonly group: () => Group;
  /** Called each time the client reads too slowly and the subscriber leaves its group. */
  readonly onSlow: () => void;
}

/**
 * One client's subscription to the log. It catches up by reads of its own, then takes what its group sends.
 * When a step does not continue from its place, or its client has stopped reading, it leaves the group and
 * catches up again from there.
 */
export class Subscriber implements Member {
  #closed = false;
  #group: Group | null = null;
  #left: () => void = () => undefined;
  #end: (error?: Error) => void = () => undefined;

  constructor(private readonly parts: SubscriberParts) {}

  get at(): Progress {
    return this.parts.reading.at;
  }

  /** Resolves when it is closed. Rejects when a read for it fails. */
  run(): Promise<void> {
    return new Promise((resolve, reject) => {
      this.#end = (error) => (error ? reject(error) : resolve());
      if (this.#closed) resolve();
      this.#follow().catch((error: unknown) => this.fail(error));
    });
  }

  close(): void {
    this.#stop();
    this.#end();
  }

  fail(error: unknown): void {
    this.#stop();
    this.#end(error instanceof Error ? error : new Error(String(error)));
  }

  take(step: Step, payloads: readonly Buffer[]): void {
    const { reading, outlet, onSlow } = this.parts;
    const seen = reading.see(step);
    if (seen === 'known') return;
    if (seen === 'behind') return this.#leave();
    if (payloads.length > 0 && !hasRoom(outlet, payloads)) {
      onSlow();
      return this.#leave();
    }
    for (const payload of payloads) outlet.send(payload);
    reading.pass(step);
  }

  async #follow(): Promise<void> {
    const { reading } = this.parts;
    while (!this.#closed) {
      await this.#room();
      if (this.#closed) return;
      if (reading.isLevel) await this.#stay();
      else await this.#catchUp();
    }
  }

  /** Stays in its group as long as it keeps up. */
  #stay(): Promise<void> {
    return new Promise((left) => {
      this.#left = left;
      this.#group = this.parts.group();
      this.#group.add(this);
    });
  }

  async #catchUp(): Promise<void> {
    const { reading, outlet, payloadsOf } = this.parts;
    const batch = await reading.read();
    if (!batch || this.#closed) return;
    for await (const payload of payloadsOf(batch)) {
      await this.#room();
      if (this.#closed) return;
      await outlet.sent(payload);
    }
  }

  /** Waits while too many bytes are on their way to the client. */
  async #room(): Promise<void> {
    const { outlet } = this.parts;
    while (outlet.waiting > MOST_WAITING && !this.#closed) await outlet.emptied();
  }

  #leave(): void {
    this.#group?.remove(this);
    this.#group = null;
    this.#left();
  }

  #stop(): void {
    this.#closed = true;
    this.#leave();
    this.parts.reading.close();
  }
}
