import { SqlRunEvidence } from '../../../server/adapters/database/runs/sql-run-evidence.ts';
import { SqlRungMoves } from '../../../server/adapters/database/strategies/sql-rung-moves.ts';
import { dec } from '../../../server/domain/decimal.ts';
import type { TradingMode } from '../../../server/domain/mode.ts';
import type { Trade } from '../../../server/domain/trade/trade.ts';
import { ChangeRung } from '../../../server/usecases/promotion/change-rung.ts';
import { DemoteByEvidence } from '../../../server/usecases/promotion/demote-by-evidence.ts';
import type { PromotionDeps } from '../../../server/usecases/promotion/promotion-deps.ts';
import { ReadPromotion } from '../../../server/usecases/promotion/read-promotion.ts';
import type { OpenTestDatabase } from '../databases/databases.ts';
import { SeqIds } from '../fakes/seq-ids.ts';
import { SilentLog } from '../fakes/silent-log.ts';
import { aClosedTrade, anEvent, anOrder, anOpenTrade, aTrade, keep } from '../values/builders.ts';
import { aDecision, aLine, aRun } from '../values/strategy-runs.ts';
import { UNJOURNALLED } from '../values/unjournalled.ts';
import { runsDesk } from './runs-desk.ts';

const MARK = { runId: 'run', strategyId: 's1', version: 1 };
const NO_BACKTESTS = {
  last: async () => null,
  triedOn: async () => 0,
  lookAhead: async () => null,
  keepLookAhead: async () => {},
};

/** One strategy with a budget of 1,000 dollars on the ladder, over both books. */
export async function ladderDesk(open: OpenTestDatabase) {
  const desk = await runsDesk(open);
  const { books, clock, strategies } = desk;
  const inBook = (mode: TradingMode) => ({
    ...{ runs: books[mode].runs, book: books[mode].book },
    evidence: new SqlRunEvidence(desk.knexOf[mode]),
  });
  const deps: PromotionDeps = {
    moves: new SqlRungMoves(desk.deskKnex),
    ...{
      strategies,
      clock,
      ids: new SeqIds('m'),
      log: new SilentLog(),
      digest: (text: string) => text,
    },
    ...{ backtests: NO_BACKTESTS, reads: { storedTrades: async () => [] } },
    pool: { judge: () => Promise.reject(new Error('There is no backtest to judge.')) },
    ...{ lookAheads: { of: async () => null }, drift: async () => null },
    books: { PAPER: inBook('PAPER'), REAL: inBook('REAL') },
    stopReal: async ({ username, id }, by) => {
      const run = await books.REAL.runs.newestOf(username, id);
      if (run) await desk.control.api.stop.stop(books.REAL, run, by);
    },
  };
  const promotion = new ReadPromotion(deps);
  let [last, halted] = [0, 0];
  const store = async (mode: TradingMode, trade: Trade, orders = [] as never[]) =>
    books[mode].book.change('ada', (change) => keep(change, null, trade, orders));
  const parts = (mode: TradingMode) => {
    const placedAt = clock.now();
    last += 1;
    const id = `${mode.toLowerCase()}_t${last}`;
    return { id, mode, strategyRun: MARK, placedAt, openedAt: placedAt, closedAt: placedAt };
  };
  return {
    ...{ ...desk, promotion, deps },
    rungs: new ChangeRung(deps, promotion),
    demotion: new DemoteByEvidence(deps, promotion),
    stands: async (stage: 'PAPER' | 'SMALL_REAL' | 'FULL_REAL') =>
      desk.change({ stage, budget: dec(1_000), demotedAt: null }),
    stage: async () => (await strategies.byId('ada', 's1'))!.stage,
    /** Stores closed trades in calls that cost 150 dollars each and brought nothing. */
    loses: async (mode: TradingMode, trades: number) => {
      for (let n = 0; n < trades; n += 1) await store(mode, aClosedTrade('0', '0', parts(mode)));
    },
    /** Stores a trade in a call that is being sold; returns its id. */
    closes: async (mode: TradingMode) => {
      const trade = anOpenTrade({ ...parts(mode), closedAt: null });
      const id = `${mode.toLowerCase()}_o${last}`;
      const order = anOrder({ id, tradeId: trade.id, role: 'CLOSE', status: 'ACCEPTED' });
      await store(mode, trade, [order] as never[]);
      return trade.id;
    },
    halts: (mode: TradingMode, level: 'HALT_ENTRIES' | 'OFF' = 'HALT_ENTRIES') =>
      books[mode].book.change('ada', (change) =>
        change.setKillSwitch(level, clock.now(), 'user:ada'),
      ),
    /** Stores an entry that is sent now. */
    enters: (mode: TradingMode) =>
      books[mode].book.change('ada', async (change) => {
        const trade = aTrade({ ...parts(mode), openedAt: null, closedAt: null, version: 1 });
        const id = `${mode.toLowerCase()}_e${last}`;
        const order = anOrder({ id, tradeId: trade.id, tag: id, status: 'SUBMITTED' });
        const sent = { ...anEvent(trade, 'ORDER_SUBMITTED'), orders: [order] };
        const event = { ...sent, occurredAt: clock.now() };
        await change.save(null, { trade, orders: [order] }, [event], UNJOURNALLED);
      }),
    /** Stores an entry that the kill switch stops now. */
    isHalted: async (mode: TradingMode) => {
      halted += 1;
      const { runs } = books[mode];
      const { id: runId, ...run } = await runs.start(aRun({ startedAt: clock.now() }));
      const noTrade = { code: 'KILL_SWITCH', message: 'no', actNeeded: true } as const;
      const settled = { decidedAt: clock.now(), settledAt: clock.now(), noTrade };
      const of = { runId, sequence: halted, key: `halted-${halted}` };
      const decision = aDecision({ ...of, state: 'NO_TRADE', ...settled });
      await runs.add({ ...run, id: runId }, aLine(halted, { runId }), [decision]);
    },
    alerts: async (mode: TradingMode) => {
      const { items } = await books[mode].book.read('ada').alerts(false, { first: 9, after: null });
      return items.map(({ item }) => item);
    },
  };
}

export type LadderDesk = Awaited<ReturnType<typeof ladderDesk>>;
