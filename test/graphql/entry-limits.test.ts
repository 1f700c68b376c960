import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { buildSchema, type GraphQLObjectType } from 'graphql';
import { readFileSync } from 'node:fs';
import { LimitedUser, type Check } from '../support/desks/limited-user.ts';
import { simulatedDesk, type SimulatedDesk } from '../support/desks/simulated-desk.ts';

let desk: SimulatedDesk;
beforeAll(async () => {
  desk = await simulatedDesk();
});
afterEach(() => desk.halt('OFF'));
afterAll(() => desk.close());

const RULES = [
  'KILL_SWITCH',
  'MAX_OPEN_TRADES',
  'MAX_TRADES_PER_DAY',
  'MAX_PER_UNDERLYING',
  'MAX_ORDER_COST',
  'MAX_POSITION_COST',
  'MAX_EXPOSURE',
  'MAX_DAILY_LOSS',
  'MAX_DRAWDOWN',
  'LOSS_STREAK',
  'BUYING_POWER',
];
const TOKENS_ONLY = ['maxSlippagePct', 'maxPriceImpactPct', 'minPriceConfidence'];

/** An order just within a limit, and one just beyond it, once `between` has happened. */
interface Row {
  readonly rule: string;
  readonly within: (user: LimitedUser) => { limits: object; ticket: object };
  readonly beyond: (user: LimitedUser) => { limits: object; ticket: object };
  readonly between?: (user: LimitedUser, placed: string) => Promise<unknown>;
}
/** The rules about losses of the same day. */
const OF_THE_DAY = new Set(['MAX_DAILY_LOSS', 'LOSS_STREAK']);
const lost = new Map<string, string>();
const lossOf = (user: LimitedUser) => lost.get(user.name) ?? '';

const TABLE: Readonly<Record<string, Row>> = {
  maxOpenTrades: {
    rule: 'MAX_OPEN_TRADES',
    within: (user) => ({ limits: { maxOpenTrades: 1 }, ticket: user.shares('10') }),
    beyond: (user) => ({
      limits: { maxOpenTrades: 1 },
      ticket: user.shares('10', { equity: { symbol: 'QQQ' } }),
    }),
  },
  maxTradesPerDay: {
    rule: 'MAX_TRADES_PER_DAY',
    within: (user) => ({ limits: { maxTradesPerDay: 1 }, ticket: user.shares('10') }),
    // Trades placed today count even after their end.
    between: (user, placed) => user.leave(placed),
    beyond: (user) => ({ limits: { maxTradesPerDay: 1 }, ticket: user.shares('10') }),
  },
  maxPerUnderlying: {
    rule: 'MAX_PER_UNDERLYING',
    within: (user) => ({ limits: { maxPerUnderlying: 1 }, ticket: user.shares('10') }),
    beyond: (user) => ({ limits: { maxPerUnderlying: 1 }, ticket: user.shares('11') }),
  },
  maxOrderCost: {
    rule: 'MAX_ORDER_COST',
    within: (user) => ({ limits: { maxOrderCost: '10' }, ticket: user.shares('10') }),
    beyond: (user) => ({ limits: { maxOrderCost: '10' }, ticket: user.shares('10.01') }),
  },
  maxPositionCost: {
    rule: 'MAX_POSITION_COST',
    within: (user) => ({ limits: { maxPositionCost: '10' }, ticket: user.shares('10') }),
    beyond: (user) => ({ limits: { maxPositionCost: '20' }, ticket: user.shares('10.01') }),
  },
  maxDailyLoss: {
    rule: 'MAX_DAILY_LOSS',
    within: (user) => ({
      limits: { maxDailyLoss: (Number(lossOf(user)) + 0.01).toFixed(2) },
      ticket: user.shares('10'),
    }),
    beyond: (user) => ({ limits: { maxDailyLoss: lossOf(user) }, ticket: user.shares('10') }),
  },
  maxDrawdown: {
    rule: 'MAX_DRAWDOWN',
    within: (user) => ({
      limits: { maxDrawdown: (Number(lossOf(user)) + 0.01).toFixed(2) },
      ticket: user.shares('10'),
    }),
    beyond: (user) => ({ limits: { maxDrawdown: lossOf(user) }, ticket: user.shares('10') }),
  },
  maxConsecutiveLosses: {
    rule: 'LOSS_STREAK',
    within: (user) => ({ limits: { maxConsecutiveLosses: 2 }, ticket: user.shares('10') }),
    beyond: (user) => ({ limits: { maxConsecutiveLosses: 1 }, ticket: user.shares('10') }),
  },
  lossCooldownMinutes: {
    rule: 'LOSS_STREAK',
    within: (user) => ({
      limits: { maxConsecutiveLosses: 1, lossCooldownMinutes: 0 },
      ticket: user.shares('10'),
    }),
    beyond: (user) => ({ limits: { lossCooldownMinutes: 30 }, ticket: user.shares('10') }),
  },
  maxExposure: {
    rule: 'MAX_EXPOSURE',
    within: (user) => ({ limits: { maxExposure: '10' }, ticket: user.shares('10') }),
    beyond: (user) => ({ limits: { maxExposure: '20' }, ticket: user.shares('10.01') }),
  },
};

const failedOf = (checks: readonly Check[]) =>
  checks.filter(({ passed }) => !passed).map(({ rule }) => rule);

async function expectDenied(user: LimitedUser, ticket: object, rules: string[]): Promise<void> {
  const before = [await user.tradeCount(), await desk.venueOrders(user.name)];
  // The preview refuses the ticket before it is sent, and the server when it is.
  expect(failedOf(await user.checks(ticket))).toEqual(rules);
  const { code, errors } = await user.place(ticket);
  expect(code).toBe('RISK_DENIED');
  const checks = errors[0]!.extensions.checks as Check[];
  expect(checks.map(({ rule }) => rule)).toEqual(RULES);
  expect(failedOf(checks)).toEqual(rules);
  expect([await user.tradeCount(), await desk.venueOrders(user.name)]).toEqual(before);
}

describe('a limit', () => {
  it('has a row here for every one that the schema names', () => {
    const schema = buildSchema(
      readFileSync(new URL('../../schema.graphql', import.meta.url), 'utf8'),
      { assumeValid: true },
    );
    const fields = (schema.getType('Limits') as GraphQLObjectType).getFields();
    expect(Object.keys(fields).sort()).toEqual([...Object.keys(TABLE), ...TOKENS_ONLY].sort());
    for (const name of TOKENS_ONLY) expect(fields[name]?.description).toContain('Tokens only');
  });

  it.each(Object.entries(TABLE))(
    '%s accepts the order just within it, and refuses the one beyond before the venue sees it',
    async (_field, { rule, within, beyond, between }) => {
      const user = await LimitedUser.signUp(desk);
      lost.set(user.name, await user.loseSome());
      // The losing trade is one of today's; a day later it is not, and its loss is no loss of that day.
      if (!OF_THE_DAY.has(rule)) await desk.pass(86_400);
      const fine = within(user);
      await user.limit(fine.limits);
      expect(failedOf(await user.checks(fine.ticket))).toEqual([]);
      const orders = await desk.venueOrders(user.name);
      const placed = await user.placed(fine.ticket);
      expect(await desk.venueOrders(user.name)).toBe(orders + 1);
      await between?.(user, placed);
      const over = beyond(user);
      await user.limit(over.limits);
      await expectDenied(user, over.ticket, [rule]);
      const { auditLog } = await user.ask<{ auditLog: { nodes: { action: string }[] } }>(
        '{ auditLog(mode: PAPER, first: 1) { nodes { action } } }',
      );
      expect(auditLog.nodes).toEqual([{ action: 'PLACE_TRADE_REFUSED' }]);
    },
  );

  it('for tokens changes nothing for shares and options', async () => {
    const user = await LimitedUser.signUp(desk);
    await user.limit({ maxSlippagePct: '0', maxPriceImpactPct: '0', minPriceConfidence: 1 });
    expect(failedOf(await user.checks(user.shares('10')))).toEqual([]);
    await user.buyCall();
  });

  it('counts by the exchange’s day', async () => {
    const user = await LimitedUser.signUp(desk);
    await user.limit({ maxTradesPerDay: 1 });
    const midnight = new Date(desk.clock.now().getTime() + 86_400_000);
    // New York is on summer time: 04:00 UTC.
    midnight.setUTCHours(4, 0, 0, 0);
    desk.clock.set(new Date(midnight.getTime() - 60_000));
    await user.placed(user.shares('10'));
    desk.clock.set(new Date(midnight.getTime() - 1));
    await expectDenied(user, user.shares('10'), ['MAX_TRADES_PER_DAY']);
    desk.clock.set(midnight);
    await user.placed(user.shares('10'));
    await expectDenied(user, user.shares('10'), ['MAX_TRADES_PER_DAY']);
  });
});

describe('no limit and no switch', () => {
  it.each(['HALT_ENTRIES', 'HALT_ALL'] as const)(
    'blocks an exit, not even all at once under %s, by switch and by file',
    async (level) => {
      const user = await LimitedUser.signUp(desk);
      await user.loseSome();
      const held = (await user.buyCall()).id;
      const other = (await user.buyCall()).id;
      const waiting = await user.placed(user.shares('10'));
      await user.limit({
        ...{ maxOpenTrades: 0, maxTradesPerDay: 0, maxPerUnderlying: 0, maxPositionCost: '0' },
        ...{ maxOrderCost: '0', maxDailyLoss: '0', maxDrawdown: '0', maxExposure: '0' },
        maxConsecutiveLosses: 1,
      });
      await user.ask(`mutation { setKillSwitch(mode: PAPER, level: ${level}) { killSwitch } }`);
      desk.halt('HALT_ENTRIES');
      const rules = RULES.filter((rule) => rule !== 'BUYING_POWER');
      await expectDenied(user, user.shares('10'), rules);
      expect(await user.moveStop(held, '0.25')).toBe('0.25');
      expect(await user.leave(waiting)).toBe('CANCELED');
      expect(await user.leave(held)).toBe('MANUAL_CLOSE');
      desk.halt('HALT_ALL');
      expect(await user.leave(other)).toBe('MANUAL_CLOSE');
    },
  );
});

describe('twenty entries at once', () => {
  it('exceed no limit together', async () => {
    const user = await LimitedUser.signUp(desk);
    await user.limit({ maxOpenTrades: 9, maxTradesPerDay: 7, maxPerUnderlying: 4 });
    const symbols = ['SPY', 'QQQ', 'SPY', 'AAPL'];
    const answers = await Promise.all(
      Array.from({ length: 20 }, (_each, n) =>
        user.place(user.shares('10', { equity: { symbol: symbols[n % 4] } })),
      ),
    );
    const codes = answers.map(({ code }) => code);
    expect(codes.filter((code) => code === null)).toHaveLength(7);
    expect(codes.filter((code) => code === 'RISK_DENIED')).toHaveLength(13);
    expect([await user.tradeCount(), await desk.venueOrders(user.name)]).toEqual([7, 7]);
    const { trades } = await user.ask<{ trades: { nodes: { symbol: string }[] } }>(
      '{ trades(mode: PAPER) { nodes { symbol } } }',
    );
    expect(trades.nodes.filter(({ symbol }) => symbol === 'SPY').length).toBeLessThanOrEqual(4);
  });
});
