import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { SqlRunEvidence } from '../../../server/adapters/database/runs/sql-run-evidence.ts';
import { databases } from '../../support/databases/databases.ts';
import { LiveRunsDesk, type RunServer } from '../../support/desks/live-runs-desk.ts';
import { NOON } from '../../support/fakes/fake-clock.ts';

const kind = (body: string) => `export default {
  title: 'T', description: 'D', assetClasses: ['EQUITY'],
  create: () => { let n = 0; return { onBar(bar, desk) { n += 1; ${body} } }; } };`;
const KINDS = {
  once: kind(`if (n === 1) desk.enter({ symbol: bar.symbol, side: 'BUY', quantity: '1' });`),
  rests: kind(`
    if (n === 1) desk.enter({ symbol: bar.symbol, side: 'BUY', quantity: '1', orderType: 'LIMIT', limitPrice: 1 });
    if (n === 2) desk.cancel(bar.symbol);`),
};

describe.each(databases())(
  'entries of strategies that are stored and not sent, on %s',
  (_, open) => {
    let desk: LiveRunsDesk;
    let one: RunServer;
    beforeEach(async () => {
      desk = await LiveRunsDesk.open(open, KINDS);
      one = desk.server();
    });
    afterEach(async () => {
      vi.restoreAllMocks();
      await desk.close();
    });

    /** Runs `act` once the entry is stored, before anything else is written. */
    function onceStored(act: () => unknown): void {
      let isStored = false;
      desk.passed = (name) => {
        if (name === 'place: stored') isStored = true;
      };
      const change = one.book.change.bind(one.book);
      vi.spyOn(one.book, 'change').mockImplementation(async (username, work) => {
        if (isStored) {
          isStored = false;
          await act();
        }
        return change(username, work);
      });
    }

    it('wait until the log was read since the start, and are then placed', async () => {
      let isReady = false;
      const gate = { ready: async () => undefined, faultAt: () => null, readUpTo: () => 0 };
      desk.logs = { ...gate, isReady: () => isReady };
      const late = desk.server();
      await desk.kill(one);
      await desk.start(late.store, { id: 'r1', kind: 'once' });
      await desk.nextMinute();
      expect([await late.trades(), await late.noTrades()]).toEqual([[], []]);
      isReady = true;
      for (let beats = 0; beats < 6; beats += 1) await desk.step();
      expect(await late.trades()).toMatchObject([{ status: 'OPEN' }]);
      expect(await late.noTrades()).toEqual([]);
    });

    it.each<[string, () => unknown]>([
      [
        'their user’s switch',
        () =>
          one.book.change('ada', (change) =>
            change.setKillSwitch('HALT_ENTRIES', desk.clock.now(), 'user:ada'),
          ),
      ],
      ['the halt for all', () => void (desk.halt = 'HALT_ENTRIES')],
    ])('tell of %s that stopped them, which is a drill', async (_by, halt) => {
      onceStored(halt);
      await desk.start(one.store, { id: 'r1', kind: 'once' });
      await desk.nextMinute();
      const [stopped] = await one.trades();
      expect(stopped).toMatchObject({ status: 'CANCELED', openedAt: null });
      const [decided] = await one.noTrades();
      expect(decided).toMatchObject({
        ...{ state: 'NO_TRADE', tradeId: stopped!.id },
        noTrade: { code: 'KILL_SWITCH', actNeeded: true },
      });
      const evidence = new SqlRunEvidence(one.knex);
      expect(await evidence.lastHalt('ada', 'strategy-r1', NOON)).toEqual(decided!.decidedAt);
      expect(await one.store.heldBack('bob', [stopped!.id])).toEqual(new Set());
    });

    it('tell of no switch where they went out and were canceled', async () => {
      await desk.start(one.store, { id: 'r1', kind: 'rests' });
      await desk.nextMinute();
      await desk.nextMinute();
      const [canceled] = await one.trades();
      expect(canceled!.status).toBe('CANCELED');
      expect(await one.store.heldBack('ada', [canceled!.id])).toEqual(new Set());
    });
  },
);
