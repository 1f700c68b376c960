import { spawn, type ChildProcess } from 'node:child_process';
import path from 'node:path';

const PROBE = path.join(import.meta.dirname, 'probe.mjs');

/** What a process used since its span began. */
export interface Reading {
  readonly wallMs: number;
  /** Processor time of all threads. */
  readonly cpuMs: number;
  readonly rssBytes: number;
  /** The peak since the process began. */
  readonly peakRssBytes: number;
  readonly heapBytes: number;
  /** The longest time that the loop computed between two beats, also on a busy machine; null when unknown. */
  readonly longestTurnMs: number | null;
  /** By how much the event loop was late. */
  readonly loopMs: LoopDelays;
}

export type LoopDelays = Readonly<Record<'p50' | 'p99' | 'p999' | 'most', number>>;

/** Arguments of node that put the probe into a process; it needs an `ipc` channel. */
export const WITH_PROBE: readonly string[] = ['--import', PROBE];

/** A process with the probe in it. */
export class ProbedProcess {
  #asked = 0;

  constructor(private readonly child: ChildProcess) {}

  /**
   * A process that does nothing: the lateness of its loop is the machine's. The lateness of a server's loop at
   * the same time includes it.
   */
  static idle(): ProbedProcess {
    const args = [...WITH_PROBE, '--eval', 'setInterval(() => {}, 60_000)'];
    return new ProbedProcess(
      spawn(process.execPath, args, { stdio: ['ignore', 'ignore', 'inherit', 'ipc'] }),
    );
  }

  /** `reset` begins a span, `read` reads it without an end, `collect` frees garbage before it reads. */
  ask(what: 'reset' | 'read' | 'collect'): Promise<Reading> {
    this.#asked += 1;
    const number = this.#asked;
    const { child } = this;
    return new Promise<Reading>((resolve, reject) => {
      const hear = (answer: unknown): void => {
        const { number: mine, reading } = answer as { number: number; reading: Reading };
        if (mine !== number) return;
        child.off('message', hear).off('exit', die);
        resolve(reading);
      };
      const die = (): void => reject(new Error('The process has ended'));
      child.on('message', hear).once('exit', die);
      child.send({ number, what }, (error) => error && reject(error));
    });
  }

  end(): void {
    this.child.kill('SIGKILL');
  }
}
