import { afterAll, beforeAll, expect, it } from 'vitest';
import { AssistantScene, CONFIRM, MODES } from '../support/desks/assistant-scene.ts';
import { Assistant } from '../support/servers/assistant.ts';
import { until } from '../support/values/until.ts';

let s: AssistantScene;
let http: Assistant;
let stdio: Assistant;
beforeAll(async () => {
  s = await AssistantScene.start();
  const token = await s.token(s.sessions.ada, 'TRADE_PAPER', 'TRADE_REAL');
  const { url } = s.served[0];
  [http, stdio] = await Promise.all([Assistant.http(url, token), Assistant.stdio(url, token)]);
});
afterAll(async () => {
  await http.close();
  await stdio.close();
  await s.stop();
});

it('the host over stdio is told when what sends real money comes and goes', async () => {
  expect(await stdio.names()).not.toContain('confirm_real');
  for (const [change, isThere] of [
    [() => s.real.arm(), true],
    [() => s.real.disarm(), false],
  ] as const) {
    const told = stdio.listChanges;
    await change();
    await until('a change of the list', async () => stdio.listChanges > told);
    expect((await stdio.names()).includes('confirm_real')).toBe(isThere);
  }
});

it.each(MODES)(
  'an order in %s is one over both transports, and a changed one is none',
  async (mode) => {
    await s.real.arm();
    const order = s.order(mode);
    const { confirmationToken } = await stdio.data<{ confirmationToken: string }>('prepare', {
      order,
    });
    const changed = { order: { ...order, quantity: '3.0' }, confirmationToken };
    for (const host of [stdio, http])
      expect(await host.call(CONFIRM[mode], changed)).toMatchObject({
        ...{ isError: true, code: 'CONFIRMATION_REQUIRED', mode },
      });
    expect(s.desk(mode).venue.orders).toHaveLength(0);
    const args = { order, confirmationToken };
    const first = await stdio.call(CONFIRM[mode], args);
    const again = await http.call(CONFIRM[mode], args);
    expect(first).toMatchObject({ isError: false, mode, simulated: false });
    expect(again.data).toMatchObject({ id: (first.data as { id: string }).id, mode });
    expect(s.desk(mode).venue.orders).toHaveLength(1);
  },
);
