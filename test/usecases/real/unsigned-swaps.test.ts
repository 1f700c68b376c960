import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { databases } from '../../support/databases/databases.ts';
import { codeOf } from '../../support/desks/real-desk.ts';
import { BONK, SwapDesk } from '../../support/desks/swap-desk.ts';
import { ADA } from '../../support/desks/tradier-desk.ts';

describe.each(databases())(
  'a swap of real money that is not to be signed, on %s,',
  (_name, open) => {
    let d: SwapDesk;
    beforeEach(async () => {
      d = await SwapDesk.start(open);
      await d.arm();
    });
    afterEach(() => d.end());

    it('since our inspection refuses it keeps no trade, a line in the log and an alert each', async () => {
      d.chain.breaks.push('PROGRAM', 'PROGRAM');
      const refused = d.buys();
      await expect(refused).rejects.toMatchObject({
        code: 'RISK_DENIED',
        detail: { checks: [{ passed: true }, { rule: 'PROGRAM', passed: false }] },
      });
      expect(await codeOf(d.buys())).toBe('RISK_DENIED');
      expect(await d.trades()).toBe(0);
      expect(d.chain.signed).toEqual([]);
      expect(await d.alerts()).toEqual(['ORDER_REFUSED', 'ORDER_REFUSED']);
      d.chain.breaks.push('PROGRAM', 'PROGRAM');
      const ticket = await d.confirmed();
      expect(await codeOf(d.place(ticket))).toBe('RISK_DENIED');
      expect(await codeOf(d.place(ticket))).toBe('RISK_DENIED');
      expect(await d.alerts(), 'with one key too').toHaveLength(4);
      const refusals = (await d.logged()).filter((action) => action === 'PLACE_TRADE_REFUSED');
      expect(refusals).toHaveLength(4);
    });

    it('since somebody may mint or freeze its token is refused as an entry alone, unless it is on the list', async () => {
      const { id } = await d.buys();
      d.chain.authorities.set(BONK.symbol, { freezeAuthority: 'issuer' });
      await d.rounds('1', 8);
      await expect(d.place(d.ticket())).rejects.toMatchObject({ code: 'CONFIRMATION_REQUIRED' });
      const preview = await d.desk.previews.trade(ADA, d.ticket());
      const safety = preview.riskChecks.find(({ rule }) => rule === 'TOKEN_SAFETY');
      expect(safety).toMatchObject({ passed: false, actual: 'FREEZE_AUTHORITY' });
      expect(safety?.message).toContain('where ALLOWED_MINTS of the server names its mint');
      expect(preview.confirmationToken).toBeNull();
      const listed = d.server((deps) => ({ ...deps, allowedMints: new Set([BONK.symbol]) }));
      const allowed = await listed.previews.trade(ADA, d.ticket());
      expect(allowed.riskChecks.find(({ rule }) => rule === 'TOKEN_SAFETY')?.passed).toBe(true);
      expect((await d.closes(id)).status).toBe('MANUAL_CLOSE');
    });

    it('since its mint has other decimals than Jupiter says is not entered', async () => {
      d.chain.authorities.set(BONK.symbol, { decimals: 6 });
      expect(await codeOf(d.buys())).toBe('PRICE_UNTRUSTED');
    });

    it('since it would get less than our own price asks for is refused, whatever the venue says', async () => {
      const ticket = await d.confirmed();
      d.tokens.quoteAt(BONK.symbol, '1.2');
      expect(await codeOf(d.place(ticket))).toMatch(/PRICE_UNTRUSTED|RISK_DENIED/);
      expect(d.chain.signed).toEqual([]);
    });

    it('since the desk stops is ended, and nothing is sent', async () => {
      const ticket = await d.confirmed();
      d.stopping = true;
      const { id } = await d.place(ticket);
      expect(await d.orders(id)).toEqual(['ENTRY CANCELED']);
      expect([d.chain.signed, d.chain.sent]).toEqual([[], []]);
    });

    it('since another server has given it up meanwhile is not sent', async () => {
      const ticket = await d.confirmed();
      const other = d.server(undefined, true);
      d.chain.beforeSign = async () => {
        for (let look = 0; look < 2; look += 1) {
          d.clock.advance(60_000);
          await other.syncOrders.execute();
        }
      };
      const { id } = await d.place(ticket);
      expect(await d.orders(id)).toEqual(['ENTRY CANCELED']);
      expect(await d.status(id)).toBe('CANCELED');
      expect([d.chain.signed.length, d.chain.sent]).toEqual([1, []]);
    });

    it('but was signed before the desk stops is sent all the same', async () => {
      const ticket = await d.confirmed();
      d.chain.beforeSign = async () => void (d.stopping = true);
      const { id } = await d.place(ticket);
      expect(await d.orders(id)).toEqual(['ENTRY FILLED']);
    });
  },
);
