import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { dec } from '../../../server/domain/decimal.ts';
import { AdjustedDesk } from '../../support/desks/adjusted-desk.ts';
import { databases } from '../../support/databases/databases.ts';
import { payDividend, renameSymbol } from '../../venues/tradier/corporate-actions.ts';

const STOP = { bracket: { stopLoss: dec(1150) } };

describe.each(databases())('exits that the venue adjusts, on %s', (_, open) => {
  let d: AdjustedDesk;
  beforeEach(async () => {
    d = await AdjustedDesk.start(open);
  });
  afterEach(() => d.t.close());

  describe('with their position', () => {
    it('stay as they are: the desk stops acting and names a split', async () => {
      const id = await d.opened();
      expect(d.working()).toEqual(['sell limit 5 at 1300', 'sell stop 5 at 1150']);
      const before = d.touched();
      d.split();
      await d.looks();
      expect(d.working()).toEqual(['sell limit 50 at 130', 'sell stop 50 at 115']);
      expect(d.touched()).toBe(before);
      const stands = await d.trade(id);
      expect(stands.status).toBe('NEEDS_REVIEW');
      expect(stands.reason).toContain('The venue holds 50 of NVDA, this book 5');
      expect(stands.reason).toContain('a split of 10 for 1 is likely');
      expect(stands.doubt).toMatchObject({ cause: 'SPLIT', successor: null });
      expect(stands.doubt?.newShares?.toFixed()).toBe('10');
      expect(await d.alerts()).toMatchObject([{ kind: 'FOREIGN_CHANGE', severity: 'CRITICAL' }]);
    });

    it('stay unchanged, also a single stop whose limit was changed', async () => {
      const id = await d.opened(STOP);
      d.part('stop').quantity = dec(50);
      d.part('stop').stop = dec(115);
      d.t.venue.setPosition('NVDA', 50, 6000.5);
      const before = d.touched();
      await d.looks();
      expect(d.touched()).toBe(before);
      expect(await d.trade(id)).toMatchObject({ status: 'NEEDS_REVIEW', protection: 'VENUE' });
    });

    it('are compared with what all trades of the account hold', async () => {
      const first = await d.opened();
      const second = await d.opened();
      d.split([3, 2]);
      d.t.venue.setPosition('NVDA', 15, 12001);
      await d.looks();
      for (const id of [first, second]) {
        const { reason, doubt } = await d.trade(id);
        expect(reason).toContain('The venue holds 15 of NVDA, this book 10: a split of 3 for 2');
        expect([doubt?.ours.toFixed(), doubt?.theirs.toFixed()]).toEqual(['10', '15']);
      }
    });

    it('belong to another symbol when the shares are gone and as many of it have come', async () => {
      const id = await d.opened();
      renameSymbol(d.account, 'NVDA', 'NVDX');
      d.part('stop').stop = dec('1150.05');
      await d.looks();
      const { reason, doubt } = await d.trade(id);
      expect(doubt).toMatchObject({ cause: 'SYMBOL_CHANGE', successor: 'NVDX' });
      expect(reason).toContain('a change of its symbol is likely, for the account holds 5 of NVDX');
    });

    it('belong to a successor when another number of shares has their cost', async () => {
      const id = await d.opened();
      d.t.venue.setPosition('NVDA', 0);
      d.t.venue.setPosition('MERG', 8, 6000.5);
      d.part('stop').stop = dec('1100.00');
      await d.looks();
      const { reason, doubt } = await d.trade(id);
      expect(doubt).toMatchObject({ cause: 'SUCCESSOR', successor: 'MERG' });
      expect(reason).toContain('for the account holds 8 of MERG');
    });
  });

  describe('alone', () => {
    it('stay as the venue has them after a dividend, with both values stored, until a person chooses', async () => {
      const id = await d.opened();
      const before = d.touched();
      payDividend(d.account, 'NVDA', '0.25');
      await d.looks();
      expect(d.touched()).toBe(before);
      expect(d.working()).toEqual(['sell limit 5 at 1300', 'sell stop 5 at 1149.75']);
      const stop = await d.stopOf(id);
      expect(stop?.stopPrice?.toFixed()).toBe('1150');
      expect(stop?.adjustment?.stopPrice?.toFixed()).toBe('1149.75');
      expect(await d.trade(id)).toMatchObject({ status: 'OPEN', protection: 'VENUE' });
      const [alert, ...more] = await d.alerts();
      expect(more).toEqual([]);
      expect(alert).toMatchObject({ kind: 'FOREIGN_CHANGE', severity: 'WARNING', tradeId: id });
      expect(alert?.message).toContain('the stop from 1150 to 1149.75, not by this desk');
      expect(alert?.message).toContain('a dividend is likely');
    });

    it('are recorded as the venue has them when a person adopts them', async () => {
      const id = await d.opened();
      payDividend(d.account, 'NVDA', '0.25');
      await d.looks(1);
      const before = d.touched();
      const adopted = await d.choose(id, 'ADOPT', { note: 'The dividend of 0.25.' });
      expect(adopted.bracket.stopLoss?.toFixed()).toBe('1149.75');
      expect(adopted.bracket.takeProfit?.toFixed()).toBe('1300');
      await d.looks();
      expect(d.touched()).toBe(before);
      expect(await d.alerts()).toEqual([]);
      const settled = { choice: 'ADOPT', settledBy: 'user:ada', note: 'The dividend of 0.25.' };
      expect((await d.stopOf(id))?.adjustment).toMatchObject(settled);
      expect(await d.t.events(id)).toContain('ADJUSTMENT_SETTLED');
    });

    it('are put back when a person keeps the desk’s, a single one in place', async () => {
      const id = await d.opened(STOP);
      payDividend(d.account, 'NVDA', '0.25');
      await d.looks(1);
      await d.choose(id, 'KEEP');
      expect(d.working()).toEqual(['sell stop 5 at 1150']);
      expect(d.t.venue.count('DELETE /orders/:id')).toBe(0);
      await d.looks();
      expect(d.t.venue.count('PUT /orders/:id')).toBe(1);
      expect(await d.alerts()).toEqual([]);
    });

    it('are put back as a pair when a person keeps the desk’s', async () => {
      const id = await d.opened();
      payDividend(d.account, 'NVDA', '0.25');
      await d.looks(1);
      await d.choose(id, 'KEEP');
      await d.looks();
      expect(d.working()).toEqual(['sell limit 5 at 1300', 'sell stop 5 at 1150']);
      expect(await d.alerts()).toEqual([]);
      expect((await d.trade(id)).protection).toBe('VENUE');
    });

    it('are the desk’s again, with nothing to decide, when the venue reverts its change', async () => {
      const id = await d.opened();
      payDividend(d.account, 'NVDA', '0.25');
      await d.looks(1);
      payDividend(d.account, 'NVDA', '-0.25');
      await d.looks(1);
      expect((await d.stopOf(id))?.adjustment).toBeNull();
      expect(await d.alerts()).toEqual([]);
    });

    it('wait whichever price changed: a target’s, or a stop’s limit', async () => {
      const id = await d.opened();
      d.part('limit').price = dec('1290');
      await d.looks();
      expect((await d.alerts())[0]?.message).toContain('the target from 1300 to 1290');
      expect(d.working()).toContain('sell limit 5 at 1290');
      expect((await d.trade(id)).bracket.takeProfit?.toFixed()).toBe('1300');
    });

    it('with another size also leave the desk’s control, and are not adopted', async () => {
      const id = await d.opened(STOP);
      const before = d.touched();
      d.part('stop').quantity = dec(3);
      await d.looks();
      d.t.venue.setQuote('NVDA', { bid: 1149, ask: 1149.2, last: 1149.1 });
      await d.looks();
      d.t.venue.setQuote('NVDA', { bid: 1200, ask: 1200.2, last: 1200.1 });
      expect(d.touched()).toBe(before);
      const kinds = (await d.alerts()).map(({ kind }) => kind).sort();
      expect(kinds).toEqual(['FOREIGN_CHANGE', 'UNPROTECTED']);
      await expect(d.choose(id, 'ADOPT')).rejects.toMatchObject({
        code: 'BAD_USER_INPUT',
        detail: { field: 'input.choice' },
      });
      await d.choose(id, 'KEEP');
      await d.looks();
      expect(d.working()).toEqual(['sell stop 5 at 1150']);
      expect(await d.alerts()).toEqual([]);
    });
  });

  describe('while positions', () => {
    it('cannot be read, nothing changes, and the next sync asks again', async () => {
      const id = await d.opened();
      const before = d.touched();
      d.split();
      d.t.venue.fail('GET /positions', { hangUp: true }, 6);
      await d.looks(1);
      expect(await d.trade(id)).toMatchObject({ status: 'OPEN' });
      expect(await d.alerts()).toEqual([]);
      d.t.venue.heal();
      await d.looks(1);
      expect(await d.trade(id)).toMatchObject({ status: 'NEEDS_REVIEW' });
      expect(d.touched()).toBe(before);
    });

    it('lag behind the orders, a split is named and nothing changes; then the trade goes under review', async () => {
      const id = await d.opened();
      const before = d.touched();
      d.split();
      d.t.venue.setPosition('NVDA', 5, 6000.5);
      await d.looks();
      expect((await d.alerts())[0]?.message).toContain(
        'a split is likely, whose shares are not in',
      );
      d.t.venue.setPosition('NVDA', 50, 6000.5);
      await d.t.desk.reconcile.execute();
      await d.looks();
      expect(await d.trade(id)).toMatchObject({
        status: 'NEEDS_REVIEW',
        doubt: { cause: 'SPLIT' },
      });
      expect(d.touched()).toBe(before);
    });

    it('changed after the look, no choice is accepted', async () => {
      const id = await d.opened();
      payDividend(d.account, 'NVDA', '0.25');
      await d.looks(1);
      d.t.venue.setPosition('NVDA', 50, 6000.5);
      const refused = { code: 'BAD_USER_INPUT', detail: { field: 'input.choice' } };
      await expect(d.choose(id, 'KEEP')).rejects.toMatchObject(refused);
      await expect(d.move(id, '1140')).rejects.toMatchObject({ code: 'BAD_USER_INPUT' });
    });
  });
});
