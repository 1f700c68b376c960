import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Book } from '../../../server/ports/book.ts';
import { ChangeRung } from '../../../server/usecases/promotion/change-rung.ts';
import { DemoteByEvidence } from '../../../server/usecases/promotion/demote-by-evidence.ts';
import type { PromotionDeps } from '../../../server/usecases/promotion/promotion-deps.ts';
import { databases } from '../../support/databases/databases.ts';
import { ladderDesk, type LadderDesk } from '../../support/desks/ladder-desk.ts';
import { ADA } from '../../support/desks/runs-desk.ts';

class Killed extends Error {}

/** More steps than any move has. */
const MOST_STEPS = 12;

/** A server that is killed after so many steps. */
function dyingAfter({ deps, hooks }: LadderDesk, steps: number) {
  let left = steps;
  const step = () => {
    left -= 1;
    if (left < 0) throw new Killed();
  };
  const dies =
    <A extends unknown[], T>(work: (...args: A) => Promise<T>) =>
    async (...args: A): Promise<T> => {
      step();
      return work(...args);
    };
  hooks.before = async () => step();
  const { moves, books, stopReal } = deps;
  const inBook = (mode: 'PAPER' | 'REAL') => {
    const change: Book['change'] = (username, work) => {
      step();
      return books[mode].book.change(username, work);
    };
    return { ...books[mode], book: { change } };
  };
  const dying: PromotionDeps = {
    ...deps,
    moves: {
      move: dies(moves.move.bind(moves)),
      settle: dies(moves.settle.bind(moves)),
      untold: moves.untold.bind(moves),
    },
    books: { PAPER: inBook('PAPER'), REAL: inBook('REAL') },
    stopReal: dies(stopReal),
  };
  return dying;
}

async function orKilled(work: Promise<unknown>): Promise<boolean> {
  try {
    await work;
    return false;
  } catch (error) {
    const causes = error instanceof AggregateError ? (error.errors as unknown[]) : [error];
    for (const cause of causes) if (!(cause instanceof Killed)) throw cause;
    return true;
  }
}

describe.each(databases())(
  'a server that dies while a strategy changes its rung, on %s',
  (_, open) => {
    let desk: LadderDesk;
    beforeEach(async () => {
      desk = await ladderDesk(open);
      await desk.loses('REAL', 2);
      await desk.enters('REAL');
    });
    afterEach(() => desk.close());

    const WAYS = {
      'down by its evidence': (deps: PromotionDeps) =>
        new DemoteByEvidence(deps, desk.promotion).execute(),
      'down by its user': (deps: PromotionDeps) =>
        new ChangeRung(deps, desk.promotion).demote(ADA, 's1', 1),
      'up by its user': (deps: PromotionDeps) => {
        const passed = async (...of: Parameters<typeof desk.promotion.report>) => ({
          ...(await desk.promotion.report(...of)),
          verdict: 'PASS' as const,
        });
        return new ChangeRung(deps, { report: passed }).promote(ADA, 's1', 1);
      },
    } as const;

    it.each(Object.keys(WAYS) as (keyof typeof WAYS)[])(
      'leaves the rest of it to another, which does each step once: %s',
      async (way) => {
        const down = way !== 'up by its user';
        const alerts = new Set<string>();
        let killed = true;
        for (let steps = 0; killed && steps < MOST_STEPS; steps += 1) {
          desk.hooks.before = async () => {};
          await desk.stands('SMALL_REAL');
          await desk.arm();
          await desk.start('REAL');
          desk.clock.advance(60_000);
          const logged = (await desk.logged()).filter(isMove).length;
          const asked = desk.asked.length;
          killed = await orKilled(WAYS[way](dyingAfter(desk, steps)));
          const stood = await desk.stage();

          desk.hooks.before = async () => {};
          // Evidence stays bad after a move up, so the report is replaced: only the move is tested.
          const promotion = down ? desk.promotion : { report: notYet(desk) };
          const other = new DemoteByEvidence(desk.deps, promotion);
          await other.execute();
          await other.execute();
          expect(await desk.deps.moves.untold()).toEqual([]);
          const moves = (await desk.logged()).filter(isMove).slice(logged);
          if (down) {
            expect(await desk.stage()).toBe('PAPER');
            expect(moves).toEqual(['STRATEGY_DEMOTED']);
            expect(await desk.newest('REAL')).toMatchObject({ status: 'STOPPED' });
            expect(desk.asked.length).toBeGreaterThan(asked);
          } else {
            expect(await desk.stage()).toBe(stood);
            expect(moves).toEqual(stood === 'FULL_REAL' ? ['STRATEGY_PROMOTED'] : []);
            expect(await desk.newest('REAL')).toMatchObject({ status: 'RUNNING' });
          }
          for (const { id } of await desk.alerts('REAL')) alerts.add(id);
          if (way === 'down by its evidence') expect(alerts.size).toBe(steps + 1);
        }
        expect(killed).toBe(false);
      },
    );
  },
);

const isMove = (type: string) => /DEMOTED|PROMOTED/.test(type);

function notYet({ promotion }: LadderDesk): LadderDesk['promotion']['report'] {
  return async (strategy) => ({
    ...(await promotion.report(strategy)),
    verdict: 'NOT_ENOUGH_DATA',
  });
}
