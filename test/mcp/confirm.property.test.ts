import fc from 'fast-check';
import { afterEach, describe, expect, it } from 'vitest';
import { databases } from '../support/databases/databases.ts';
import {
  AssistantScene,
  CONFIRM,
  MODES,
  type Body,
  type Mode,
} from '../support/desks/assistant-scene.ts';

type User = 'ada' | 'ben';

/** A prepared order and the token that was given for it. */
interface Prepared {
  readonly mode: Mode;
  readonly by: User;
  readonly order: Body;
  readonly token: string;
  readonly until: number;
}

const user = fc.constantFrom<User>('ada', 'ben');
const which = fc.nat(30);
const step = fc.oneof(
  fc.record({
    what: fc.constant('prepare' as const),
    ...{
      by: user,
      mode: fc.constantFrom(...MODES),
      key: fc.nat(2),
      quantity: fc.integer({ min: 1, max: 3 }),
    },
  }),
  fc.record({ what: fc.constant('confirm' as const), which, times: fc.constantFrom(1, 1, 6) }),
  fc.record({ what: fc.constant('mix' as const), order: which, token: which, by: user }),
  fc.record({
    what: fc.constant('rewrite' as const),
    which,
    quantity: fc.constantFrom('1.0', '2.0', '9'),
  }),
  fc.record({ what: fc.constant('wait' as const), seconds: fc.constantFrom(20, 59, 60) }),
  fc.record({ what: fc.constant('arm' as const), by: user }),
  fc.record({ what: fc.constant('disarm' as const), by: user }),
);
type Step = typeof step extends fc.Arbitrary<infer S> ? S : never;

/** Two users at one desk, the answers that each has had, and what the desk must therefore hold. */
class Session {
  readonly prepared: Prepared[] = [];
  /** The order of each key; a key never has two. */
  readonly done = new Map<string, { readonly id: unknown; readonly order: Body }>();

  constructor(readonly s: AssistantScene) {}

  get now(): number {
    return this.s.paper.clock.now().getTime();
  }

  async take(step: Step): Promise<void> {
    const { s, prepared } = this;
    if (step.what === 'wait') return s.pass(step.seconds);
    if (step.what === 'arm') return s.real.arm(actorOf(step.by));
    if (step.what === 'disarm') return s.real.disarm(actorOf(step.by));
    if (step.what === 'prepare') return this.#prepare(step);
    const at = (index: number) => prepared[index % prepared.length]!;
    if (prepared.length === 0) return;
    if (step.what === 'confirm') return this.#confirm(at(step.which), step.times);
    const [of, by] =
      step.what === 'mix' ? [at(step.order), step.by] : [at(step.which), at(step.which).by];
    const token = step.what === 'mix' ? at(step.token).token : of.token;
    const order = step.what === 'rewrite' ? { ...of.order, quantity: step.quantity } : of.order;
    // A body that was prepared twice has two tokens, and each is valid for it.
    const body = JSON.stringify(order);
    const isHers = prepared.some(
      (each) => each.token === token && each.by === by && JSON.stringify(each.order) === body,
    );
    if (isHers) return;
    const { code } = await s
      .as(s.sessions[by])
      .call(CONFIRM[of.mode], { order, confirmationToken: token });
    expect(['CONFIRMATION_REQUIRED', 'FORBIDDEN']).toContain(code);
  }

  async #prepare({ by, mode, key, quantity }: Extract<Step, { what: 'prepare' }>): Promise<void> {
    const { s } = this;
    const order = s.order(mode, { idempotencyKey: `one-of-few-${key}`, quantity: `${quantity}` });
    const { data } = await s.as(s.sessions[by]).call('prepare', { order });
    if (typeof data.confirmationToken !== 'string') return;
    const token = data.confirmationToken;
    this.prepared.push({ mode, by, order, token, until: this.now + 60_000 });
  }

  async #confirm({ mode, by, order, token, until }: Prepared, times: number): Promise<void> {
    const { s } = this;
    const key = `${mode} ${by} ${String(order.idempotencyKey)}`;
    const isLate = this.now >= until;
    const calls = Array.from({ length: times }, () =>
      s.as(s.sessions[by]).call(CONFIRM[mode], { order, confirmationToken: token }),
    );
    for (const { isError, data } of await Promise.all(calls)) {
      const before = this.done.get(key);
      if (isError) {
        // A key that was used keeps its answer for its input.
        expect(before?.order.quantity).not.toBe(order.quantity);
      } else if (before) {
        expect([data.id, order.quantity]).toEqual([before.id, before.order.quantity]);
      } else {
        expect(isLate).toBe(false);
        expect(data).toMatchObject({ mode, quantity: order.quantity });
        this.done.set(key, { id: data.id, order });
      }
    }
  }
}

function actorOf(username: User) {
  return { username, role: 'USER', demo: false } as const;
}

describe.each(databases())('whatever two assistants call, on %s', (_, open) => {
  const scenes: AssistantScene[] = [];
  afterEach(async () => {
    for (const scene of scenes.splice(0)) await scene.stop();
  });

  it('there is one order for each key that was prepared and confirmed in time, and no other', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 10, maxLength: 25 }), async (steps) => {
        const s = await AssistantScene.start(open);
        scenes.push(s);
        await s.real.arm();
        const session = new Session(s);
        for (const each of steps) await session.take(each);
        const done = [...session.done.entries()];
        for (const mode of MODES)
          expect(s.desk(mode).venue.orders).toHaveLength(
            done.filter(([key]) => key.startsWith(mode)).length,
          );
        await s.stop();
        scenes.pop();
      }),
      { numRuns: 5, endOnFailure: true },
    );
  }, 120_000);
});
