import type { LogBatch } from '../streams/log-page.ts';
import type { LogTail, Progress, Step, TailListener } from '../streams/log-tail.ts';

export interface Member {
  readonly at: Progress;
  take(step: Step, payloads: readonly Buffer[]): void;
  fail(error: unknown): void;
}

/** Equal subscribers that have caught up. Each step is executed once, and all get the same payloads. */
export class Group implements TailListener {
  readonly #members = new Set<Member>();
  #unlisten: () => void = () => undefined;

  constructor(
    private readonly tail: LogTail,
    private readonly payloadsOf: (batch: LogBatch) => Promise<readonly Buffer[]>,
    private readonly onEmpty: () => void,
  ) {}

  add(member: Member): void {
    this.#members.add(member);
    if (this.#members.size === 1) this.#unlisten = this.tail.listen(member.at, this);
  }

  /** Removing the last member ends the group. */
  remove(member: Member): void {
    if (!this.#members.delete(member) || this.#members.size > 0) return;
    this.#unlisten();
    this.onEmpty();
  }

  async take(step: Step): Promise<void> {
    const { events, trades } = step.batch;
    try {
      const hasNews = events.length > 0 || trades.length > 0;
      const payloads = hasNews ? await this.payloadsOf(step.batch) : [];
      for (const member of this.#members) member.take(step, payloads);
    } catch (error) {
      this.fail(error);
    }
  }

  fail(error: unknown): void {
    for (const member of this.#members) member.fail(error);
  }
}
