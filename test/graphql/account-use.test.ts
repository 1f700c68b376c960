import { afterAll, beforeAll, expect, it } from 'vitest';
import { dec } from '../../server/domain/decimal.ts';
import { AAPL, anOpenTrade, aTrade, keep } from '../support/values/builders.ts';
import { NOON } from '../support/fakes/fake-clock.ts';
import { servedDesk, type ServedDesk } from '../support/desks/served-desk.ts';

const AT_TRADIER = { username: 'ada', venue: 'TRADIER_SANDBOX', venueAccount: 'VA1' } as const;

let desk: ServedDesk;
let token: string;

beforeAll(async () => {
  desk = await servedDesk();
  token = await desk.api.signUp('ada');
  const stop = { stopLoss: dec('1.00'), takeProfit: null, stopLimit: null };
  await desk.book.change('ada', async (book) => {
    const watched = { ...AT_TRADIER, bracket: stop, protection: 'WATCHED' } as const;
    await keep(book, null, anOpenTrade({ id: 'paper_watched', ...watched }));
    await keep(book, null, aTrade({ id: 'paper_waits', ...AT_TRADIER, instrument: AAPL }));
    await keep(book, null, aTrade({ id: 'paper_here', username: 'ada' }));
  });
});
afterAll(() => desk.close());

const ask = async (query: string, as = token) =>
  (await desk.api.ask(query, { token: as })).data as Record<string, unknown>;
const USE =
  '{ accountsInUse(mode: PAPER) { venue account reachable trades symbols watched bySymbol { symbol trades watched } } }';
const REACH = '{ trades(mode: PAPER) { nodes { id accountReachable } } }';
const reachable = async () => {
  const { trades } = (await ask(REACH)) as {
    trades: { nodes: { id: string; accountReachable: boolean }[] };
  };
  return trades.nodes.filter((each) => each.accountReachable).map(({ id }) => id);
};

it('accountUse shows what is active in each account, and how much only the desk watches', async () => {
  const { accountsInUse } = await ask(USE);
  expect(accountsInUse).toEqual(
    expect.arrayContaining([
      {
        ...{ venue: 'TRADIER_SANDBOX', account: 'VA1', reachable: true, trades: 2, watched: 1 },
        symbols: expect.arrayContaining(['SPY260327C00560000', 'AAPL']) as unknown,
        bySymbol: expect.arrayContaining([
          { symbol: 'SPY260327C00560000', trades: 1, watched: 1 },
          { symbol: 'AAPL', trades: 1, watched: 0 },
        ]) as unknown,
      },
      {
        ...{ venue: 'SIMULATED', account: 'sim-ada', reachable: true, trades: 1, watched: 0 },
        symbols: ['SPY260327C00560000'],
        bySymbol: [{ symbol: 'SPY260327C00560000', trades: 1, watched: 0 }],
      },
    ]),
  );
});

it.each(['ACCOUNT_UNREACHABLE', 'TOKEN_REFUSED'] as const)(
  'an account and its trades show that no stored token reaches it: %s',
  async (kind) => {
    const about = { subject: 'TRADIER_SANDBOX VA1', condition: 'shut', tradeId: null };
    const alert = { kind, severity: 'CRITICAL', message: 'Shut.' } as const;
    await desk.book.change('ada', (book) => book.raise({ ...alert, ...about }, NOON));
    const { accountsInUse } = await ask(USE);
    expect(accountsInUse).toEqual(
      expect.arrayContaining([expect.objectContaining({ account: 'VA1', reachable: false })]),
    );
    expect(await reachable()).toEqual(['paper_here']);
    await desk.book.change('ada', (book) => book.resolve(alert.kind, about.subject, NOON));
    expect((await reachable()).sort()).toEqual(['paper_here', 'paper_waits', 'paper_watched']);
  },
);

it('accountUse shows nobody another user’s accounts', async () => {
  expect(await ask(USE, await desk.api.signUp('bob'))).toEqual({ accountsInUse: [] });
});
