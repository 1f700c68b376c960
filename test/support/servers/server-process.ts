import { spawn, type ChildProcess } from 'node:child_process';
import { rmSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { inject } from 'vitest';
import { ApiClient, type Asking } from './api-client.ts';
import { writeTables } from '../databases/data-folder.ts';
import { scratchFolder } from '../databases/scratch-folder.ts';
import { SHORT_LIVED } from './short-lived.ts';
import { until } from '../values/until.ts';

const ROOT = path.resolve(import.meta.dirname, '..', '..', '..');
const PRODUCTION = { NODE_ENV: 'production', PORT: '0' };
/** The time that the public contract allows for a stop. */
const STOP_MS = 8_000;

type Env = Readonly<Record<string, string>>;

export interface ServerOptions {
  /** The environment; a function is called at each start. */
  readonly env?: Env | (() => Env);
  /** A folder shared with another server; otherwise its own, with migrated tables, removed with the server. */
  readonly dataDir?: string;
  /** Whether the server's own folder begins empty; if undefined, it does only with a `run` of its own. */
  readonly empty?: boolean;
  /** Arguments of node: `server/start.mjs` for all of `npm start`; undefined: the build that it starts. */
  readonly run?: readonly string[];
  /** The checkout's folder; undefined: this checkout. */
  readonly root?: string;
}

/** The whole server as its own process, as users run it, on a free port. */
export class ServerProcess {
  readonly dataDir: string;
  /** Everything that the server has printed, over all restarts. */
  output = '';
  #child: ChildProcess | null = null;
  #url = '';
  #exit: Promise<unknown> = Promise.resolve();

  private constructor(private readonly options: ServerOptions) {
    this.dataDir = options.dataDir ?? scratchFolder('server');
  }

  /** Resolves once the server is ready. */
  static async start(options: ServerOptions = {}): Promise<ServerProcess> {
    const server = new ServerProcess(options);
    if (server.#startsMigrated()) await writeTables(server.dataDir);
    await server.restart();
    return server;
  }

  /** Runs the server to its end, for starts that must fail. */
  static async runToExit(
    options: ServerOptions,
  ): Promise<{ code: number | null; output: string; listened: boolean }> {
    const server = new ServerProcess(options);
    const code = await exitOf(server.#spawn());
    server.#remove();
    return { code, output: server.output, listened: server.output.includes('Twinbook is at') };
  }

  get api(): ApiClient {
    return new ApiClient(this.#url);
  }

  get pid(): number {
    return this.#child?.pid ?? 0;
  }

  /** The data of an answer without errors; throws any other answer. */
  async graphql<T>(query: string, variables: object = {}, token?: string | null): Promise<T> {
    const asking: Asking = { variables, ...(token === undefined ? {} : { token }) };
    const answer = await this.api.ask(query, asking);
    if (!answer.data || answer.errors.length > 0) throw new Error(answer.text);
    return answer.data as T;
  }

  /** Restarts on the same data. */
  async restart(): Promise<void> {
    const child = this.#spawn();
    const before = this.output.length;
    const found = await until(
      'the address of the server',
      () => {
        if (child.exitCode !== null || child.signalCode !== null)
          throw new Error(`The server ended:\n${this.output}`);
        return /Twinbook is at (http:\S+)/.exec(this.output.slice(before));
      },
      { within: 150_000, every: 10 },
    );
    this.#url = found[1] ?? '';
    const isReady = async () => (await this.api.get('/readyz')).status === 200;
    await until('readiness', isReady, { every: 10 });
  }

  /** Kills the server as a power failure would. */
  async kill9(): Promise<void> {
    await this.#end('SIGKILL');
  }

  /** Whether the server ends by itself within this many milliseconds, as when it kills itself. */
  async endsWithin(ms: number): Promise<boolean> {
    const child = this.#child;
    if (!child) throw new Error('The server does not run');
    await Promise.race([this.#exit, wait(ms)]);
    const ended = child.exitCode !== null || child.signalCode !== null;
    if (ended) this.#child = null;
    return ended;
  }

  /** Asks the server to stop, as a service manager does. Resolves to the milliseconds that the stop took. */
  async stop(): Promise<number> {
    const started = performance.now();
    const { code } = await this.#end('SIGTERM');
    const took = performance.now() - started;
    if (code !== 0) throw new Error(`It stopped with ${code}:\n${this.output.slice(-2000)}`);
    if (took > STOP_MS) throw new Error(`It took ${took} ms to stop`);
    return took;
  }

  /** Ends the server if it still runs, and removes its data folder if it has its own. */
  async close(): Promise<void> {
    if (this.#child) await this.#end('SIGKILL');
    this.#remove();
  }

  #startsMigrated(): boolean {
    const { dataDir, run, empty = run !== undefined } = this.options;
    return !dataDir && !empty && !this.#env().DATABASE_URL;
  }

  #env(): Env {
    const { env = {} } = this.options;
    return typeof env === 'function' ? env() : env;
  }

  #remove(): void {
    if (!this.options.dataDir) rmSync(this.dataDir, { recursive: true, force: true });
  }

  async #end(signal: NodeJS.Signals): Promise<{ code: number | null }> {
    const child = this.#child;
    if (!child) throw new Error('The server does not run');
    this.#child = null;
    const exited = exitOf(child);
    child.kill(signal);
    return { code: await exited };
  }

  #spawn(): ChildProcess {
    const { run = [...SHORT_LIVED, builtProgram('main')], root = ROOT } = this.options;
    const { PATH = '', HOME = '' } = process.env;
    const child = spawn(process.execPath, [...run], {
      cwd: root,
      env: { PATH, HOME, ...PRODUCTION, DATA_DIR: this.dataDir, ...this.#env() },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    const keep = (chunk: Buffer) => void (this.output += chunk.toString());
    child.stdout.on('data', keep);
    child.stderr.on('data', keep);
    this.#child = child;
    this.#exit = exitOf(child);
    return child;
  }
}

/** The build that `npm start` runs: the server, or a tool of `cli/`. */
export function builtProgram(name: string): string {
  return path.join(inject('build'), 'server', `${name}.js`);
}

function exitOf(child: ChildProcess): Promise<number | null> {
  if (child.exitCode !== null || child.signalCode !== null) return Promise.resolve(child.exitCode);
  return new Promise((resolve) => child.once('exit', (code) => resolve(code)));
}
