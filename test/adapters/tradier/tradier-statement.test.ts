import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { dec } from '../../../server/domain/decimal.ts';
import { BrokerUnreachable } from '../../../server/ports/broker.ts';
import { CALL } from '../../support/fakes/option-market.ts';
import { SandboxAccount } from '../../support/desks/sandbox-account.ts';
import type { Statement } from '../../venues/tradier/statement.ts';
import { MAINTENANCE } from '../../venues/wire-server.ts';

const TODAY = '2026-03-10';
const NEXT_DAY = new Date('2026-03-11T15:00:00Z');

let desk: SandboxAccount;
let statement: Statement;
beforeEach(async () => {
  desk = await SandboxAccount.open();
  desk.venue.quirks.statement = 'kept';
  statement = desk.venue.account.statement;
});
afterEach(() => desk.venue.close());

const nightPasses = () => {
  desk.venue.now = NEXT_DAY;
};

describe('a position that ended without an order', () => {
  it.each([
    ['exercise', 'EXERCISE'],
    ['assignment', 'ASSIGNMENT'],
    ['expired', 'EXPIRATION'],
    ['OPTEXP', 'EXPIRATION'],
    ['conversion', 'OTHER'],
  ])('is, for a line of %s, %s of the requested symbol', async (word, kind) => {
    desk.venue.setPosition(CALL.symbol, 3, 630);
    desk.venue.account.endPosition(CALL.symbol, word, dec('-1.5'));
    nightPasses();
    const [event, ...more] = (await desk.broker().accountHistory(TODAY, CALL.symbol)) ?? [];
    expect(more).toEqual([]);
    expect(event).toMatchObject({ kind, date: TODAY, symbol: CALL.symbol });
    expect([event!.quantity?.toFixed(), event!.amount.toFixed()]).toEqual(['-3', '-1.5']);
    const unasked = (await desk.broker().accountHistory(TODAY)) ?? [];
    expect(unasked.map(({ symbol }) => symbol)).toEqual([null]);
  });

  it('has no symbol on a nameless line when the venue ignores the requested one', async () => {
    const option = { option_type: 'expired', description: 'Expired', quantity: -1 };
    const trade = { symbol: 'SPY', quantity: 1, price: 500, description: 'SPY' };
    statement.say(CALL.symbol, { type: 'option', amount: 0, option });
    statement.say(CALL.symbol, { type: 'trade', amount: -500, trade });
    nightPasses();
    expect(await desk.broker().accountHistory(TODAY, CALL.symbol)).toEqual([]);
  });

  it.each(['CALL SPY     03/27/26    560', 'CALL SPY  03\\/27\\/26  560.00'])(
    'has its contract read from "%s"',
    async (description) => {
      const option = { option_type: 'assignment', description, quantity: 2 };
      statement.say('', { type: 'option', amount: 0, option });
      nightPasses();
      const [event] = (await desk.broker().accountHistory(TODAY)) ?? [];
      expect(event).toMatchObject({ kind: 'ASSIGNMENT', symbol: CALL.symbol });
    },
  );
});

describe('a statement', () => {
  it('is read whole over pages of 25, also when the venue ignores the limit', async () => {
    for (let n = 1; n <= 60; n += 1) {
      statement.trade('SPY', dec(n), dec(500), dec(-500 * n));
    }
    nightPasses();
    const history = desk.venue.account.statement;
    const heeding = history.historyAnswer.bind(history);
    history.historyAnswer = (request, quirks) => {
      const query = { ...request.query, limit: '25' };
      return heeding({ ...request, query }, quirks);
    };
    const trades = (await desk.broker().accountHistory(TODAY)) ?? [];
    expect(trades.map(({ quantity }) => quantity?.toNumber())).toEqual(
      Array.from({ length: 60 }, (_, n) => n + 1),
    );
    expect(desk.venue.count('GET /history')).toBe(3);
  });

  it('ends when every page is the same', async () => {
    const rows = Array.from({ length: 25 }, (_, n) => ({
      type: 'journal',
      date: `${TODAY}T00:00:00Z`,
      amount: n,
      journal: { description: 'x', quantity: 0 },
    }));
    desk.venue.account.statement.historyAnswer = () => ({ json: { history: { event: rows } } });
    expect(await desk.broker().accountHistory(TODAY)).toHaveLength(25);
    expect(desk.venue.count('GET /history')).toBe(2);
  });

  it('leaves out unreadable lines, and keeps the others', async () => {
    const date = `${TODAY}T00:00:00Z`;
    const event = [
      null,
      'trade',
      { type: 'trade' },
      { type: 'trade', date: 'yesterday', amount: 1 },
      { type: 'trade', date, amount: 'much' },
      { type: 'trade', date, amount: '-5E1', trade: 'null' },
      { type: '__proto__', date, amount: 1 },
      { type: 'trade', date, amount: -100, trade: { symbol: 'SPY', quantity: '1.00000000' } },
    ];
    desk.venue.account.statement.historyAnswer = () => ({ json: { history: { event } } });
    const history = (await desk.broker().accountHistory('2026-03-01')) ?? [];
    expect(
      history.map(({ kind, symbol, amount }) => `${kind} ${symbol} ${amount.toFixed()}`),
    ).toEqual(['TRADE null -50', 'OTHER null 1', 'TRADE SPY -100']);
  });

  it('gives closed positions with their result', async () => {
    statement.close(CALL.symbol, { quantity: 3, cost: 630, proceeds: 450 });
    statement.close('GE', { quantity: 1, cost: 12.7, proceeds: 10.06 });
    nightPasses();
    const [closed, ...more] = (await desk.broker().closedPositions(TODAY, CALL.symbol)) ?? [];
    expect(more).toEqual([]);
    expect(closed).toMatchObject({ symbol: CALL.symbol, openedOn: TODAY, closedOn: TODAY });
    expect(closed!.gainLoss.toFixed()).toBe('-180');
    expect(await desk.broker().closedPositions('2026-03-11')).toEqual([]);
  });

  it.each(['refused', 'not found'] as const)('is null when the sandbox answers %s', async (how) => {
    desk.venue.quirks.statement = how;
    expect(await desk.broker().accountHistory(TODAY)).toBeNull();
    expect(await desk.broker().closedPositions(TODAY)).toBeNull();
    const live = desk.broker({ venue: 'TRADIER_LIVE' });
    await expect(live.accountHistory(TODAY)).rejects.toThrow(BrokerUnreachable);
  });

  it('is unknown when the venue is down', async () => {
    desk.venue.fail('GET /history', MAINTENANCE, 3);
    await expect(desk.broker().accountHistory(TODAY)).rejects.toThrow(BrokerUnreachable);
  });
});
