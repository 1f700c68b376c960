import { describe, expect, it } from 'vitest';
import type { TradeDetailFragment } from '../../../client/gql/graphql.ts';
import { stateRows } from '../../../client/trade/then-and-now.ts';

const NOW = Date.parse('2026-03-10T16:00:00Z');
const MARK = {
  ...{ bid: '1.40', ask: '1.50', mid: '1.45', price: '1.40', underlyingPrice: '610.00' },
  ...{ source: 'ORATS', sourceTime: '2026-03-10T15:59:30Z', delayed: false },
};

function trade(parts: object): TradeDetailFragment {
  return {
    assetClass: 'OPTION',
    ...{ phase: 'OPEN', status: 'OPEN', protection: 'VENUE', side: 'BUY_TO_OPEN' },
    ...{ filledQuantity: '1', exitPrice: null, settlement: null, mark: MARK },
    ...parts,
  } as unknown as TradeDetailFragment;
}
const shown = (parts: object) => Object.fromEntries(stateRows(trade(parts), NOW));

describe('the states of a trade', () => {
  it('show the current market beside the current price', () => {
    expect(shown({})).toMatchObject({
      ...{ 'Price, exit side': '1.40', 'Bid × ask': '1.40 × 1.50', Mid: '1.45' },
      ...{ Underlying: '610.00', Source: 'ORATS' },
    });
  });

  it('show no market of another time beside the exit price', () => {
    expect(shown({ phase: 'CLOSED', status: 'TP_HIT', exitPrice: '2.00' })).toMatchObject({
      ...{ 'Price, exit side': '2.00', 'Bid × ask': '—', Mid: '—' },
      ...{ Underlying: '—', Source: 'its fills', 'Mark age': 'final' },
    });
  });

  it('show what a sale of a token would fetch beside its judged price, and no greeks', () => {
    const mark = { ...MARK, bid: null, ask: null, price: '0.000027984412', mid: '0.00002812' };
    const rows = shown({ assetClass: 'TOKEN', protection: 'WATCHED', mark });
    expect(rows).toMatchObject({ 'Sale quote': '0.00002798', Price: '0.00002812' });
    expect(rows).toMatchObject({ Protection: 'held by the desk' });
    expect(Object.keys(rows)).not.toContain('Bid × ask');
    expect(Object.keys(rows)).not.toContain('Delta');
  });

  it('show the close that settled it, and its source', () => {
    const settlement = { price: '612.34', source: 'TRADIER' };
    const closed = { phase: 'CLOSED', status: 'EXPIRED_ITM', exitPrice: '12.34', settlement };
    expect(shown(closed)).toMatchObject({ Underlying: '612.34', Source: 'TRADIER' });
  });
});
