import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { databases } from '../support/databases/databases.ts';
import { AssistantScene, CONFIRM, MODES, type Mode } from '../support/desks/assistant-scene.ts';

describe.each(databases())('a confirmed order, on %s', (_, open) => {
  let s: AssistantScene;
  beforeAll(async () => {
    s = await AssistantScene.start(open);
  });
  afterAll(() => s.stop());
  /** The number of orders at each venue before the test. */
  let had: Record<Mode, number>;
  beforeEach(async () => {
    await s.real.arm();
    had = { PAPER: s.desk('PAPER').venue.orders.length, REAL: s.desk('REAL').venue.orders.length };
  });
  const trades = async (mode: Mode) =>
    (await s.traces()).flat(3).filter((each) => each.includes(`${mode.toLowerCase()}_`)).length;
  const sent = (mode: Mode) => s.desk(mode).venue.orders.length - had[mode];

  it.each(MODES)(
    'is one order in %s though it is sent six times at once, at two servers',
    async (mode) => {
      const order = s.order(mode);
      const args = { order, confirmationToken: await s.tokenFor({ order }) };
      const callers = [s.as(), s.elsewhere()];
      const answers = await Promise.all(
        Array.from({ length: 6 }, (_each, at) => callers[at % 2]!.call(CONFIRM[mode], args)),
      );
      expect(new Set(answers.map(({ data }) => data.id)).size).toBe(1);
      expect(sent(mode)).toBe(1);
    },
  );

  it.each(MODES)('is none in %s for six that were changed, at once', async (mode) => {
    const order = s.order(mode);
    const confirmationToken = await s.tokenFor({ order });
    const before = await s.traces();
    const answers = await Promise.all(
      Array.from({ length: 6 }, (_each, at) => {
        const changed = { ...order, quantity: `${at + 4}` };
        return s.as().call(CONFIRM[mode], { order: changed, confirmationToken });
      }),
    );
    expect(new Set(answers.map(({ code }) => code))).toEqual(new Set(['CONFIRMATION_REQUIRED']));
    expect(await s.traces()).toEqual(before);
  });

  it.each(MODES)('is one order in %s of two that were prepared under one key', async (mode) => {
    const order = s.order(mode);
    const more = { ...order, quantity: '4' };
    const tokens = [await s.tokenFor({ order }), await s.tokenFor({ order: more })];
    const answers = await Promise.all(
      [order, more].map((each, at) =>
        s.as().call(CONFIRM[mode], { order: each, confirmationToken: tokens[at] }),
      ),
    );
    expect(answers.map(({ code }) => code).sort()).toEqual(['IDEMPOTENCY_MISMATCH', null]);
    expect(sent(mode)).toBe(1);
  });

  it.each(
    MODES.flatMap((mode) =>
      ['place: checked', 'place: in transaction', 'place: stored'].map((step) => ({ mode, step })),
    ),
  )('is one order in $mode though its server died at "$step"', async ({ mode, step }) => {
    const order = s.order(mode);
    const args = { order, confirmationToken: await s.tokenFor({ order }) };
    const before = await trades(mode);
    s.atStep = (point) => {
      if (point === step) throw new Error('killed');
    };
    expect((await s.as().call(CONFIRM[mode], args)).code).toBe('INTERNAL');
    s.atStep = () => undefined;
    const again = await s.elsewhere().call(CONFIRM[mode], args);
    expect(again).toMatchObject({ isError: false, data: { mode, quantity: '3' } });
    s.pass(120);
    await s.desk(mode).sync();
    expect(sent(mode)).toBeLessThanOrEqual(1);
    const { data } = await s.as().call(CONFIRM[mode], args);
    expect(data.id).toBe(again.data.id);
    expect(await trades(mode)).toBe(before + 1);
  });
});
