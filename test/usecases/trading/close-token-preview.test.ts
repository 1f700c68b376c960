import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { dec } from '../../../server/domain/decimal.ts';
import { exits, TokenDesk } from '../../support/desks/token-desk.ts';
import { ADA } from '../../support/desks/tradier-desk.ts';

describe('the preview of a close of tokens', () => {
  let t: TokenDesk;
  beforeEach(async () => void (t = await TokenDesk.start()));
  afterEach(() => t.end());

  const preview = async (parts: object = {}) => {
    const id = await t.holds(exits('0.5'));
    const input = { ...(await t.keyed(id)), orderType: 'MARKET', limitPrice: null, ...parts };
    const { cost, fees, realizedPnl } = await t.desk.previews.close(ADA, input as never);
    return [cost, fees, realizedPnl].map((each) => each?.toFixed() ?? null);
  };

  it('tells what a sale of that size would bring, its network fee and the result', async () => {
    t.tokens.impactPct = '2';
    expect(await preview({ quantity: dec(50) })).toEqual(['-49', '0.01575', '-1']);
    expect(t.tokens.asked.at(-1)).toMatchObject({
      urgency: 'MARK',
      asked: { inAmount: 5_000_000n },
    });
  });

  it('of a limit counts by its limit', async () => {
    expect(await preview({ orderType: 'LIMIT', limitPrice: dec('1.1') })).toEqual([
      '-110',
      '0.01575',
      '10',
    ]);
  });

  it('leaves unknown what nobody quotes', async () => {
    t.tokens.quoting = 'NO_ROUTE';
    expect(await preview()).toEqual([null, '0', null]);
  });
});
