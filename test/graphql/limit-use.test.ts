import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { dec } from '../../server/domain/decimal.ts';
import { LimitedUser } from '../support/desks/limited-user.ts';
import { simulatedDesk, type SimulatedDesk } from '../support/desks/simulated-desk.ts';

let desk: SimulatedDesk;
beforeAll(async () => {
  desk = await simulatedDesk();
});
afterAll(() => desk.close());

type Use = readonly (string | null)[];

describe('the use of the limits', () => {
  const used = async (user: LimitedUser): Promise<Readonly<Record<string, Use>>> => {
    const { limitUse } = await user.ask<{ limitUse: Record<string, string | null>[] }>(
      '{ limitUse(mode: PAPER) { rule used limit subject until } }',
    );
    return Object.fromEntries(
      limitUse.map(({ rule, ...rest }): [string, Use] => [rule!, Object.values(rest)]),
    );
  };

  it('is computed the same way as the checks', async () => {
    const user = await LimitedUser.signUp(desk);
    const loss = await user.loseSome();
    await user.placed(user.shares('10'));
    await user.placed(user.shares('12.5', { quantity: '2' }));
    await user.limit({ maxOpenTrades: 2, maxDailyLoss: '500' });
    expect(await used(user)).toEqual({
      MAX_OPEN_TRADES: ['2', '2', null, null],
      MAX_TRADES_PER_DAY: ['3', null, null, null],
      MAX_PER_UNDERLYING: ['2', null, 'SPY', null],
      MAX_ORDER_COST: [null, null, null, null],
      MAX_POSITION_COST: ['35', null, 'SPY', null],
      MAX_EXPOSURE: ['35', null, 'SPY', null],
      MAX_DAILY_LOSS: [loss, '500', null, null],
      MAX_DRAWDOWN: [null, null, null, null],
      LOSS_STREAK: [null, null, null, null],
    });
    expect((await user.place(user.shares('10'))).code).toBe('RISK_DENIED');
  });

  it('tells of losses in a row until when they make entries wait', async () => {
    const user = await LimitedUser.signUp(desk);
    const losses = [await user.loseSome(), await user.loseSome()];
    const closedAt = desk.clock.now().getTime();
    await user.limit({ maxConsecutiveLosses: 2, lossCooldownMinutes: 30, maxDrawdown: '1000' });
    const { LOSS_STREAK, MAX_DRAWDOWN } = await used(user);
    expect(MAX_DRAWDOWN).toEqual([dec(losses[0]!).plus(losses[1]!).toFixed(), '1000', null, null]);
    const [count, limit, , until] = LOSS_STREAK!;
    expect([count, limit]).toEqual(['2', '2']);
    const minutes = (new Date(until!).getTime() - closedAt) / 60_000;
    expect(minutes).toBeGreaterThan(29.9);
    expect(minutes).toBeLessThanOrEqual(30);
    expect((await user.place(user.shares('10'))).code).toBe('RISK_DENIED');
    desk.clock.set(new Date(until!));
    expect((await used(user)).LOSS_STREAK).toEqual(['2', '2', null, null]);
    expect((await user.place(user.shares('10'))).code).toBeNull();
  });

  it('has the drawdown of the statistics', async () => {
    const user = await LimitedUser.signUp(desk);
    await user.loseSome();
    await user.loseSome();
    await user.limit({ maxDrawdown: '1000' });
    const { stats } = await user.ask<{ stats: { maxDrawdown: string } }>(
      '{ stats(mode: PAPER) { maxDrawdown } }',
    );
    expect((await used(user)).MAX_DRAWDOWN![0]).toBe(stats.maxDrawdown);
  });
});
