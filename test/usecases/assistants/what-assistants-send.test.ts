import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { dec } from '../../../server/domain/decimal.ts';
import type { Actor } from '../../../server/ports/trading-system.ts';
import type { BookDeps } from '../../../server/usecases/steps/book-deps.ts';
import { databases } from '../../support/databases/databases.ts';
import { codeOf, RealDesk } from '../../support/desks/real-desk.ts';
import { ADA, TradierDesk } from '../../support/desks/tradier-desk.ts';

const UNPREPARED: Actor = { ...ADA, via: 'MCP' };

/** An assistant whose request was prepared and is valid for a minute of this desk's clock. */
function confirming({ clock }: TradierDesk): Actor {
  return { ...UNPREPARED, prepared: { until: new Date(clock.now().getTime() + 60_000) } };
}

async function lines({ fresh }: TradierDesk) {
  const page = await fresh.book.read('ada').log({ first: 500, after: null });
  return page.items.map(({ item: { actor, action } }) => `${actor} ${action}`);
}

describe.each(databases())('what an assistant sends on paper, on %s', (_, open) => {
  let t: TradierDesk;
  beforeEach(async () => {
    t = await TradierDesk.start(open);
  });
  afterEach(() => t.close());

  /** Lets a minute pass at this step of the desk. */
  function slowAt(step: string) {
    const through = (deps: BookDeps): BookDeps => ({
      ...deps,
      passFaultPoint: (point) => {
        if (point === step) t.clock.advance(60_000);
      },
    });
    t.restart(through);
  }

  const sent = () => t.venue.orders.length;

  async function held() {
    const { id } = await t.place();
    t.venue.fill(t.legs()[0]!, { price: '1.50' });
    await t.sync();
    const { version } = (await t.stored(id)).trade;
    return { id, expectedVersion: version, idempotencyKey: t.key() };
  }

  it('is nothing that was not prepared, be it an entry, a close or a move of exits', async () => {
    const keyed = await held();
    const before = [sent(), (await t.stored(keyed.id)).trade.version];
    const { trading } = t.desk;
    for (const refused of [
      () => trading.executeOrder(UNPREPARED, { open: t.ticket() }),
      () => trading.executeOrder(UNPREPARED, { close: { ...keyed, orderType: 'MARKET' } }),
      () => trading.updatePosition(UNPREPARED, { bracket: { ...keyed, stopLoss: dec('1.10') } }),
    ])
      expect(await codeOf(refused())).toBe('CONFIRMATION_REQUIRED');
    expect([sent(), (await t.stored(keyed.id)).trade.version]).toEqual(before);
    expect((await lines(t)).slice(0, 3)).toEqual([
      'mcp:ada ADJUST_BRACKET_REFUSED',
      'mcp:ada CLOSE_TRADE_REFUSED',
      'mcp:ada PLACE_TRADE_REFUSED',
    ]);
  });

  it('is done once it was prepared, and the log says that an assistant asked', async () => {
    const by = confirming(t);
    const placed = await t.desk.trading.executeOrder(by, { open: t.ticket() });
    expect([placed.status, sent()]).toEqual(['PENDING', 1]);
    expect(await lines(t)).toContain('mcp:ada INTENT_STORED');
    t.venue.fill(t.legs()[0]!, { price: '1.50' });
    await t.sync();
    const { version } = (await t.stored(placed.id)).trade;
    const keyed = { id: placed.id, expectedVersion: version, idempotencyKey: t.key() };
    const bracket = { ...keyed, stopLoss: dec('1.10') };
    const moved = await t.desk.trading.updatePosition(by, { bracket });
    const close = { ...keyed, expectedVersion: moved.version, idempotencyKey: t.key() };
    const asked = { close: { ...close, orderType: 'MARKET' } } as const;
    expect((await t.desk.trading.executeOrder(by, asked)).status).toBe('CLOSING');
    expect(await lines(t)).toEqual(
      expect.arrayContaining(['mcp:ada BRACKET_REQUESTED', 'mcp:ada CLOSE_REQUESTED']),
    );
  });

  it('has run out after its time, but what was done in time is answered for ever', async () => {
    const by = confirming(t);
    const ticket = t.ticket();
    t.clock.advance(59_999);
    const placed = await t.desk.trading.executeOrder(by, { open: ticket });
    t.clock.advance(1);
    expect((await t.desk.trading.executeOrder(by, { open: ticket })).id).toBe(placed.id);
    expect(await codeOf(t.desk.trading.executeOrder(by, { open: t.ticket() }))).toBe(
      'CONFIRMATION_REQUIRED',
    );
    expect(sent()).toBe(1);
  });

  it('stores no entry where its time ends while the order is looked at', async () => {
    slowAt('place: checked');
    const placing = t.desk.trading.executeOrder(confirming(t), { open: t.ticket() });
    expect(await codeOf(placing)).toBe('CONFIRMATION_REQUIRED');
    expect(sent()).toBe(0);
  });

  it('changes no trade where its time ends while the venue is asked', async () => {
    const keyed = await held();
    slowAt('request: checked');
    const close = { ...keyed, orderType: 'MARKET' } as const;
    expect(await codeOf(t.desk.trading.executeOrder(confirming(t), { close }))).toBe(
      'CONFIRMATION_REQUIRED',
    );
    expect((await t.stored(keyed.id)).trade.status).toBe('OPEN');
  });
});

describe('what an assistant sends with real money', () => {
  it('needs both: that it was prepared, and the confirmation of its preview', async () => {
    const r = await RealDesk.start();
    await r.arm();
    const confirmed = await r.confirmed();
    const { confirmationToken: _token, ...bare } = confirmed;
    expect(await codeOf(r.place(confirmed, UNPREPARED))).toBe('CONFIRMATION_REQUIRED');
    expect(await codeOf(r.place(bare, confirming(r.t)))).toBe('CONFIRMATION_REQUIRED');
    expect(r.t.venue.orders.length).toBe(0);
    expect((await r.place(confirmed, confirming(r.t))).status).toBe('PENDING');
    expect(await lines(r.t)).toContain('mcp:ada INTENT_STORED');
    await r.stop();
  });
});
