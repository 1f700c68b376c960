import type { Outlet } from '../../../server/graphql/fanout/outlet.ts';

/** A client's socket that holds what the client does not read. */
export class FakeOutlet implements Outlet {
  readonly got: Buffer[] = [];
  /** The most bytes that ever waited, without the oldest message, which is being sent. */
  mostBeyond = 0;
  #reads = true;
  #held: Buffer[] = [];
  #waiting: (() => void)[] = [];

  get waiting(): number {
    return this.#held.reduce((sum, { length }) => sum + length, 0);
  }

  send(payload: Buffer): void {
    this.#held.push(payload);
    this.mostBeyond = Math.max(this.mostBeyond, this.waiting - (this.#held[0]?.length ?? 0));
    if (this.#reads) this.#take();
  }

  sent(payload: Buffer): Promise<void> {
    this.send(payload);
    return this.emptied();
  }

  emptied(): Promise<void> {
    if (this.#held.length === 0) return Promise.resolve();
    return new Promise((gone) => this.#waiting.push(gone));
  }

  stopReading(): void {
    this.#reads = false;
  }

  readOn(): void {
    this.#reads = true;
    this.#take();
  }

  #take(): void {
    this.got.push(...this.#held);
    this.#held = [];
    for (const gone of this.#waiting.splice(0)) gone();
  }
}
