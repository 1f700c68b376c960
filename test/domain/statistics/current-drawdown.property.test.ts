import fc from 'fast-check';
import { expect, it } from 'vitest';
import { Decimal, dec, ZERO } from '../../../server/domain/decimal.ts';
import { currentDrawdown } from '../../../server/domain/statistics/current-drawdown.ts';
import { aClosedTrade } from '../../support/values/builders.ts';
import { closedColumns, statsOf } from '../../support/values/figures-of.ts';
import { NOON } from '../../support/fakes/fake-clock.ts';

const cents = fc.integer({ min: -50_000, max: 50_000 }).map((n) => dec(n).div(100));

it('the drawdown that limits entries is the running one of the statistics, to the last digit', () => {
  fc.assert(
    fc.property(fc.array(cents, { maxLength: 40 }), (nets) => {
      const trades = nets.map((net, at) =>
        aClosedTrade(net.plus(150).toFixed(), '0', {
          id: `paper_${at}`,
          closedAt: new Date(NOON.getTime() + at * 60_000),
        }),
      );
      let [sum, peak, deepest] = [ZERO, ZERO, ZERO];
      for (const [at, net] of nets.entries()) {
        sum = sum.plus(net);
        peak = Decimal.max(peak, sum);
        const now = currentDrawdown(closedColumns(trades.slice(0, at + 1)));
        expect(now.toFixed()).toBe(peak.minus(sum).toFixed());
        deepest = Decimal.max(deepest, now);
      }
      expect(statsOf(trades).maxDrawdown.toFixed()).toBe(deepest.toFixed());
    }),
  );
});
