import { afterEach, describe, expect, it } from 'vitest';
import { dec, Decimal, ZERO } from '../../../server/domain/decimal.ts';
import { databases } from '../../support/databases/databases.ts';
import { MarketReplay, outcomeOf, type Outcome } from '../../support/desks/market-replay.ts';
import { recordedOptions, recordedShares } from '../../support/recorded/recorded-market.ts';

const FEE = dec('0.35');

let replay: MarketReplay | null = null;
afterEach(async () => {
  await replay?.t.close();
  replay = null;
});

/** Compares the trade with the outcome computed from the recording alone. */
async function expectOutcome(
  id: string,
  status: string,
  { entry, exit, exitAt, bids }: Outcome,
  { quantity, multiplier, fee }: { quantity: number; multiplier: number; fee: Decimal },
): Promise<void> {
  const { trade, orders } = await replay!.t.stored(id);
  const moves = [...bids, exit].map((bid) => bid.minus(entry));
  expect(trade.status).toBe(status);
  expect({
    entryCost: trade.entryCost.toFixed(),
    realizedPnl: trade.realizedPnl.toFixed(),
    fees: trade.fees.toFixed(),
    best: trade.maxFavorableExcursion?.toFixed(),
    worst: trade.maxAdverseExcursion?.toFixed(),
    closedAt: trade.closedAt,
  }).toEqual({
    entryCost: entry.times(quantity * multiplier).toFixed(),
    realizedPnl: exit
      .minus(entry)
      .times(quantity * multiplier)
      .toFixed(),
    fees: fee.times(2 * quantity).toFixed(),
    best: Decimal.max(...moves, ZERO).toFixed(),
    worst: Decimal.min(...moves, ZERO).toFixed(),
    closedAt: exitAt,
  });
  expect(await replay!.marksOf(id)).toEqual(bids.map((bid) => bid.toFixed()));
  expect(orders.filter((order) => order.status === 'ACCEPTED')).toEqual([]);
  console.log(
    `${trade.instrument.symbol} ${status}: ${entry.toFixed()} → ${exit.toFixed()}, P&L ${trade.realizedPnl.toFixed()}, ` +
      `MFE ${trade.maxFavorableExcursion?.toFixed()}, MAE ${trade.maxAdverseExcursion?.toFixed()}, ${bids.length} marks`,
  );
}

const CALL = 'SPY230901C00430000';
const PUT = 'SPY230901P00470000';
const LOW_PUT = 'SPY230901P00430000';
const FAR = 'SPY230901C00470000';
const spyDay = recordedOptions(
  'options/lean/minute/SPY/20230803_quote.csv.gz',
  [CALL, PUT, LOW_PUT, FAR],
  '-04:00',
)?.filter(
  ({ at }) => at >= new Date('2023-08-03T13:55:00Z') && at < new Date('2023-08-03T17:30:00Z'),
);

describe.skipIf(!spyDay).each(databases())('SPY options on 2023-08-03, kept on %s', (_, open) => {
  it('are paid, stopped and sold as the recorded quotes say', { timeout: 120_000 }, async () => {
    const minutes = spyDay!;
    replay = await MarketReplay.start(minutes, open);
    const up = { from: '13:57', stop: '21.5', target: '24' };
    const down = { from: '13:57', stop: '20.4', target: '23' };
    const held = { from: '14:23', stop: '1.5', target: '3', until: '17:25' };
    const outcomes = {
      up: outcomeOf(minutes, CALL, up),
      down: outcomeOf(minutes, PUT, down),
      held: outcomeOf(minutes, LOW_PUT, held),
    };
    const bracket = ({ stop, target }: { stop: string; target: string }) => ({
      bracket: { stopLoss: dec(stop), takeProfit: dec(target) },
    });
    const ids = { up: '', down: '', held: '', resting: '' };
    await replay.play({
      '13:57': async (now) => {
        const quantity = dec(2);
        ids.up = await now.buy(CALL, { quantity, limitPrice: outcomes.up.entry, ...bracket(up) });
        ids.down = await now.buy(PUT, { limitPrice: outcomes.down.entry, ...bracket(down) });
        const far = { stop: '0.2', target: '1.5' };
        ids.resting = await now.buy(FAR, { limitPrice: dec('0.55'), ...bracket(far) });
      },
      '14:23': async (now) => {
        // The limit is far above the ask, yet the fill is at the touch.
        ids.held = await now.buy(LOW_PUT, { limitPrice: dec('2.5'), ...bracket(held) });
      },
      '17:25': (now) => now.closeNow(ids.held),
    });
    const terms = { multiplier: 100, fee: FEE };
    await expectOutcome(ids.up, 'TP_HIT', outcomes.up, { quantity: 2, ...terms });
    await expectOutcome(ids.down, 'SL_HIT', outcomes.down, { quantity: 1, ...terms });
    await expectOutcome(ids.held, 'MANUAL_CLOSE', outcomes.held, { quantity: 1, ...terms });
    expect((await replay.t.stored(ids.resting)).trade.status).toBe('PENDING');
    replay.t.venue.endDay();
    await replay.t.sync();
    const { trade } = await replay.t.stored(ids.resting);
    expect([trade.status, trade.realizedPnl.toFixed(), trade.fees.toFixed()]).toEqual([
      'CANCELED',
      '0',
      '0',
    ]);
    expect(await replay.t.fresh.book.read('ada').positions()).toEqual([]);
  });
});

const IN_THE_MONEY = 'GOOG151224C00745000';
const OUT_OF_IT = 'GOOG151224P00747500';
const christmasEve = recordedOptions(
  'options/lean/minute/GOOG/20151224_quote.csv.gz',
  [IN_THE_MONEY, OUT_OF_IT],
  '-05:00',
)?.filter(({ at }) => at >= new Date('2015-12-24T17:15:00Z'));

describe.skipIf(!christmasEve)('GOOG options expiring on the half-day 2015-12-24', () => {
  it('are marked until 13:00 and settled once, by the official close of 748.40', async () => {
    replay = await MarketReplay.start(christmasEve!);
    const { t } = replay;
    t.venue.setDay('2015-12-24', { close: '13:00' });
    t.venue.setClose('GOOG', '2015-12-24', 748.4);
    const ids = { call: '', put: '' };
    let early: string[] = [];
    await replay.play({
      '17:20': async (now) => {
        const parts = { bracket: null, limitPrice: dec(20) };
        ids.call = await now.buy(IN_THE_MONEY, parts);
        ids.put = await now.buy(OUT_OF_IT, parts);
      },
      '17:59': async () => {
        await t.desk.settleExpiry.execute();
        early = await Promise.all(
          Object.values(ids).map(async (id) => (await t.stored(id)).trade.status),
        );
      },
    });
    expect(early).toEqual(['OPEN', 'OPEN']);
    const marked = await replay.marksOf(ids.call);
    t.clock.set(new Date('2015-12-24T18:20:00Z'));
    t.venue.now = t.clock.now();
    await t.desk.takeSnapshots.execute();
    expect(await replay.marksOf(ids.call)).toEqual(marked);
    await t.desk.settleExpiry.execute();
    await t.desk.settleExpiry.execute();
    const { trade: call } = await t.stored(ids.call);
    const { trade: put } = await t.stored(ids.put);
    expect([call.status, put.status]).toEqual(['EXPIRED_ITM', 'EXPIRED_OTM']);
    expect(call.settlement?.intrinsic.toFixed()).toBe('3.4');
    expect(call.realizedPnl.toFixed()).toBe(dec(340).minus(call.entryCost).toFixed());
    expect(put.realizedPnl.toFixed()).toBe(put.entryCost.negated().toFixed());
    const events = await t.events(ids.call);
    expect(events.filter((type) => type === 'SETTLED')).toHaveLength(1);
    console.log(
      `GOOG: call ${call.entryCost.toFixed()} → 340, put ${put.entryCost.toFixed()} → 0, ${marked.length} marks`,
    );
  });
});

const INDEX_CALL = 'SPXW210104C03700000';
const INDEX_PUT = 'SPXW210104P03700000';
const indexDay = recordedOptions(
  'options/lean/minute/SPXW/20210104_quote.csv.gz',
  [INDEX_CALL, INDEX_PUT],
  '-05:00',
)?.filter(({ at }) => at >= new Date('2021-01-04T20:30:00Z'));

describe.skipIf(!indexDay)('SPXW options on their last day, 2021-01-04', () => {
  it('are decided by 65 cents: the index closed at 3700.65', async () => {
    replay = await MarketReplay.start(indexDay!);
    const { t } = replay;
    t.venue.setClose('SPX', '2021-01-04', 3700.65);
    const ids = { call: '', put: '' };
    await replay.play({
      '20:31': async (now) => {
        const far = { stopLoss: dec('0.05'), takeProfit: dec(90) };
        ids.call = await now.buy(INDEX_CALL, { limitPrice: dec(40), bracket: far });
        ids.put = await now.buy(INDEX_PUT, { limitPrice: dec(40), bracket: null });
      },
    });
    t.clock.set(new Date('2021-01-04T21:20:00Z'));
    t.venue.now = t.clock.now();
    await t.desk.settleExpiry.execute();
    const [call, put] = [(await t.stored(ids.call)).trade, (await t.stored(ids.put)).trade];
    expect([call.status, put.status]).toEqual(['EXPIRED_ITM', 'EXPIRED_OTM']);
    expect(call.realizedPnl.toFixed()).toBe(dec(65).minus(call.entryCost).toFixed());
    expect(put.realizedPnl.toFixed()).toBe(put.entryCost.negated().toFixed());
    expect(await t.fresh.book.read('ada').positions()).toEqual([]);
    const { orders } = await t.stored(ids.call);
    expect(orders.map(({ role, status }) => `${role} ${status}`)).toEqual([
      'ENTRY FILLED',
      'TAKE_PROFIT EXPIRED',
      'STOP_LOSS EXPIRED',
    ]);
    console.log(`SPXW: call ${call.entryCost.toFixed()} → 65, put ${put.entryCost.toFixed()} → 0`);
  });
});

const shares = recordedShares(
  'equity/spy-1min-2024/SPY-1min.csv.gz',
  'SPY',
  new Date('2024-02-20T14:40:00Z'),
  new Date('2024-02-20T17:30:00Z'),
);

describe.skipIf(!shares)('SPY shares on 2024-02-20', () => {
  it('are stopped where the recorded prices say', async () => {
    replay = await MarketReplay.start(shares!);
    const plan = { from: '14:45', stop: '495', target: '501' };
    const outcome = outcomeOf(shares!, 'SPY', plan);
    let id = '';
    await replay.play({
      '14:45': async (now) => {
        id = await now.buy('', {
          option: null,
          equity: { symbol: 'SPY' },
          side: 'BUY',
          quantity: dec(100),
          limitPrice: outcome.entry,
          bracket: { stopLoss: dec(plan.stop), takeProfit: dec(plan.target) },
        });
      },
    });
    await expectOutcome(id, 'SL_HIT', outcome, { quantity: 100, multiplier: 1, fee: ZERO });
  });
});
