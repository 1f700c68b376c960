import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { databases } from '../support/databases/databases.ts';
import { AssistantScene, CONFIRM, MODES } from '../support/desks/assistant-scene.ts';
import type { McpCalls } from '../support/servers/mcp-calls.ts';

describe.each(databases())('an assistant, on %s', (_, open) => {
  let s: AssistantScene;
  let ada: McpCalls;
  beforeAll(async () => {
    s = await AssistantScene.start(open);
    ada = s.as();
  });
  afterAll(() => s.stop());
  beforeEach(async () => {
    s.atStep = () => undefined;
    await s.real.arm();
  });

  describe.each(MODES)('in %s', (mode) => {
    const confirm = CONFIRM[mode];

    it('prepares an order, shows it, and sends it once it is repeated with its token', async () => {
      const order = s.order(mode);
      const before = await s.traces();
      const prepared = await ada.call('prepare', { order });
      expect(prepared.mode).toBe(mode);
      expect(prepared.data).toMatchObject({
        order,
        preview: { cost: '450', riskChecks: expect.any(Array) as unknown },
        quote: { bid: '1.45', ask: '1.55' },
        expiresAt: new Date(s.paper.clock.now().getTime() + 60_000).toISOString(),
      });
      expect(await s.traces()).toEqual(before);
      const { confirmationToken } = prepared.data;
      const turned = Object.fromEntries(Object.entries(order).reverse());
      const sent = await ada.call(confirm, { confirmationToken, order: turned });
      expect(sent).toMatchObject({ isError: false, mode });
      expect(sent.data).toMatchObject({ mode, status: 'PENDING', quantity: '3' });
      expect(await s.log(mode)).toContain('mcp:ada INTENT_STORED');
    });

    it('closes, and moves exits, in the same way', async () => {
      const held = await s.held(mode);
      const bracket = { ...held, stopLoss: '1.10' };
      const moving = await ada.call('prepare', { bracket });
      expect(moving.data).toMatchObject({
        bracket,
        trade: { id: held.id, symbol: 'SPY260327C00560000' },
        preview: { stopLoss: '1.1' },
      });
      const { confirmationToken } = moving.data;
      const moved = await ada.call(confirm, { bracket, confirmationToken });
      expect(moved.data).toMatchObject({ id: held.id, stopLoss: '1.1' });
      const close = {
        ...{ id: held.id, expectedVersion: moved.data.version, orderType: 'MARKET' },
        idempotencyKey: `close-${held.idempotencyKey}`,
      };
      const token = await s.tokenFor({ close });
      const closed = await ada.call(confirm, { close, confirmationToken: token });
      expect(closed.data).toMatchObject({ id: held.id, status: 'CLOSING' });
      expect(await s.log(mode)).toEqual(
        expect.arrayContaining(['mcp:ada BRACKET_REQUESTED', 'mcp:ada CLOSE_REQUESTED']),
      );
    });

    it('gets the same trade again, at any server, also after the time of the token', async () => {
      const order = s.order(mode);
      const args = { order, confirmationToken: await s.tokenFor({ order }) };
      const first = await ada.call(confirm, args);
      const orders = s.desk(mode).venue.orders.length;
      s.pass(61);
      for (const by of [ada, s.elsewhere()]) {
        const again = await by.call(confirm, args);
        expect([again.isError, again.data.id]).toEqual([false, first.data.id]);
      }
      expect(s.desk(mode).venue.orders.length).toBe(orders);
    });
  });
});
