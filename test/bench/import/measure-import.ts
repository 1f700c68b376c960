import { readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { scratchFolder } from '../../support/databases/scratch-folder.ts';
import { ApiClient } from '../../support/servers/api-client.ts';
import { Strategist } from '../../support/servers/strategist.ts';
import { minutesCsv } from '../../support/values/minutes-csv.ts';
import { sqliteHome } from '../live/live-home.ts';
import { LiveServer } from '../live/live-server.ts';
import { readPlainly } from './plain-read.ts';

export interface ImportPlan {
  /** The size of the file, which is slightly smaller. */
  readonly bytes: number;
  readonly symbols: number;
  readonly rounds: number;
}

const MB = 1024 * 1024;
export const IMPORT: Omit<ImportPlan, 'rounds'> = { bytes: 64 * MB, symbols: 8 };
export const SMALL_IMPORT: Omit<ImportPlan, 'rounds'> = { bytes: MB / 4, symbols: 2 };

export interface Took {
  readonly wallMs: number;
  /** Processor time of all threads. */
  readonly cpuMs: number;
}

export interface ImportRound {
  readonly server: Took & {
    /** Bytes of memory above the server at rest. */
    readonly moreBytes: number;
    /** The longest time that the server's loop was late. */
    readonly loopMs: number;
    /** The longest time that the server's loop computed; null when the system does not say. */
    readonly turnMs: number | null;
  };
  readonly plain: Took;
}

export interface ImportMeasured {
  readonly bytes: number;
  readonly rows: number;
  readonly rounds: readonly ImportRound[];
}

const START = Date.UTC(2020, 0, 1);
/** Rows whose mean length stands for all; `ALMOST` is a margin, because a larger file is refused. */
const SAMPLE = 10_000;
const ALMOST = 0.999;

/** Imports one file into a built server that has just started, and reads it plainly here, in turn. */
export async function measureImport(build: string, plan: ImportPlan): Promise<ImportMeasured> {
  const folder = scratchFolder('bench-import');
  const file = path.join(folder, 'bars.csv');
  try {
    writeFileSync(file, csvOf(plan));
    const rounds: ImportRound[] = [];
    let rows = 0;
    for (let round = 0; round < plan.rounds; round += 1) {
      const server = await imported(build, file);
      const plain = plainly(file);
      if (plain.rows !== server.rows) throw new Error('The two have not read the same rows');
      rows = server.rows;
      rounds.push({ server: server.took, plain: plain.took });
    }
    return { bytes: statSync(file).size, rows, rounds };
  } finally {
    rmSync(folder, { recursive: true });
  }
}

async function imported(build: string, file: string) {
  const home = await sqliteHome();
  try {
    const server = await LiveServer.start(build, home.env);
    try {
      const api = new ApiClient(server.url);
      const ada = await Strategist.at(api, await api.signUp('ada'));
      const body = readFileSync(file);
      const rest = await server.probe.ask('collect');
      await server.probe.ask('reset');
      const answer = await ada.post('bars', body, { interval: 'ONE_MINUTE' });
      const { wallMs, cpuMs, peakRssBytes, loopMs, longestTurnMs } = await server.probe.ask('read');
      if (answer.status !== 200) throw new Error(JSON.stringify(answer.body));
      const moreBytes = peakRssBytes - rest.rssBytes;
      const took = { wallMs, cpuMs, moreBytes, loopMs: loopMs.most, turnMs: longestTurnMs };
      return { rows: Number(answer.body['rows']), took };
    } finally {
      await server.kill9();
    }
  } finally {
    await home.remove();
  }
}

function plainly(file: string) {
  const [wall, cpu] = [performance.now(), process.cpuUsage()];
  const { rows } = readPlainly(file);
  const { user, system } = process.cpuUsage(cpu);
  const took = { wallMs: performance.now() - wall, cpuMs: (user + system) / 1_000 };
  return { rows, took };
}

function csvOf({ bytes, symbols }: ImportPlan): string {
  const [head = ''] = minutesCsv(START, 0).split('\n');
  const row = (minutesCsv(START, SAMPLE, 'SW0').length - head.length) / SAMPLE;
  const count = Math.floor((bytes * ALMOST) / symbols / row);
  const parts = Array.from({ length: symbols }, (_, n) =>
    minutesCsv(START, count, `SW${n}`).slice(head.length + 1),
  );
  return [head, ...parts].join('\n');
}
