import path from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { openDatabase } from '../../server/adapters/database/sql/open-database.ts';
import { scratchFolder } from '../support/databases/scratch-folder.ts';
import { ServerProcess } from '../support/servers/server-process.ts';
import { Strategist } from '../support/servers/strategist.ts';
import { Trader } from '../support/servers/trader.ts';
import { until } from '../support/values/until.ts';

/** At this speed a minute's bar takes two seconds. */
const SPEED = 30;
const began = Date.now();
const dataDir = scratchFolder('running');
const servers: ServerProcess[] = [];
afterAll(() => Promise.all(servers.map((server) => server.close())));

/** The clock of both servers, which runs on over a crash. */
function env() {
  const now = new Date(began + (Date.now() - began) * SPEED).toISOString();
  return { TEST_CLOCK: now, TEST_CLOCK_SPEED: String(SPEED) };
}

async function started(): Promise<ServerProcess> {
  const server = await ServerProcess.start({ env, dataDir });
  servers.push(server);
  return server;
}

interface WireRuns {
  readonly strategies: readonly {
    readonly name: string;
    readonly runs: readonly { readonly status: string; readonly lastBarAt: string | null }[];
  }[];
}

const KINDS = ['coin-flip', 'sma-cross', 'buy-and-hold'] as const;
const PARAMETERS = [{ every: 1, hold: 1 }, { fast: 1, slow: 2 }, {}] as const;

it('strategies that were started by the API trade on, whichever of two servers is killed', async () => {
  const one = await started();
  const ada = await Trader.signUp(one, 'ada');
  const author = await Strategist.at(one.api, ada.token);
  for (const [n, kind] of KINDS.entries()) {
    const input = { name: kind, kind, symbols: ['SPY', 'QQQ'], interval: 'ONE_MINUTE' };
    const id = await author.save({ ...input, parameters: PARAMETERS[n] });
    const start = 'mutation($id: ID!) { startStrategy(id: $id, mode: PAPER) { running } }';
    await author.data(start, { id });
  }
  const newest = async (token: string, server: ServerProcess) => {
    const { strategies } = await server.graphql<WireRuns>(
      '{ strategies { name runs { status lastBarAt } } }',
      ...([{}, token] as const),
    );
    return strategies.map(({ runs }) => runs[0]!);
  };
  const book = openDatabase({ file: path.join(dataDir, 'paper.sqlite') });
  const trades = () =>
    book('trades')
      .whereNotNull('strategy_id')
      .select<{ id: string; status: string }[]>('id', 'status');
  try {
    const isEnough = async () => (await trades()).length >= 4;
    await until('trades of two kinds', isEnough, { within: 120_000 });
    const two = await started();
    await one.kill9();
    const killed = (await newest(ada.token, two)).map(({ lastBarAt }) => lastBarAt);
    const before = (await trades()).length;
    const goesOn = async () => {
      const now = await newest(ada.token, two);
      const isRunning = now.every(({ status }) => status === 'RUNNING');
      return isRunning && now.every(({ lastBarAt }, n) => lastBarAt! > killed[n]!);
    };
    await until('bars at the other server', goesOn, { within: 60_000 });
    await until('more trades', async () => (await trades()).length > before, { within: 60_000 });
    await two.stop();
    const decided = await book('run_decisions')
      .where({ state: 'TAKEN' })
      .whereLike('ask', '%"ENTER"%')
      .pluck<string[]>('trade_id');
    expect(new Set(decided).size).toBe(decided.length);
    const kept = (await trades()).filter(({ status }) => status !== 'REJECTED');
    // A trade that was placed right before the kill may be known only by its key.
    const waiting = await book('run_decisions').where({ state: 'WAITING' }).pluck<string[]>('key');
    expect(kept.length).toBeGreaterThanOrEqual(decided.length);
    expect(kept.length).toBeLessThanOrEqual(decided.length + waiting.length);
  } finally {
    await book.destroy();
  }
}, 240_000);
