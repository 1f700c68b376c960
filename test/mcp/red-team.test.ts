import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { databases } from '../support/databases/databases.ts';
import {
  AssistantScene,
  CONFIRM,
  MODES,
  type Body,
  type Mode,
} from '../support/desks/assistant-scene.ts';
import type { McpCalls, Told } from '../support/servers/mcp-calls.ts';

const CHANGES: readonly (readonly [what: string, change: Body])[] = [
  ['the digits of a number', { quantity: '3.0' }],
  ['a number in place of its text', { quantity: 3 }],
  ['the quantity', { quantity: '30' }],
  ['the price', { limitPrice: '1.51' }],
  ['the side', { side: 'SELL_TO_OPEN' }],
  ['the kind of order', { orderType: 'MARKET' }],
  ['the instrument', { option: { symbol: 'SPY260327C00570000' } }],
  ['the writing of the instrument', { option: { symbol: 'SPY   260327C00560000' } }],
  ['the kind of instrument', { option: null, equity: { symbol: 'SPY' } }],
  ['the stop', { bracket: { stopLoss: '0.01', takeProfit: '2.50' } }],
  ['a missing stop', { bracket: { takeProfit: '2.50' } }],
  ['a missing bracket', { bracket: undefined }],
  ['null for what is left out', { stopPrice: null }],
  ['a standard value for what is left out', { paperTwin: false }],
  ['a note', { context: { notes: 'mine' } }],
  ['the key', { idempotencyKey: 'another-key-of-hers' }],
  ['an unknown field', { leverage: '10' }],
  ['a field named like an object’s own', JSON.parse('{"__proto__":{"quantity":"30"}}') as Body],
  ['a confirmation of its own', { confirmationToken: 'mine' }],
];

const other = (mode: Mode): Mode => (mode === 'PAPER' ? 'REAL' : 'PAPER');

describe.each(databases())('no order comes, on %s,', (_, open) => {
  let s: AssistantScene;
  let ada: McpCalls;
  beforeAll(async () => {
    s = await AssistantScene.start(open);
    ada = s.as();
  });
  afterAll(() => s.stop());
  beforeEach(() => s.real.arm());

  /** Checks that each attack is refused for lack of a confirmation and leaves no trace at venue or book. */
  async function refused(...attacks: (() => Promise<Told>)[]): Promise<void> {
    const before = await s.traces();
    const codes = [];
    for (const attack of attacks) codes.push((await attack()).code);
    expect(codes).toEqual(attacks.map(() => 'CONFIRMATION_REQUIRED'));
    expect(await s.traces()).toEqual(before);
  }

  describe.each(MODES)('in %s,', (mode) => {
    const confirm = CONFIRM[mode];

    const tokenFor = (request: Body, by = ada) => s.tokenFor(request, by);

    it('where anything differs from what was prepared', async () => {
      const order = s.order(mode);
      const confirmationToken = await tokenFor({ order });
      const before = await s.traces();
      const answers = CHANGES.map(async ([what, change]) => {
        const changed = { ...order, ...change };
        return [what, (await ada.call(confirm, { order: changed, confirmationToken })).code];
      });
      expect(await Promise.all(answers)).toEqual(
        CHANGES.map(([what]) => [what, 'CONFIRMATION_REQUIRED']),
      );
      expect(await s.traces()).toEqual(before);
      expect((await ada.call(confirm, { order, confirmationToken })).isError).toBe(false);
    });

    it('where the text of the order differs though a reader may not see it', async () => {
      const order = s.order(mode, { stopPrice: null });
      const confirmationToken = await tokenFor({ order });
      const [token, text] = [confirmationToken, order].map((each) => JSON.stringify(each));
      const written = (body: string) => `{"order":${body},"confirmationToken":${token}}`;
      const twice = `${text!.slice(0, -1)},"quantity":"300"}`;
      const endless = text!.replace('"stopPrice":null', '"stopPrice":1e999');
      const homoglyph = text!.replace('"quantity"', '"quantіty"');
      await refused(
        ...[twice, endless, homoglyph, '[]', '"order"', '{}', '7'].map(
          (body) => () => ada.callWritten(confirm, written(body)),
        ),
      );
    });

    it('for a close or new exits that differ from what was prepared', async () => {
      const held = await s.held(mode);
      const bracket = { ...held, stopLoss: '1.10' };
      const close = { ...held, quantity: '1', orderType: 'LIMIT', limitPrice: '1.60' };
      const [moving, closing] = [await tokenFor({ bracket }), await tokenFor({ close })];
      const { quantity: _quantity, ...whole } = close;
      await refused(
        ...[
          { ...bracket, stopLoss: '0.01' },
          { ...bracket, stopLoss: null },
          { ...bracket, takeProfit: null },
          held,
        ].map((each) => () => ada.call(confirm, { bracket: each, confirmationToken: moving })),
        ...[whole, { ...close, limitPrice: '0.01' }, { ...close, quantity: '3' }].map(
          (each) => () => ada.call(confirm, { close: each, confirmationToken: closing }),
        ),
        () => ada.call(confirm, { close: held, confirmationToken: moving }),
        () => ada.call(confirm, { bracket, confirmationToken: closing }),
        () => ada.call(confirm, { close, bracket, confirmationToken: closing }),
        () => ada.call(confirm, { order: close, confirmationToken: closing }),
      );
    });

    it('by a token of another order, of another user, of a page, or by none', async () => {
      const [order, next] = [s.order(mode), s.order(mode)];
      const ben = s.as(s.sessions.ben);
      await s.real.arm({ username: 'ben', role: 'USER', demo: false });
      const [hers, nexts, his] = [
        await tokenFor({ order }),
        await tokenFor({ order: next }),
        await tokenFor({ order }, ben),
      ];
      const ofPage = await s.confirmationOfPage(order);
      const wrong = [nexts, his, ofPage, undefined, null, '', 7, [hers], `${String(hers)}=`];
      await refused(
        ...wrong.map((confirmationToken) => () => ada.call(confirm, { order, confirmationToken })),
        () => ben.call(confirm, { order, confirmationToken: hers }),
        () => ada.call(confirm, { order: next, confirmationToken: hers }),
      );
    });

    it('by a token of the other book', async () => {
      const theirs = { ...s.order(other(mode)) };
      const mine = { ...theirs, mode };
      const [foreign, own] = [await tokenFor({ order: theirs }), await tokenFor({ order: mine })];
      await refused(
        () => ada.call(confirm, { order: theirs, confirmationToken: foreign }),
        () => ada.call(confirm, { order: mine, confirmationToken: foreign }),
        () => ada.call(CONFIRM[other(mode)], { order: mine, confirmationToken: own }),
        () => ada.call(CONFIRM[other(mode)], { order: theirs, confirmationToken: own }),
      );
    });

    it('by a token whose time has run out', async () => {
      const order = s.order(mode);
      const args = { order, confirmationToken: await tokenFor({ order }) };
      s.pass(60);
      await refused(() => ada.call(confirm, args));
    });

    it('a second time by a token that was used', async () => {
      const order = s.order(mode);
      const args = { order, confirmationToken: await tokenFor({ order }) };
      const { data } = await ada.call(confirm, args);
      const before = await s.traces();
      for (const key of [`${String(order.idempotencyKey)}x`, null, ''])
        expect(
          (await ada.call(confirm, { ...args, order: { ...order, idempotencyKey: key } })).code,
        ).toBe('CONFIRMATION_REQUIRED');
      expect((await ada.call(confirm, args)).data.id).toBe(data.id);
      expect(await s.traces()).toEqual(before);
    });

    it('by prepare, which leaves no line in the log and spends no key', async () => {
      const held = await s.held(mode);
      const before = [await s.traces(), await s.log(mode)];
      const order = s.order(mode);
      await tokenFor({ order });
      await tokenFor({ close: held });
      await tokenFor({ bracket: { ...held, stopLoss: '1.10' } });
      for (const [wrong, code, field] of [
        [{}, 'BAD_USER_INPUT', null],
        [{ order, close: held }, 'BAD_USER_INPUT', null],
        [{ order: [order] }, 'BAD_USER_INPUT', 'order'],
        [{ order: { ...order, leverage: '10' } }, 'BAD_USER_INPUT', 'order'],
        [{ order: { ...order, quantity: '1.5' } }, 'BAD_USER_INPUT', 'order.quantity'],
        [{ order: { ...order, mode: 'BOTH' } }, 'BAD_USER_INPUT', 'order.mode'],
        [
          { order: { ...order, confirmationToken: 'a' } },
          'BAD_USER_INPUT',
          'order.confirmationToken',
        ],
        [{ close: { ...held, id: 'no-trade' } }, 'NOT_FOUND', null],
        [{ send: true }, 'BAD_USER_INPUT', 'send'],
      ] as const)
        expect(await ada.call('prepare', wrong)).toMatchObject({ isError: true, code, field });
      const ben = s.as(s.sessions.ben);
      expect((await ben.call('prepare', { close: held })).code).toBe('NOT_FOUND');
      expect([await s.traces(), await s.log(mode)]).toEqual(before);
      const another = { ...order, quantity: '1' };
      const args = { order: another, confirmationToken: await tokenFor({ order: another }) };
      expect((await ada.call(confirm, args)).data).toMatchObject({ quantity: '1' });
    });
  });
});
