import { describe, expect, it } from 'vitest';
import { Pace } from '../../server/graphql/fanout/pace.ts';

/** A pace with a clock that only the work moves. */
function paced(turnMs: number) {
  let time = 0;
  const pace = new Pace(turnMs, () => time);
  const began: string[] = [];
  const work = async (name: string, ms: number, after?: Promise<void>): Promise<void> => {
    await pace.turn();
    began.push(name);
    time += ms;
    // Work that goes on in promises belongs to the same turn.
    for (let step = 0; step < 20; step += 1) await Promise.resolve();
    began.push(`${name}'s rest`);
    await after;
  };
  return { began, work };
}

/** The number of works that have begun by each of the next turns of the event loop. */
async function turnsOf(began: readonly string[], turns: number): Promise<readonly number[]> {
  const counts: number[] = [];
  for (let turn = 0; turn < turns; turn += 1) {
    await new Promise((resolve) => setImmediate(resolve));
    counts.push(began.filter((name) => !name.includes('rest')).length);
  }
  return counts;
}

describe('executions of many readers who are woken together', () => {
  it('begin in their order, each after what the one before does at once', async () => {
    const { began, work } = paced(1_000);
    await Promise.all(['a', 'b', 'c'].map((name) => work(name, 1)));
    expect(began).toEqual(['a', "a's rest", 'b', "b's rest", 'c', "c's rest"]);
  });

  it('leave the event loop to others once a turn is used up', async () => {
    const { began, work } = paced(8);
    const all = Promise.all(Array.from({ length: 9 }, (_, at) => work(`${at}`, 3)));
    // Three works of 3 ms fill a turn.
    expect(await turnsOf(began, 3)).toEqual([3, 6, 9]);
    await all;
  });

  it('take no turn of their own when each is alone', async () => {
    const { work } = paced(8);
    let turned = false;
    setImmediate(() => (turned = true));
    await work('one', 1);
    await work('two', 1);
    expect(turned).toBe(false);
  });

  it('do not wait for one that waits for something else', async () => {
    const { began, work } = paced(8);
    let answer = (): void => undefined;
    const waits = work('waits', 1, new Promise((resolve) => (answer = resolve)));
    await work('next', 1);
    expect(began).toContain('next');
    answer();
    await waits;
  });
});
