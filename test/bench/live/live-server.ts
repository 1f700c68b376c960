import { execFile, spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import { promisify } from 'node:util';
import { until } from '../../support/values/until.ts';
import { fetchWithin } from './fetch-within.ts';
import { jobTallies, type JobTally } from './job-tallies.ts';
import { LogCount } from './log-count.ts';
import { ProbedProcess, WITH_PROBE } from './probed-process.ts';

const ROOT = path.resolve(import.meta.dirname, '..', '..', '..');
/**
 * Arguments of node as for `npm start`: short-lived objects of a request or a tick do not become old ones, and
 * old garbage is collected before it is half of the heap.
 */
export const NODE_ARGS: readonly string[] = [
  '--max-semi-space-size=32',
  '--heap-growing-percent=40',
];
const PRODUCTION = { NODE_ENV: 'production' };
/** The longest time until a server listens: longer than any goal, so that a miss is measured. */
const LISTENS_WITHIN_MS = 300_000;

const ANSWERS_WITHIN_MS = 60_000;

export type Env = Readonly<Record<string, string>>;

/** The folder of the build that `npm start` runs; builds what is out of date. */
export async function builtProgram(): Promise<string> {
  const args = [...NODE_ARGS, 'server/start.mjs', '--build-only'];
  const { stdout } = await promisify(execFile)(process.execPath, args, { cwd: ROOT });
  const build = stdout.trim().split('\n').at(-1);
  if (build === undefined) throw new Error('The build does not say where it is');
  return build;
}

/** The built server as a process of its own, in production, with the probe in it. */
export class LiveServer {
  readonly probe: ProbedProcess;

  private constructor(
    private readonly child: ChildProcess,
    readonly url: string,
    /** Milliseconds from its start until it listened. */
    readonly startMs: number,
    readonly log: LogCount,
  ) {
    this.probe = new ProbedProcess(child);
  }

  /** Resolves once it listens; accounts may still be compared. @throws when it ends before. */
  static async start(build: string, env: Env): Promise<LiveServer> {
    const { PATH = '', HOME = '' } = process.env;
    const began = performance.now();
    const program = path.join(build, 'server', 'main.js');
    const child = spawn(process.execPath, [...NODE_ARGS, ...WITH_PROBE, program], {
      cwd: ROOT,
      env: { PATH, HOME, ...PRODUCTION, PORT: '0', ...env },
      stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
    });
    const log = new LogCount(child);
    const address = () => {
      if (hasEnded(child)) throw new Error(`The server ended:\n${log.tail}`);
      return log.address;
    };
    const url = await until('the address of the server', address, {
      ...{ within: LISTENS_WITHIN_MS, every: 10 },
    });
    return new LiveServer(child, url, performance.now() - began, log);
  }

  /** Resolves to the milliseconds from its start until every account was compared with its venue. */
  async compared(within: number): Promise<number> {
    const began = performance.now();
    const ask = async () => {
      const { status, text } = await this.#get('/readyz').catch(() => SILENCE);
      return status === 200 && !(JSON.parse(text) as Readiness).notes.some(isOfAccounts);
    };
    await until('a server whose accounts are all compared', ask, { within, every: 250 });
    return this.startMs + performance.now() - began;
  }

  async jobs(): Promise<readonly JobTally[]> {
    return jobTallies((await this.#get('/metrics')).text);
  }

  /** The value of a metric in `/metrics`. */
  async metric(name: string): Promise<number> {
    const { text } = await this.#get('/metrics');
    return Number(new RegExp(`^${name} (\\S+)$`, 'm').exec(text)?.[1] ?? Number.NaN);
  }

  /** Halts the whole process, as a machine without free processors does, until `thaw`. */
  freeze(): void {
    this.child.kill('SIGSTOP');
  }

  thaw(): void {
    this.child.kill('SIGCONT');
  }

  /** Kills the server as a power failure would. */
  async kill9(): Promise<void> {
    await this.#end('SIGKILL');
  }

  /** Asks the server to stop. Resolves to whether it ended cleanly, within its own time limit. */
  async stop(): Promise<boolean> {
    return (await this.#end('SIGTERM')) === 0;
  }

  #get(path: string) {
    return fetchWithin(ANSWERS_WITHIN_MS, `${this.url}${path}`);
  }

  async #end(signal: NodeJS.Signals): Promise<number | null> {
    if (!hasEnded(this.child)) {
      const ended = once(this.child, 'exit');
      this.child.kill(signal);
      await ended;
    }
    return this.child.exitCode;
  }
}

const SILENCE = { status: 0, text: '' };

interface Readiness {
  readonly notes: readonly string[];
}

function isOfAccounts(note: string): boolean {
  return note.startsWith('accounts:');
}

function hasEnded({ exitCode, signalCode }: ChildProcess): boolean {
  return exitCode !== null || signalCode !== null;
}
