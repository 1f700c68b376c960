import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { dec } from '../../../server/domain/decimal.ts';
import type { Trade } from '../../../server/domain/trade/trade.ts';
import type { Book } from '../../../server/ports/book.ts';
import type { TradingSystem } from '../../../server/ports/trading-system.ts';
import { PlaceTwins } from '../../../server/usecases/trading/place-twins.ts';
import { databases } from '../../support/databases/databases.ts';
import { codeOf, RealDesk } from '../../support/desks/real-desk.ts';
import { ADA, TradierDesk } from '../../support/desks/tradier-desk.ts';

const WITH_TWIN = { paperTwin: true } as const;

describe.each(databases())('a twin on paper, kept on %s', (_, open) => {
  let paper: TradierDesk;
  let twins: PlaceTwins;
  let r: RealDesk;
  beforeEach(async () => {
    paper = await TradierDesk.start(open);
    twins = twinsBy(paper.desk.trading);
    r = await RealDesk.start(open, { paperTwins: { place: (...real) => twins.place(...real) } });
    await r.arm();
  });
  afterEach(async () => {
    await twins.idle();
    await r.stop();
    await paper.close();
  });

  function twinsBy(trading: Pick<TradingSystem<'PAPER'>, 'executeOrder'>): PlaceTwins {
    const { fresh, clock, log } = paper;
    return new PlaceTwins({ trading, book: fresh.book as Book<'PAPER'>, clock, log });
  }

  async function onPaper(): Promise<readonly Trade[]> {
    await twins.idle();
    const page = await paper.fresh.book.read('ada').trades(null, {}, { first: 10, after: null });
    return page.items.map(({ item }) => item);
  }

  it('is placed with the same terms once the real trade is stored, and names it', async () => {
    const context = { tags: ['gap'], notes: 'mine', extra: { why: 'breakout' } };
    const ticket = await r.confirmed({ ...WITH_TWIN, context });
    const real = await r.place(ticket);
    const [twin, ...others] = await onPaper();
    const terms = ({ instrument, side, quantity, limitPrice, bracket, timeInForce }: Trade) => ({
      ...{ symbol: instrument.symbol, side, quantity: quantity.toFixed() },
      ...{ limitPrice: limitPrice?.toFixed(), stop: bracket.stopLoss?.toFixed(), timeInForce },
    });
    expect([others, terms(twin!)]).toEqual([[], terms(real)]);
    expect(twin).toMatchObject({ mode: 'PAPER', twinOf: real.id, context });
    expect(real).toMatchObject({ mode: 'REAL', twinOf: null });
    expect([r.t.venue.orders.length, paper.venue.orders.length]).toEqual([1, 1]);
  });

  it('needs no yes of its own where an assistant placed the real trade, however late it is placed', async () => {
    const ticket = await r.confirmed(WITH_TWIN);
    const until = new Date(r.t.clock.now().getTime() + 1);
    await r.place(ticket, { ...ADA, via: 'MCP', prepared: { until } });
    await twins.idle();
    paper.clock.advance(60_000);
    await r.place(ticket, { ...ADA, via: 'MCP', prepared: { until: new Date(0) } });
    expect((await onPaper()).map(({ twinOf }) => typeof twinOf)).toEqual(['string']);
    const late = await r.confirmed(WITH_TWIN);
    paper.clock.advance(60_000);
    const soon = new Date(r.t.clock.now().getTime() + 1);
    await r.place(late, { ...ADA, via: 'MCP', prepared: { until: soon } });
    expect(await onPaper()).toHaveLength(2);
  });

  it('is not placed unless it is asked for', async () => {
    await r.place(await r.confirmed());
    await r.place(await r.confirmed({ paperTwin: false }));
    expect(await onPaper()).toEqual([]);
  });

  it('counts for no strategy', async () => {
    const strategy = { strategyId: 's-1', kind: 'sma-cross', version: 3 };
    const context = { strategy: 'Crossing', extra: strategy };
    const real = await r.place(await r.confirmed({ ...WITH_TWIN, context }));
    expect(real.context).toMatchObject(context);
    const [twin] = await onPaper();
    expect(twin!.context).toMatchObject({ strategy: null, extra: null });
    const of = await paper.fresh.book
      .read('ada')
      .trades(null, { strategy: 'Crossing' }, { first: 10, after: null });
    expect(of.totalCount).toBe(0);
  });

  it.each([
    ['is refused', async () => void (await paper.desk.account.setKillSwitch(ADA, 'HALT_ENTRIES'))],
    ['meets a venue that is down', async () => paper.venue.fail('*', { status: 503 }, 500)],
    [
      'finds a desk that fails',
      async () => {
        twins = twinsBy({
          executeOrder: () => Promise.reject(new Error('The disk is full.')),
        });
      },
    ],
  ])(
    'that %s touches nothing of the real trade, and is told in PAPER alone',
    async (_why, spoil) => {
      await spoil();
      const real = await r.place(
        await r.confirmed({ ...WITH_TWIN, orderType: 'MARKET', limitPrice: null, bracket: null }),
      );
      expect(real.status).toBe('PENDING');
      await twins.idle();
      expect(await paper.alerts()).toContain('TWIN_NOT_PLACED');
      expect([await r.t.alerts(), await r.logged()]).toEqual([
        [],
        ['DEPOSITED', 'REAL_ARMED', 'INTENT_STORED', 'ORDER_SUBMITTED', 'ORDER_ACCEPTED'],
      ]);
      expect([await onPaper(), r.t.venue.orders.length]).toMatchObject([[], 1]);
    },
  );

  it('keeps nobody waiting', async () => {
    const never = twinsBy({ executeOrder: () => new Promise(() => {}) });
    twins = never;
    expect((await r.place(await r.confirmed(WITH_TWIN))).status).toBe('PENDING');
    twins = twinsBy(paper.desk.trading);
  });

  it('is one, however often and wherever the real trade is asked for again', async () => {
    const ticket = await r.confirmed(WITH_TWIN);
    const placed = await Promise.all([0, 1, 0, 1].map((at) => r.place(ticket, ADA, at)));
    await r.place({ ...ticket, quantity: dec('3.0') }, ADA, 1);
    expect(new Set(placed.map(({ id }) => id)).size).toBe(1);
    expect(await onPaper()).toMatchObject([{ twinOf: placed[0]!.id }]);
    expect([paper.venue.orders.length, await paper.alerts()]).toEqual([1, []]);
  });

  it('that was not placed and is, once asked again, is no longer told of', async () => {
    const ticket = await r.confirmed(WITH_TWIN);
    await paper.desk.account.setKillSwitch(ADA, 'HALT_ENTRIES');
    for (const at of [0, 1]) await r.place(ticket, ADA, at);
    await twins.idle();
    const told = async () => (await paper.alerts()).filter((kind) => kind === 'TWIN_NOT_PLACED');
    expect(await told()).toHaveLength(1);
    await paper.desk.account.setKillSwitch(ADA, 'OFF');
    await r.place(ticket);
    expect(await onPaper()).toHaveLength(1);
    expect(await told()).toEqual([]);
  });

  it.each([
    [59, 1],
    [60, 0],
  ])('that a killed server left out: asked again %i s later there are %i', async (later, count) => {
    const ticket = await r.confirmed(WITH_TWIN);
    const killed = r.server({ paperTwins: { place: () => {} } });
    await killed.trading.executeOrder(ADA, { open: ticket });
    r.t.clock.advance(later * 1000);
    await r.place(ticket);
    expect(await onPaper()).toHaveLength(count);
  });

  it('is not placed for an entry that is refused', async () => {
    const ticket = await r.confirmed(WITH_TWIN);
    const { confirmationToken: _token, ...unconfirmed } = ticket;
    expect(await codeOf(r.place(unconfirmed))).toBe('CONFIRMATION_REQUIRED');
    await r.servers[0].account.setKillSwitch(ADA, 'HALT_ENTRIES');
    expect(await codeOf(r.place(ticket))).toBe('RISK_DENIED');
    expect(await onPaper()).toEqual([]);
  });

  it('has no twin itself: PAPER refuses to be asked for one', async () => {
    const asked = paper.place(WITH_TWIN);
    await expect(asked).rejects.toMatchObject({
      code: 'BAD_USER_INPUT',
      detail: { field: 'input.paperTwin' },
    });
  });
});
