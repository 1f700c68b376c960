import { setTimeout as wait } from 'node:timers/promises';
import type { LiveDesk } from '../live/live-desk.ts';
import { LiveServer, type Env } from '../live/live-server.ts';
import { ProbedProcess, type LoopDelays, type Reading } from '../live/probed-process.ts';

/** The time from one fault to the next. */
export interface Span {
  readonly name: string;
  readonly reading: Reading;
  /** By how much the loop of an idle process was late at the same time. */
  readonly idleMs: LoopDelays;
}

/** The one server of a soak, at one address, through a kill and freezes. */
export class SoakServer {
  readonly spans: Span[] = [];
  readonly startsMs: number[] = [];
  readonly failedJobs = new Set<string>();
  readonly errors = new Map<string, number>();
  slowReaders = 0;
  looks = 0;
  /** Whether the last stop was clean, and how long it took. */
  stopped = { isClean: false, ms: 0 };
  /** The desk's time at the last start. */
  startedAt = new Date(0);
  readonly #idle = ProbedProcess.idle();
  /** True while the server is down or frozen on purpose. */
  #isDown = true;
  #server!: LiveServer;

  constructor(
    private readonly build: string,
    private readonly desk: LiveDesk,
    private readonly env: Env,
    private readonly comparedWithinMs: number,
  ) {}

  get url(): string {
    return this.#server.url;
  }

  /** Resolves once every account is compared with its venue. Later starts use the same address. */
  async start(): Promise<void> {
    const PORT = this.#server ? new URL(this.url).port : '0';
    const env = this.desk.env();
    this.startedAt = new Date(env.TEST_CLOCK);
    this.#server = await LiveServer.start(this.build, { ...env, ...this.env, PORT });
    this.startsMs.push(await this.#server.compared(this.comparedWithinMs));
    await this.#begin();
  }

  /** Kills the server as a power failure would, and starts it again on the same data. */
  async kill(): Promise<void> {
    await this.#end('before the kill');
    await this.#server.kill9();
    this.#keepErrors();
    await this.start();
  }

  async freeze(ms: number, name: string): Promise<void> {
    await this.#end(name);
    this.#server.freeze();
    await wait(ms);
    this.#server.thaw();
    await this.#begin();
  }

  /** Stops cleanly and starts again, so that each account is compared once more. */
  async restart(name: string): Promise<void> {
    await this.#end(name);
    const began = performance.now();
    const isClean = await this.#server.stop();
    this.stopped = { isClean, ms: performance.now() - began };
    this.#keepErrors();
    await this.start();
  }

  /** Bytes of the heap in use, after garbage collection. */
  async held(): Promise<number> {
    return (await this.#server.probe.ask('collect')).heapBytes;
  }

  /** Looks every `everyMs` whether a job failed, until `isOver`. A look without an answer does not count. */
  async watch(everyMs: number, isOver: () => boolean): Promise<void> {
    while (!isOver()) {
      if (!this.#isDown) await this.look().catch(() => undefined);
      await wait(everyMs);
    }
  }

  async look(): Promise<void> {
    for (const { name, failing } of await this.#server.jobs())
      if (failing) this.failedJobs.add(name);
    // The metric counts from the start of a process.
    this.slowReaders = Math.max(
      this.slowReaders,
      await this.#server.metric('twinbook_slow_readers'),
    );
    this.looks += 1;
  }

  async close(): Promise<void> {
    this.#isDown = true;
    this.#idle.end();
    await this.#server?.kill9();
    this.#keepErrors();
  }

  async #begin(): Promise<void> {
    await Promise.all([this.#server.probe.ask('reset'), this.#idle.ask('reset')]);
    this.#isDown = false;
  }

  async #end(name: string): Promise<void> {
    const [reading, { loopMs: idleMs }] = await Promise.all([
      this.#server.probe.ask('read'),
      this.#idle.ask('read'),
    ]);
    this.spans.push({ name, reading, idleMs });
    this.#isDown = true;
  }

  #keepErrors(): void {
    for (const [words, count] of this.#server?.log.errors ?? [])
      this.errors.set(words, (this.errors.get(words) ?? 0) + count);
  }
}
