import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { RungMove } from '../../../server/domain/promotion/rung-move.ts';
import type { UntoldMove } from '../../../server/ports/rung-moves.ts';
import { DemoteByEvidence } from '../../../server/usecases/promotion/demote-by-evidence.ts';
import { databases } from '../../support/databases/databases.ts';
import { ladderDesk, type LadderDesk } from '../../support/desks/ladder-desk.ts';
import { ADA } from '../../support/desks/runs-desk.ts';

const DAY_MS = 86_400_000;

describe.each(databases())('demotion on %s', (_, open) => {
  let desk: LadderDesk;
  beforeEach(async () => {
    desk = await ladderDesk(open);
  });
  afterEach(() => desk.close());

  it('leaves a strategy where it stands while no gate fails', async () => {
    await desk.stands('PAPER');
    await desk.loses('PAPER', 1);
    expect((await desk.promotion.of(ADA, 's1')).verdict).toBe('NOT_ENOUGH_DATA');
    await desk.demotion.execute();
    expect(await desk.stage()).toBe('PAPER');
  });

  it('takes it one rung down by itself, once a day, with an alert and a line in the log', async () => {
    await desk.stands('FULL_REAL');
    await desk.loses('REAL', 2);
    await desk.demotion.execute();
    expect(await desk.stage()).toBe('SMALL_REAL');
    const [alert] = await desk.alerts('REAL');
    expect(alert).toMatchObject({ kind: 'STRATEGY_DEMOTED', severity: 'WARNING' });
    expect(alert!.message).toContain('from FULL_REAL to SMALL_REAL');
    expect(await desk.logged()).toEqual(['STRATEGY_DEMOTED']);
    await desk.demotion.execute();
    desk.clock.advance(60_000);
    await desk.demotion.execute();
    expect(await desk.stage()).toBe('SMALL_REAL');
    desk.clock.advance(DAY_MS);
    await desk.demotion.execute();
    expect(await desk.stage()).toBe('PAPER');
  });

  it('waits for no stranger whose move cannot be told', async () => {
    await desk.stands('PAPER');
    await desk.loses('PAPER', 2);
    const { moves } = desk.deps;
    const move: RungMove = {
      ...{ id: 'm1', name: 'theirs', version: 1, from: 'PAPER', to: 'BACKTEST' },
      ...{ at: desk.clock.now(), by: 'USER', actor: 'user:bob', gates: null },
    };
    const stuck = {
      move: moves.move.bind(moves),
      untold: async () => [{ username: 'bob', strategyId: 'theirs', move }],
      settle: async (untold: UntoldMove) => {
        if (untold.username === 'bob') throw new Error('The database is away');
        await moves.settle(untold);
      },
    };
    const demotion = new DemoteByEvidence({ ...desk.deps, moves: stuck }, desk.promotion);
    await expect(demotion.execute()).rejects.toMatchObject({ usernames: ['bob'] });
    expect(await desk.stage()).toBe('BACKTEST');
  });

  it('judges each rung by its own book', async () => {
    await desk.stands('PAPER');
    await desk.loses('REAL', 2);
    await desk.demotion.execute();
    expect(await desk.stage()).toBe('PAPER');
    await desk.loses('PAPER', 2);
    await desk.demotion.execute();
    expect(await desk.stage()).toBe('BACKTEST');
    expect((await desk.alerts('PAPER')).map(({ kind }) => kind)).toEqual(['STRATEGY_DEMOTED']);
  });

  it('measures the fall by what the rung may have at work: a tenth of the budget, then all of it', async () => {
    const drawdown = async () => {
      const { gates } = await desk.promotion.of(ADA, 's1');
      return gates.find(({ rule }) => rule === 'DRAWDOWN')!;
    };
    await desk.loses('REAL', 1);
    await desk.stands('SMALL_REAL');
    expect(await drawdown()).toMatchObject({ verdict: 'FAIL', actual: '150 %' });
    await desk.stands('FULL_REAL');
    expect(await drawdown()).toMatchObject({ verdict: 'PASS', actual: '15 %' });
    await desk.loses('PAPER', 1);
    await desk.stands('PAPER');
    expect(await drawdown()).toMatchObject({ verdict: 'PASS', actual: '15 %' });
  });

  it('finds in the log a halt that did not stop an entry, until a newer one stops one', async () => {
    const breaker = async () => {
      const { gates } = await desk.promotion.of(ADA, 's1');
      return gates.find(({ rule }) => rule === 'BREAKER')!.verdict;
    };
    await desk.stands('FULL_REAL');
    await desk.enters('REAL');
    await desk.halts('REAL');
    await desk.isHalted('REAL');
    expect(await breaker()).toBe('PASS');
    desk.clock.advance(60_000);
    await desk.enters('PAPER');
    await desk.enters('REAL');
    expect(await breaker()).toBe('FAIL');
    await desk.demotion.execute();
    expect(await desk.stage()).toBe('SMALL_REAL');
    expect((await desk.alerts('REAL'))[0]!.message).toContain('did not stop its entry');
    desk.clock.advance(DAY_MS);
    await desk.isHalted('REAL');
    await desk.demotion.execute();
    expect(await desk.stage()).toBe('SMALL_REAL');
    expect(await breaker()).toBe('PASS');
  });

  it('waits until a close that is under way is over, in whichever book', async () => {
    await desk.stands('SMALL_REAL');
    await desk.loses('REAL', 2);
    await desk.closes('PAPER');
    await desk.demotion.execute();
    expect(await desk.stage()).toBe('SMALL_REAL');
    expect(await desk.alerts('REAL')).toEqual([]);
  });

  it.each(['evidence', 'user'] as const)(
    'stops its run with real money where the rung no longer allows it: by %s',
    async (by) => {
      await desk.stands('SMALL_REAL');
      await desk.arm();
      await desk.start('REAL');
      await desk.start('PAPER');
      await desk.loses('REAL', 2);
      if (by === 'evidence') await desk.demotion.execute();
      else await desk.rungs.demote(ADA, 's1', 1);
      expect(await desk.stage()).toBe('PAPER');
      expect(await desk.newest('REAL')).toMatchObject({ status: 'STOPPED' });
      expect(await desk.newest('PAPER')).toMatchObject({ status: 'RUNNING' });
      const why = by === 'evidence' ? 'its evidence demoted it' : 'it was demoted';
      const actor = by === 'evidence' ? 'desk' : 'user:ada';
      const told = { type: 'STRATEGY_STOPPED' };
      const line = await desk.knexOf.REAL('events').where(told).select('actor', 'message');
      expect(line).toEqual([{ actor, message: `The strategy cross was stopped: ${why}.` }]);
    },
  );

  it('leaves a run with real money alone on a rung that still allows it', async () => {
    await desk.stands('FULL_REAL');
    await desk.arm();
    await desk.start('REAL');
    await desk.rungs.demote(ADA, 's1', 1);
    expect(await desk.stage()).toBe('SMALL_REAL');
    expect(await desk.newest('REAL')).toMatchObject({ status: 'RUNNING' });
  });
});
