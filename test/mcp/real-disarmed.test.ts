import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { AssistantScene } from '../support/desks/assistant-scene.ts';

const SENDING = ['prepare', 'confirm_paper', 'confirm_real'];

describe('what sends real money', () => {
  let s: AssistantScene;
  beforeEach(async () => {
    s = await AssistantScene.start();
  });
  afterEach(() => s.stop());

  const offered = async (token?: string) =>
    (await s.as(token).names()).filter((name) => SENDING.includes(name));

  it('is a tool of its own, which is there while REAL is armed and no longer', async () => {
    expect(await offered()).toEqual(['prepare', 'confirm_paper']);
    await s.real.arm();
    expect(await offered()).toEqual(SENDING);
    expect(await offered(s.sessions.ben)).toEqual(['prepare', 'confirm_paper']);
    await s.real.disarm();
    expect(await offered()).toEqual(['prepare', 'confirm_paper']);
    await s.real.arm();
    s.pass(8 * 3_600);
    expect(await offered()).toEqual(['prepare', 'confirm_paper']);
  });

  it.each([
    [['READ'], []],
    [['TRADE_PAPER'], ['prepare', 'confirm_paper']],
    [['TRADE_REAL'], ['prepare', 'confirm_real']],
    [['TRADE_PAPER', 'TRADE_REAL'], SENDING],
  ] as const)(
    'is offered to a token of %j as %j, and anything else is FORBIDDEN',
    async (scopes, names) => {
      await s.real.arm();
      const [paper, real] = [s.order('PAPER'), s.order('REAL')];
      const tokens = {
        paper: await s.tokenFor({ order: paper }),
        real: await s.tokenFor({ order: real }),
      };
      const token = await s.token(s.sessions.ada, ...scopes);
      expect(await offered(token)).toEqual(names);
      const by = s.as(token);
      const forbidden = async (name: string, args: object) =>
        expect((await by.call(name, args)).code).toBe('FORBIDDEN');
      const before = await s.traces();
      const may = (scope: string) => (scopes as readonly string[]).includes(scope);
      if (!may('TRADE_PAPER')) {
        await forbidden('prepare', { order: paper });
        await forbidden('confirm_paper', { order: paper, confirmationToken: tokens.paper });
      }
      if (!may('TRADE_REAL')) {
        await forbidden('prepare', { order: real });
        await forbidden('confirm_real', { order: real, confirmationToken: tokens.real });
      }
      expect(await s.traces()).toEqual(before);
    },
  );

  it('sends nothing once REAL is disarmed, not even a close, which a page may send', async () => {
    const held = await s.held('REAL');
    const [order, close] = [s.order('REAL'), held];
    const calls = [
      { order, confirmationToken: await s.tokenFor({ order }) },
      { close, confirmationToken: await s.tokenFor({ close }) },
    ];
    await s.real.disarm();
    const before = await s.traces();
    for (const args of [...calls, {}, { order }])
      expect((await s.as().call('confirm_real', args)).code).toBe('FORBIDDEN');
    expect(await s.traces()).toEqual(before);
    expect((await s.as().call('prepare', { order })).data).toMatchObject({
      confirmationToken: null,
      expiresAt: null,
    });
    await s.real.arm();
    expect((await s.as().call('confirm_real', calls[0]!)).code).toBe('CONFIRMATION_REQUIRED');
    expect(await s.traces()).toEqual(before);
  });

  it('answers a retry of what was sent, also once REAL is disarmed', async () => {
    await s.real.arm();
    const order = s.order('REAL');
    const args = { order, confirmationToken: await s.tokenFor({ order }) };
    const { data } = await s.as().call('confirm_real', args);
    await s.real.disarm();
    const before = await s.traces();
    expect((await s.as().call('confirm_real', args)).data.id).toBe(data.id);
    expect(await s.traces()).toEqual(before);
  });
});
