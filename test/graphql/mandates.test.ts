import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { askOver } from '../support/servers/api-client.ts';
import { LimitedUser } from '../support/desks/limited-user.ts';
import { ruleOf, setMandate, tokenOf, type Token } from '../support/desks/mandated-user.ts';
import { simulatedDesk, type SimulatedDesk } from '../support/desks/simulated-desk.ts';

let desk: SimulatedDesk;
beforeAll(async () => {
  desk = await simulatedDesk();
});
afterAll(() => desk.close());

const by = ({ token }: Token, query: string, variables: object = {}) =>
  desk.api.ask(query, { token, variables });
const PLACE = 'mutation($input: PlaceTradeInput!) { placeTrade(input: $input) { id version } }';
const PREVIEW =
  'query($input: PlaceTradeInput!) { previewTrade(input: $input) { riskChecks { rule passed limit actual } } }';

describe('a mandate', () => {
  const ROWS = [
    ['MANDATE_SYMBOL', { symbols: ['QQQ'] }, { symbols: ['SPY'] }, ['QQQ', 'SPY']],
    ['MANDATE_ORDER_COST', { maxOrderCost: '9.99' }, { maxOrderCost: '10' }, ['9.99', '10']],
    ['MANDATE_EXPOSURE', { maxExposure: '9.99' }, { maxExposure: '10' }, ['9.99', '10']],
    ['MANDATE_TRADES_PER_DAY', { maxTradesPerDay: 0 }, { maxTradesPerDay: 1 }, ['0', '1']],
  ] as const;

  it.each(ROWS)(
    'refuses by %s, in the ticket and at the desk, with its figures',
    async (...row) => {
      const [rule, beyond, within, [limit, actual]] = row;
      const user = await LimitedUser.signUp(desk);
      const token = await tokenOf(user, beyond);
      const orders = await desk.venueOrders(user.name);
      const input = user.shares('10');
      for (const query of [PREVIEW, PLACE]) {
        const answer = await by(token, query, { input });
        expect(ruleOf(answer)).toEqual(['FORBIDDEN', rule]);
        expect(answer.errors[0]!.extensions).toMatchObject({ limit, actual });
      }
      expect(await desk.venueOrders(user.name)).toBe(orders);
      const { auditLog } = await user.ask<{ auditLog: { nodes: { detail: unknown }[] } }>(
        '{ auditLog(mode: PAPER, first: 1) { nodes { action detail } } }',
      );
      expect(auditLog.nodes).toMatchObject([
        {
          action: 'PLACE_TRADE_REFUSED',
          detail: { code: 'FORBIDDEN', failed: [{ rule, limit, actual }] },
        },
      ]);
      await setMandate(user, token.id, within);
      const { data } = await by(token, PREVIEW, { input });
      expect(JSON.stringify(data)).toContain(rule);
      expect((await by(token, PLACE, { input })).code).toBeNull();
      expect(await desk.venueOrders(user.name)).toBe(orders + 1);
    },
  );

  it('comes after a used key and a wrong ticket, and before the market', async () => {
    const user = await LimitedUser.signUp(desk);
    const token = await tokenOf(user, { maxTradesPerDay: 1 });
    const input = user.shares('10');
    const placed = await by(token, PLACE, { input });
    expect(placed.code).toBeNull();
    await setMandate(user, token.id, { symbols: ['QQQ'] });
    expect((await by(token, PLACE, { input })).data).toEqual(placed.data);
    const other = await by(token, PLACE, { input: { ...input, quantity: '2' } });
    expect(other.code).toBe('IDEMPOTENCY_MISMATCH');
    const wrong = await by(token, PLACE, { input: user.shares('10', { quantity: '0' }) });
    expect([wrong.code, wrong.field]).toEqual(['BAD_USER_INPUT', 'input.quantity']);
    desk.halt('HALT_ENTRIES');
    const denied = await by(token, PLACE, { input: user.shares('10') });
    desk.halt('OFF');
    expect(ruleOf(denied)).toEqual(['FORBIDDEN', 'MANDATE_SYMBOL']);
  });

  it('covers an option by its underlying, at the market too', async () => {
    const user = await LimitedUser.signUp(desk);
    const token = await tokenOf(user, { symbols: ['SPY'] });
    const { id } = await desk.buyCall(token.token);
    const market = { orderType: 'MARKET', limitPrice: null };
    expect((await user.trade(id)).status).toBe('OPEN');
    await setMandate(user, token.id, { maxOrderCost: '5' });
    const shares = user.shares('10', market);
    for (const query of [PREVIEW, PLACE])
      expect(ruleOf(await by(token, query, { input: shares }))).toEqual([
        ...['FORBIDDEN', 'MANDATE_ORDER_COST'],
      ]);
  });

  it('binds over an open socket, and from one request to the next', async () => {
    const user = await LimitedUser.signUp(desk);
    const token = await tokenOf(user, { symbols: ['SPY'] });
    const socket = desk.api.socket({ authorization: `Bearer ${token.token}` });
    const place = () => askOver(socket.client, PLACE, { input: user.shares('10') });
    expect((await place()).code).toBeNull();
    await setMandate(user, token.id, { symbols: ['QQQ'] });
    expect(ruleOf(await place())).toEqual(['FORBIDDEN', 'MANDATE_SYMBOL']);
    await setMandate(user, token.id, null);
    expect((await place()).code).toBeNull();
    await socket.client.dispose();
  });

  it('counts by the exchange’s day', async () => {
    const user = await LimitedUser.signUp(desk);
    const token = await tokenOf(user, { maxTradesPerDay: 1 });
    const place = () => by(token, PLACE, { input: user.shares('10') });
    const midnight = new Date(desk.clock.now().getTime() + 86_400_000);
    // New York is on summer time: 04:00 UTC.
    midnight.setUTCHours(4, 0, 0, 0);
    desk.clock.set(new Date(midnight.getTime() - 60_000));
    expect((await place()).code).toBeNull();
    desk.clock.set(new Date(midnight.getTime() - 1));
    expect(ruleOf(await place())).toEqual(['FORBIDDEN', 'MANDATE_TRADES_PER_DAY']);
    desk.clock.set(midnight);
    expect((await place()).code).toBeNull();
  });
});
