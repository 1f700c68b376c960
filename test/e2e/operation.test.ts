import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import { afterEach, describe, expect, it } from 'vitest';
import { bookendsBetween } from '../../server/domain/market/bookends.ts';
import { exchangeDate } from '../../server/domain/calendar/market-calendar.ts';
import { parseOccSymbol } from '../../server/domain/instrument/occ-symbol.ts';
import { Pushes } from '../support/servers/pushes.ts';
import { serverDatabases } from '../support/servers/server-databases.ts';
import { ServerProcess, type ServerOptions } from '../support/servers/server-process.ts';
import { bothSidesOf, Trader, type WireBatch, type WireTrade } from '../support/servers/trader.ts';
import { until } from '../support/values/until.ts';

const cleanups: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const clean of cleanups.splice(0).reverse()) await clean();
});

async function started(options: ServerOptions = {}): Promise<ServerProcess> {
  const server = await ServerProcess.start(options);
  cleanups.push(() => server.close());
  return server;
}

describe('wrong configuration', () => {
  it('is reported all at once, with each variable’s name, and nothing listens', async () => {
    const env = {
      ...{ PORT: 'eighty', SYNC_SECONDS: '0', DATABASE_URL: 'mysql://nowhere', HOST: '0.0.0.0' },
      ...{ TEST_CLOCK: 'noon', REAL_TRADING: 'maybe', ALLOW_SIGN_UP: 'perhaps' },
    };
    const { code, output, listened } = await ServerProcess.runToExit({ env });
    expect([code, listened]).toEqual([1, false]);
    for (const name of [...Object.keys(env).filter((name) => name !== 'HOST'), 'SECRET_KEY']) {
      expect(output).toMatch(new RegExp(`^${name}: `, 'm'));
    }
    expect(output.trim().split('\n')).toHaveLength(7);
  });
});

describe('a start that cannot succeed', () => {
  const SECRET_KEY = 'so long that nobody guesses it, ever';
  const nowhere = 'postgres://ada:hunter2@127.0.0.1:1/desk';

  it.each<[string, Record<string, string>]>([
    ['DATABASE_URL', { DATABASE_URL: nowhere }],
    ['REAL_DATABASE_URL', { REAL_DATABASE_URL: nowhere }],
    ['MONGODB_URL', { MONGODB_URL: 'mongodb://ada:hunter2@127.0.0.1:1/desk' }],
    ['DATA_DIR', { DATA_DIR: '/dev/null/desk' }],
    ['HOST, PORT', { HOST: '192.0.2.1', SECRET_KEY }],
  ])('is reported with its variable: %s', async (variable, env) => {
    const { code, output } = await ServerProcess.runToExit({ env: { SECRET_KEY, ...env } });
    expect(code).toBe(1);
    const reported = output.split('\n').filter((line) => line !== '' && !line.startsWith('{'));
    expect(reported).toEqual([expect.stringMatching(new RegExp(`^${variable}: .*(E[A-Z]{4,})`))]);
    expect(output).not.toContain('hunter2');
  });

  it('is one with REAL_TRADING=on whose WALLET_KEYPAIR holds no keypair: nothing listens', async () => {
    const folder = mkdtempSync(path.join(tmpdir(), 'no-keypair-'));
    cleanups.push(async () => rmSync(folder, { recursive: true }));
    const WALLET_KEYPAIR = path.join(folder, 'keypair.json');
    writeFileSync(WALLET_KEYPAIR, '[12,250,"hunter2"]', { mode: 0o600 });
    const env = { SECRET_KEY, REAL_TRADING: 'on', WALLET_KEYPAIR };
    const { code, output, listened } = await ServerProcess.runToExit({ env });
    expect([code, listened]).toEqual([1, false]);
    const reported = output.split('\n').filter((line) => line !== '' && !line.startsWith('{'));
    expect(reported).toEqual(['WALLET_KEYPAIR: it holds no keypair']);
    expect(output).not.toContain('hunter2');
  });
});

describe.each(serverDatabases())('two servers on one %s', (_, makeDatabase) => {
  it('push each other’s trades, share keys, and run each job once between them', async () => {
    const database = await makeDatabase();
    cleanups.push(() => database.remove());
    const { env, dataDir } = database.options;
    const both = {
      ...(dataDir && { dataDir }),
      env: { ...env, SYNC_SECONDS: '1', SNAPSHOT_SECONDS: '1' },
    };
    const one = await started(both);
    const two = await started(both);
    const here = await Trader.signUp(one, 'ada');
    const there = new Trader(two, here.token);
    const changes = await there.changes();
    const alerts = await Pushes.open<{ kind: string }>(
      two.api,
      there.token,
      'subscription { alertRaised(mode: PAPER) { kind } }',
    );
    // Placed at once: a change right after the subscription begins must be sent without waiting for another.
    const ticket = await here.ticket({ bracket: { stopLoss: '0.05', takeProfit: '900' } });
    const tries = await Promise.all(
      Array.from({ length: 10 }, (_none, at) => (at % 2 ? here : there).place(ticket)),
    );
    expect(new Set(tries.map(({ id }) => id)).size).toBe(1);
    const { id } = tries[0]!;
    await changes.one('OPEN at the other server', ({ events }) =>
      events.some(({ trade }) => trade.id === id && trade.status === 'OPEN'),
    );
    await changes.one('a mark at the other server', ({ trades }) =>
      trades.some((trade) => trade.id === id && trade.mark?.price),
    );
    await alerts.one('the alert at the other server', ({ kind }) => kind === 'FAR_FROM_MARK');
    const trade = await there.trade(id);
    expect(trade.orders).toHaveLength(3);
    expect((await here.trades()).length).toBe(1);
    const versions = changes.all.flatMap(({ events }) =>
      events.map((event) => event.trade.version),
    );
    expect(versions).toEqual(versions.map((_none, index) => (versions[0] ?? 0) + index));
    const [left, right] = bothSidesOf(await there.book());
    expect(left).toBe(right);
    await expectOnce([here, there]);
    await Promise.all([changes.close(), alerts.close()]);
    await Promise.all([one.stop(), two.stop()]);
  });
});

/** Checks that both servers together run a job no more often than one server alone would. */
async function expectOnce(traders: readonly Trader[]): Promise<void> {
  const runsOf = async () => {
    const asked = performance.now();
    const both = await Promise.all(
      traders.map((trader) => trader.ask<{ jobs: WireJob[] }>('{ jobs { name runs lastError } }')),
    );
    const all = both.flatMap(({ jobs }) => jobs);
    expect(all.filter(({ lastError }) => lastError)).toEqual([]);
    const of = (name: string) =>
      all.filter((job) => job.name === name).reduce((total, { runs }) => total + runs, 0);
    return { asked, runs: [of('sync-orders'), of('take-snapshots')] };
  };
  const before = await runsOf();
  const after = await until('some runs', async () => {
    const now = await runsOf();
    return now.runs.every((runs, job) => runs > before.runs[job]! + 4) && now;
  });
  const seconds = (performance.now() - before.asked) / 1000;
  const more = after.runs.map((runs, job) => runs - before.runs[job]!);
  console.log('runs of both servers', JSON.stringify(more), `in ${seconds.toFixed(1)} s`);
  for (const runs of more) expect(runs).toBeLessThan(seconds + 2);
}

interface WireJob {
  readonly name: string;
  readonly runs: number;
  readonly lastError: string | null;
}

describe('the demo', () => {
  it('has open trades, a history, moving marks and exact money', async () => {
    const server = await started({ empty: true });
    const { startDemo } = await server.graphql<{ startDemo: { token: string } }>(
      'mutation { startDemo { token } }',
    );
    const demo = new Trader(server, startDemo.token);
    const changes = await demo.changes();
    const trades = await demo.trades();
    const open = trades.filter(({ phase }) => phase === 'OPEN');
    const closed = trades.filter(({ phase }) => phase === 'CLOSED');
    console.log(`demo: ${open.length} open, ${closed.map(({ status }) => status).join(' ')}`);
    expect(open.length).toBeGreaterThan(1);
    expect(closed.length).toBeGreaterThan(3);
    expect(new Set(closed.map(({ status }) => status)).size).toBeGreaterThan(1);
    const [left, right] = bothSidesOf(await demo.book());
    expect(left).toBe(right);
    // One that is due now is taken within the minute, and a trade may end at any time.
    const differing = async () => {
      const owed = (await demo.trades()).flatMap(owedTo).sort();
      const kept = await bookendsOfAll(demo);
      return isDeepStrictEqual(kept, owed) ? null : { kept, owed };
    };
    await expect.poll(differing, { timeout: 120_000 }).toBeNull();
    const prices = (batches: readonly WireBatch[]) =>
      batches.flatMap((batch) => batch.trades.map(({ id, mark }) => `${id} ${mark?.price ?? ''}`));
    const start = new Set(await marked(demo));
    await until('a mark that moved', () => prices(changes.all).some((price) => !start.has(price)));
    expect(readdirSync(server.dataDir)).toContain('paper.sqlite');
    await changes.close();
    expect(await server.stop()).toBeLessThan(8_000);
  }, 240_000);
});

async function marked(trader: Trader): Promise<string[]> {
  const { trades } = await trader.ask<{
    trades: { nodes: (Pick<WireTrade, 'id'> & { mark: { price: string } | null })[] };
  }>('{ trades(mode: PAPER, phase: OPEN) { nodes { id mark { price } } } }');
  return trades.nodes.map(({ id, mark }) => `${id} ${mark?.price ?? ''}`);
}

interface Kept {
  readonly id: string;
  readonly snapshots: { readonly nodes: { readonly kind: string; readonly takenAt: string }[] };
}

/** `paper_… PRE_MARKET 2026-03-10`, for all trades. */
async function bookendsOfAll(trader: Trader): Promise<readonly string[]> {
  const kept = await Promise.all(
    ['PRE_MARKET', 'POST_CLOSE'].map((kind) =>
      trader.ask<{ trades: { nodes: Kept[] } }>(
        `{ trades(mode: PAPER, first: 100) { nodes { id
          snapshots(kind: ${kind}) { nodes { kind takenAt } } } } }`,
      ),
    ),
  );
  return kept
    .flatMap(({ trades }) => trades.nodes)
    .flatMap(({ id, snapshots }) =>
      snapshots.nodes.map((each) => `${id} ${each.kind} ${exchangeDate(new Date(each.takenAt))}`),
    )
    .sort();
}

/** The bookends that by the calendar are due within a trade's life. */
function owedTo({ id, symbol, openedAt, closedAt }: WireTrade): readonly string[] {
  if (!openedAt) return [];
  const [from, to] = [new Date(openedAt), closedAt ? new Date(closedAt) : new Date()];
  const share = { assetClass: 'EQUITY', symbol, underlying: symbol, multiplier: 1 } as const;
  return bookendsBetween(parseOccSymbol(symbol) ?? share, from, to)
    .filter(({ due }) => due >= from && due < to)
    .map(({ kind, date }) => `${id} ${kind} ${date}`);
}
