import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { HostBudget, URGENCIES } from '../../../server/adapters/wire/host-budget.ts';
import type { MinuteNotice } from '../../../server/adapters/wire/sliding-minute.ts';
import type { TokenUrgency } from '../../../server/ports/token-market.ts';
import { HandTime } from '../../support/fakes/hand-time.ts';

type Ending = 'waits' | 'left' | 'put off';

interface Asked {
  readonly urgency: TokenUrgency;
  readonly at: number;
  endedAt: number;
  ending: Ending;
}

const settled = () => new Promise((resolve) => setImmediate(resolve));

/** A budget that has had one answer of its host, and so begins with a known allowance. */
class Scene {
  readonly time = new HandTime(1_000_000);
  readonly budget: HostBudget;
  readonly asked: Asked[] = [];
  readonly left: Asked[] = [];

  constructor(allowance = 60) {
    this.budget = new HostBudget('Host', allowance, this.time);
  }

  static async heard(allowance = 60): Promise<Scene> {
    const scene = new Scene(allowance);
    scene.ask('EXIT');
    await settled();
    scene.budget.answered(null);
    await scene.pass(70);
    scene.left.splice(0);
    return scene;
  }

  ask(urgency: TokenUrgency): Asked {
    const at = this.time.now();
    const asked: Asked = { urgency, at, endedAt: at, ending: 'waits' };
    const ends = (ending: Ending) => {
      asked.ending = ending;
      asked.endedAt = this.time.now();
    };
    this.budget.take(urgency, this.budget.deadline(urgency)).then(
      () => {
        ends('left');
        this.left.push(asked);
      },
      () => ends('put off'),
    );
    this.asked.push(asked);
    return asked;
  }

  many(count: number, urgency: TokenUrgency): readonly Asked[] {
    return Array.from({ length: count }, () => this.ask(urgency));
  }

  async answer(notice: MinuteNotice | null = null): Promise<void> {
    this.budget.answered(notice);
    await settled();
  }

  async pass(seconds: number): Promise<void> {
    for (let step = 0; step < seconds; step += 1) {
      this.time.pass(1_000);
      await settled();
    }
  }
}

const count = (asked: readonly Asked[], ending: Ending) =>
  asked.filter((each) => each.ending === ending).length;

describe('a budget of a host that counts the last minute', () => {
  it('lets polls use half of it, and puts the rest of them off at once', async () => {
    const scene = await Scene.heard(60);
    const polls = scene.many(60, 'POLL');
    await settled();
    expect(count(polls, 'left')).toBe(30);
    expect(count(polls, 'put off')).toBe(30);
  });

  it('keeps room for marks beside polls, for entries beside marks, for exits beside all', async () => {
    const scene = await Scene.heard(60);
    const left = async (urgency: TokenUrgency) => {
      const asked = scene.many(60, urgency);
      await settled();
      return count(asked, 'left');
    };
    expect(await left('POLL')).toBe(30);
    expect(await left('MARK')).toBe(18);
    expect(await left('ENTRY')).toBe(6);
    expect(await left('EXIT')).toBe(6);
  });

  it('lets exits go first, then entries, marks and polls', async () => {
    const scene = new Scene(60);
    scene.ask('EXIT');
    for (const urgency of [...URGENCIES].reverse()) scene.ask(urgency);
    await settled();
    await scene.answer();
    expect(scene.left.map(({ urgency }) => urgency)).toEqual([
      ...['EXIT', 'EXIT', 'ENTRY', 'MARK', 'POLL'],
    ]);
  });

  it('waits for the host’s first word before it spends what others may have spent', async () => {
    const scene = new Scene(60);
    const polls = scene.many(20, 'POLL');
    await settled();
    expect(count(polls, 'left')).toBe(1);
    await scene.answer({ allowed: 60, used: 58 });
    expect(count(polls, 'left')).toBe(1);
    const exits = scene.many(3, 'EXIT');
    await settled();
    expect(count(exits, 'left')).toBe(2);
  });

  it('learns a greater plan from the host', async () => {
    const scene = new Scene(60);
    scene.ask('POLL');
    await settled();
    await scene.answer({ allowed: 600, used: 1 });
    const polls = scene.many(400, 'POLL');
    await settled();
    expect(count(polls, 'left')).toBe(299);
    expect(scene.budget.usage().allowed).toBe(600);
  });

  it('learns a smaller plan from the host', async () => {
    const scene = new Scene(60);
    scene.ask('EXIT');
    await settled();
    await scene.answer({ allowed: 30, used: 1 });
    const exits = scene.many(60, 'EXIT');
    await settled();
    expect(count(exits, 'left')).toBe(29);
  });

  it('sends nothing before the reset of a 429, and gives up at once what that is too late for', async () => {
    const scene = await Scene.heard(60);
    scene.budget.exhausted(7_000);
    const [exit, poll] = [scene.ask('EXIT'), scene.ask('POLL')];
    await settled();
    expect(poll.ending).toBe('put off');
    await scene.pass(7);
    expect(exit.ending).toBe('waits');
    await scene.pass(1);
    expect(exit.ending).toBe('left');
  });

  it('frees the place of a request a minute after it left, and no sooner', async () => {
    const scene = await Scene.heard(60);
    scene.many(60, 'EXIT');
    await scene.pass(59);
    const early = scene.ask('EXIT');
    await settled();
    expect(early.ending).toBe('waits');
    await scene.pass(3);
    expect(early.ending).toBe('left');
    expect(early.endedAt - early.at).toBeGreaterThanOrEqual(1_000);
  });

  it('gives up an exit only after ten seconds without a turn, and no answer to come', async () => {
    const scene = new Scene(60);
    scene.ask('EXIT');
    scene.many(59, 'EXIT');
    const late = scene.ask('EXIT');
    await scene.pass(10);
    expect(late.ending).toBe('waits');
    await scene.pass(1);
    await scene.answer();
    expect(late.ending).toBe('put off');
  });

  it('counts what had to wait', async () => {
    const scene = await Scene.heard(60);
    const before = scene.budget.usage().putOff;
    scene.many(31, 'POLL');
    await settled();
    expect(scene.budget.usage()).toMatchObject({ used: 30, allowed: null, putOff: before + 1 });
  });
});

const STEPS = fc.array(
  fc.oneof(
    fc.record({ ask: fc.constantFrom(...URGENCIES), times: fc.integer({ min: 1, max: 40 }) }),
    fc.record({ pass: fc.integer({ min: 1, max: 30 }) }),
    fc.record({ close: fc.integer({ min: 0, max: 20 }) }),
  ),
  { maxLength: 25 },
);

describe('whatever is asked of a budget, and whenever', () => {
  it('no minute holds more than is allowed, polls half of it, and nobody waits without bound', async () => {
    await fc.assert(
      fc.asyncProperty(STEPS, async (steps) => {
        const scene = await Scene.heard(30);
        for (const step of steps) {
          if ('ask' in step) scene.many(step.times, step.ask);
          else if ('pass' in step) await scene.pass(step.pass);
          else scene.budget.exhausted(step.close * 1_000);
          await settled();
        }
        await scene.pass(12);
        for (const { endedAt: from } of scene.left) {
          const minute = scene.left.filter(
            ({ endedAt }) => endedAt >= from && endedAt < from + 60_000,
          );
          expect(minute.length).toBeLessThanOrEqual(30);
          const polls = minute.filter(({ urgency }) => urgency === 'POLL');
          expect(polls.length).toBeLessThanOrEqual(15);
        }
        for (const { ending, at, endedAt } of scene.asked) {
          expect(ending).not.toBe('waits');
          expect(endedAt - at).toBeLessThanOrEqual(11_000);
        }
      }),
      { numRuns: 60 },
    );
  });
});
