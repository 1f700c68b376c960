import { describe, expect, it, vi } from 'vitest';
import { SqlDriftStore } from '../../../server/adapters/database/drift/sql-drift-store.ts';
import { databases } from '../../support/databases/databases.ts';
import { LiveRunsDesk } from '../../support/desks/live-runs-desk.ts';

const KINDS = {
  leaves: `export default { title: 'T', description: 'D', assetClasses: ['EQUITY'],
    create: () => { let n = 0; return { onBar(bar, desk) {
      n += 1;
      if (n === 1) desk.enter({ symbol: bar.symbol, side: 'BUY', quantity: '1' });
      else if (desk.position(bar.symbol)) { desk.exit(bar.symbol); desk.exit(bar.symbol); }
    } }; } };`,
};

describe.each(databases())('two exits in a row, on %s', (_, open) => {
  it('close a trade once, and are both taken', async () => {
    const desk = await LiveRunsDesk.open(open, KINDS);
    const one = desk.server();
    const run = await desk.start(one.store, { id: 'r1', kind: 'leaves' });
    await desk.nextMinute();
    // There is no bid and no ask, so the first close waits at the venue.
    const quotes = desk.market.quotes.bind(desk.market);
    vi.spyOn(desk.market, 'quotes').mockImplementation(async (symbols) => {
      const seen = [...(await quotes(symbols))];
      return new Map(seen.map(([symbol, quote]) => [symbol, { ...quote, bid: null, ask: null }]));
    });
    await desk.nextMinute();
    vi.restoreAllMocks();
    desk.clock.advance(2_000);
    await desk.step();
    const page = { first: 9, after: null };
    const { items } = await one.book.read('ada').trades(null, {}, page, 'PLACED');
    const closed = items[0]?.item;
    expect(closed!.status).toBe('MANUAL_CLOSE');
    const orders = (await one.book.read('ada').allOrdersOf([closed!.id])).get(closed!.id)!;
    expect(orders.map(({ role, status }) => [role, status])).toEqual([
      ['ENTRY', 'FILLED'],
      ['CLOSE', 'FILLED'],
    ]);
    const told = await one.book.read('ada').eventsOf(closed!.id, { first: 99, after: null });
    const requests = told.items.filter(({ item }) => item.type === 'CLOSE_REQUESTED');
    expect(requests).toHaveLength(1);
    const decisions = await new SqlDriftStore(one.knex, 'PAPER').decisions(run);
    expect(decisions.map(({ ask, state, tradeId }) => [ask.action, state, tradeId])).toEqual([
      ['ENTER', 'TAKEN', closed!.id],
      ['EXIT', 'TAKEN', closed!.id],
      ['EXIT', 'TAKEN', closed!.id],
    ]);
    await desk.close();
  });
});
