import type { RealTime } from '../../../server/adapters/wire/real-time.ts';

/** Time that passes only on command; sleepers wake when their time has come. */
export class HandTime implements RealTime {
  #at: number;
  #sleepers: { readonly until: number; readonly wake: () => void }[] = [];

  constructor(start = 0) {
    this.#at = start;
  }

  now = () => this.#at;

  sleep = (ms: number) =>
    new Promise<void>((wake) => void this.#sleepers.push({ until: this.#at + ms, wake }));

  pass(ms: number): void {
    this.#at += ms;
    const due = this.#sleepers.filter(({ until }) => until <= this.#at);
    this.#sleepers = this.#sleepers.filter((each) => !due.includes(each));
    for (const { wake } of due) wake();
  }
}
