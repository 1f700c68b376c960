import type { LimitUsePartsFragment } from '../gql/graphql.ts';
import { Exact } from '../lib/exact.ts';
import { money, quantity } from '../lib/format.ts';
import { symbolName } from '../lib/instrument.ts';

export interface LimitUse {
  rule: string;
  name: string;
  /** What is used, and by which underlying or symbol if the rule is about one. */
  used: string;
  limit: string | null;
  /** Both in one line. */
  text: string;
  share: number | null;
  state: 'ok' | 'near' | 'over';
}

const RULES: Readonly<Record<string, { name: string; counts: boolean }>> = {
  MAX_OPEN_TRADES: { name: 'Open trades', counts: true },
  MAX_TRADES_PER_DAY: { name: 'Trades today', counts: true },
  MAX_PER_UNDERLYING: { name: 'Per underlying', counts: true },
  MAX_ORDER_COST: { name: 'Order cost', counts: false },
  MAX_POSITION_COST: { name: 'Position cost', counts: false },
  MAX_DAILY_LOSS: { name: 'Daily loss', counts: false },
};
/** Dollars are near their limit from this share on, a count once the next one would exceed it. */
const NEAR = 0.8;

/** Amber when the next one would exceed it, red when it refuses everything. */
function stateOf(rule: string, used: Exact, limit: Exact): LimitUse['state'] {
  if (limit.isZero() || used.gt(limit)) return 'over';
  if (rule === 'MAX_DAILY_LOSS' && used.gte(limit)) return 'over';
  return used.gte(RULES[rule]?.counts ? limit : limit.times(NEAR)) ? 'near' : 'ok';
}

/** How much of each limit is used, by the server's figures. */
export function limitUse(uses: readonly LimitUsePartsFragment[]): LimitUse[] {
  return uses.map(({ rule, used, limit, subject }) => {
    const { name, counts } = RULES[rule] ?? { name: rule, counts: false };
    const shown = (value: string) => (counts ? quantity(value) : money(value));
    const of = limit == null ? null : shown(limit);
    if (used == null) {
      const text = of === null ? 'no limit' : `${of} each`;
      const state = limit != null && new Exact(limit).isZero() ? 'over' : 'ok';
      return { rule, name, used: 'per order', limit: of, text, share: null, state };
    }
    const usedText = subject ? `${shown(used)} ${symbolName(subject)}` : shown(used);
    const most = limit == null ? null : new Exact(limit);
    return {
      rule,
      name,
      used: usedText,
      limit: of,
      text: of === null ? `${usedText}, no limit` : `${usedText} of ${of}`,
      share: most && (most.isZero() ? 1 : new Exact(used).div(most).toNumber()),
      state: most ? stateOf(rule, new Exact(used), most) : 'ok',
    };
  });
}
