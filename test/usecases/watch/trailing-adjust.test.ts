import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { dec } from '../../../server/domain/decimal.ts';
import { BrokerRejected, type Broker } from '../../../server/ports/broker.ts';
import { changeExit } from '../../../server/usecases/orders/change-exit.ts';
import { changeTrade } from '../../../server/usecases/steps/change-trade.ts';
import type { ChangeKind } from '../../../server/usecases/steps/decision.ts';
import { ADA } from '../../support/desks/tradier-desk.ts';
import { LONE, PAIR, TrailingScene } from '../../support/desks/trailing-scene.ts';

describe('a trailing stop', () => {
  let s: TrailingScene;
  beforeEach(async () => void (s = await TrailingScene.start()));
  afterEach(() => s.t.close());

  it('stays where a person loosens it, until the market makes a new best', async () => {
    const id = await s.opened(LONE);
    await s.bid(2.5);
    await s.adjust(id, { stopLoss: dec('1.50') });
    s.t.pass(60);
    await s.bid(2.5);
    expect([await s.stopOf(id), await s.heldTo(id)]).toEqual(['1.50', '1.50']);
    await s.bid(2.51);
    expect(await s.stopOf(id)).toBe('2.00');
  });

  it('never falls below where a person tightens it', async () => {
    const id = await s.opened(LONE);
    await s.bid(2.5);
    await s.adjust(id, { stopLoss: dec('2.30') });
    s.t.pass(60);
    await s.bid(2.6);
    expect(await s.stopOf(id)).toBe('2.30');
    await s.bid(3);
    expect(await s.stopOf(id)).toBe('2.40');
  });

  it('ends when a person removes the stop; a null percent alone leaves the stop where it is', async () => {
    const id = await s.opened(PAIR);
    await s.bid(2.5);
    const ended = await s.adjust(id, { trailingPct: null });
    expect([ended.trail, ended.bracket.stopLoss?.toFixed(2)]).toEqual([null, '2.00']);
    s.t.pass(60);
    await s.bid(3);
    expect(await s.stopOf(id)).toBe('2.00');
    await s.adjust(id, { trailingPct: dec(10) });
    await s.bid(3.01);
    expect(await s.heldTo(id)).toBe('2.70');
    const none = await s.adjust(id, { stopLoss: null });
    expect([none.trail, none.bracket.stopLoss]).toEqual([null, null]);
  });

  it('keeps its progress when a person moves the target', async () => {
    const id = await s.opened(PAIR);
    await s.bid(2.5);
    s.t.pass(5);
    await s.bid(3);
    const moved = await s.adjust(id, { takeProfit: dec('5.00') });
    expect(moved.bracket.stopLoss?.toFixed(2)).toBe('2.40');
    expect(s.atVenue()).toEqual(['limit 5 x3', 'stop 2.4 x3']);
  });

  it('answers CONFLICT to a person whose version a move has overtaken', async () => {
    const id = await s.opened(LONE);
    const { version: expectedVersion } = await s.trade(id);
    await s.bid(2.5);
    const late = { id, expectedVersion, idempotencyKey: s.t.key(), stopLoss: dec('1.50') };
    await expect(s.t.desk.trading.updatePosition(ADA, { bracket: late })).rejects.toMatchObject({
      code: 'CONFLICT',
    });
    expect(await s.stopOf(id)).toBe('2.00');
  });

  it('keeps a person’s change that comes while a move is being refused', async () => {
    const id = await s.opened(LONE);
    const stored = await s.t.stored(id);
    const order = stored.orders.find(({ role }) => role === 'STOP_LOSS')!;
    const { book } = s.t.fresh;
    const { bracket } = stored.trade;
    const wish = { ...bracket, stopLoss: dec('1.20') };
    const broker: Pick<Broker, 'change'> = {
      change: async () => {
        const meta = { at: s.t.clock.now(), actor: 'ada' };
        const kind: ChangeKind<object> = {
          name: 'WISH',
          take: (draft) =>
            void draft.set({ wantedBracket: wish }).record('BRACKET_REQUESTED', 'Stop moved.'),
        };
        await changeTrade({ book }, { username: 'ada', id }, meta, kind, () => ({}));
        throw new BrokerRejected('Too near the market.');
      },
    };
    const deps = { book, clock: s.t.clock };
    const move = { kind: 'CHANGE', order, bracket: { ...bracket, stopLoss: dec('1.40') } } as const;
    await changeExit(deps, broker as Broker, stored, move);
    expect((await s.trade(id)).wantedBracket?.stopLoss?.toFixed(2)).toBe('1.20');
    await s.t.sync();
    expect([await s.stopOf(id), s.atVenue()]).toEqual(['1.20', ['stop 1.2 x3']]);
  });
});
