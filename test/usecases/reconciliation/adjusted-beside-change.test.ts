import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { dec } from '../../../server/domain/decimal.ts';
import { AdjustedDesk } from '../../support/desks/adjusted-desk.ts';
import { databases } from '../../support/databases/databases.ts';
import { ADA } from '../../support/desks/tradier-desk.ts';
import { payDividend } from '../../venues/tradier/corporate-actions.ts';
import { LOST_RESPONSE } from '../../venues/wire-server.ts';

const STOP = { bracket: { stopLoss: dec(1150) } };

describe.each(databases())(
  'an exit that the venue adjusts during a person’s own change, on %s',
  (_, open) => {
    let d: AdjustedDesk;
    beforeEach(async () => {
      d = await AdjustedDesk.start(open);
    });
    afterEach(() => d.t.close());

    it('stays the desk’s own when it is a move whose answer was lost', async () => {
      const id = await d.opened(STOP);
      d.t.venue.fail('PUT /orders/:id', LOST_RESPONSE);
      d.t.venue.fail('GET /orders/:id', { hangUp: true }, 3);
      await d.move(id, '1160');
      d.t.venue.heal();
      await d.looks();
      expect(await d.trade(id)).toMatchObject({ wantedBracket: null });
      expect((await d.trade(id)).bracket.stopLoss?.toFixed()).toBe('1160');
      expect(await d.alerts()).toEqual([]);
    });

    it('stays the desk’s own when the move is carried out late, after another was requested', async () => {
      const id = await d.opened(STOP);
      d.t.venue.fail('PUT /orders/:id', { hangUp: true }, 9);
      await d.move(id, '1160');
      await d.move(id, '1170');
      d.t.venue.heal();
      d.part('stop').stop = dec(1160);
      await d.looks();
      expect(d.working()).toEqual(['sell stop 5 at 1170']);
      expect((await d.trade(id)).bracket.stopLoss?.toFixed()).toBe('1170');
      expect(await d.alerts()).toEqual([]);
    });

    it('is the venue’s when its price matches neither; keeping the desk’s means the last one requested', async () => {
      const id = await d.opened(STOP);
      d.t.venue.fail('PUT /orders/:id', { hangUp: true }, 9);
      await d.move(id, '1160');
      d.t.venue.heal();
      payDividend(d.account, 'NVDA', '0.25');
      await d.looks();
      expect(d.working()).toEqual(['sell stop 5 at 1149.75']);
      await d.choose(id, 'KEEP');
      await d.looks();
      expect(d.working()).toEqual(['sell stop 5 at 1160']);
      expect((await d.trade(id)).bracket.stopLoss?.toFixed()).toBe('1160');
    });

    it('counts new exits that a person asks for as a choice as well', async () => {
      const id = await d.opened(STOP);
      payDividend(d.account, 'NVDA', '0.25');
      await d.looks(1);
      await d.move(id, '1140');
      await d.looks();
      expect(d.working()).toEqual(['sell stop 5 at 1140']);
      expect(await d.alerts()).toEqual([]);
    });

    it('makes a trailing stop wait as well, and go on from what was adopted', async () => {
      const id = await d.opened({ bracket: { stopLoss: dec(1150), trailingPct: dec(5) } });
      const before = d.touched();
      payDividend(d.account, 'NVDA', '0.25');
      await d.looks(1);
      d.t.venue.setQuote('NVDA', { bid: 1240, ask: 1240.2, last: 1240.1 });
      await d.looks();
      expect(d.touched()).toBe(before);
      expect((await d.trade(id)).wantedBracket).toBeNull();
      await d.choose(id, 'ADOPT');
      await d.looks();
      expect(d.working()).toEqual(['sell stop 5 at 1149.75']);
      d.t.venue.setQuote('NVDA', { bid: 1260, ask: 1260.2, last: 1260.1 });
      await d.looks();
      expect(d.working()).toEqual(['sell stop 5 at 1197']);
    });

    it('lets a person’s close continue and takes the exits along', async () => {
      const id = await d.opened();
      payDividend(d.account, 'NVDA', '0.25');
      await d.looks(1);
      const { version: expectedVersion } = await d.trade(id);
      const close = {
        id,
        expectedVersion,
        idempotencyKey: d.t.key(),
        orderType: 'MARKET',
      } as const;
      await d.t.desk.trading.executeOrder(ADA, { close });
      await d.looks(1);
      expect(d.working()).toEqual(['sell market 5 at ']);
      expect((await d.alerts()).map(({ kind }) => kind)).not.toContain('FOREIGN_CHANGE');
    });

    it('is settled once by one key, by its owner, for the trade as it was seen', async () => {
      const id = await d.opened(STOP);
      const none = { code: 'BAD_USER_INPUT', detail: { field: 'input.id' } };
      await expect(d.choose(id, 'KEEP')).rejects.toMatchObject(none);
      payDividend(d.account, 'NVDA', '0.25');
      await d.looks(1);
      const { version: expectedVersion } = await d.trade(id);
      const stale = d.choose(id, 'KEEP', { expectedVersion: expectedVersion - 1 });
      await expect(stale).rejects.toMatchObject({ code: 'CONFLICT' });
      const keyed = { idempotencyKey: d.t.key(), expectedVersion };
      await d.choose(id, 'KEEP', keyed);
      await d.choose(id, 'KEEP', keyed);
      const other = d.choose(id, 'ADOPT', keyed);
      await expect(other).rejects.toMatchObject({ code: 'IDEMPOTENCY_MISMATCH' });
      expect(d.t.venue.count('PUT /orders/:id')).toBe(1);
    });
  },
);
