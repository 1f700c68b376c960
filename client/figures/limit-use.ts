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
  /** `used` and `limit` in one line. */
  text: string;
  share: number | null;
  state: 'ok' | 'near' | 'over';
  /** The instant until which this limit holds entries back. */
  until: string | null;
}

const RULES: Readonly<Record<string, { name: string; counts: boolean }>> = {
  MAX_OPEN_TRADES: { name: 'Open trades', counts: true },
  MAX_TRADES_PER_DAY: { name: 'Trades today', counts: true },
  MAX_PER_UNDERLYING: { name: 'Per underlying', counts: true },
  MAX_ORDER_COST: { name: 'Order cost', counts: false },
  MAX_POSITION_COST: { name: 'Position cost', counts: false },
  MAX_EXPOSURE: { name: 'Exposure', counts: false },
  MAX_DAILY_LOSS: { name: 'Daily loss', counts: false },
  MAX_DRAWDOWN: { name: 'Drawdown', counts: false },
  LOSS_STREAK: { name: 'Losses in a row', counts: true },
};
/** These rules refuse every entry once their limit is reached. */
const REACHED = new Set(['MAX_DAILY_LOSS', 'MAX_DRAWDOWN']);
/** This rule checks each order alone, so nothing of its limit is used up. */
const PER_ORDER = 'MAX_ORDER_COST';
/** Dollars are near their limit from this share of it on; a count is near when one more would exceed it. */
const NEAR = 0.8;

/** Amber when the next trade would exceed the limit, red when the limit refuses every entry. */
function stateOf(
  { rule, until }: LimitUsePartsFragment,
  used: Exact,
  limit: Exact,
): LimitUse['state'] {
  // The count of losses in a row stays when the pause of entries is over.
  if (rule === 'LOSS_STREAK') return until ? 'over' : used.gte(limit) ? 'near' : 'ok';
  if (limit.isZero() || used.gt(limit)) return 'over';
  if (REACHED.has(rule) && used.gte(limit)) return 'over';
  return used.gte(RULES[rule]?.counts ? limit : limit.times(NEAR)) ? 'near' : 'ok';
}

/** How much of each limit is used, by the server’s figures. */
export function limitUse(uses: readonly LimitUsePartsFragment[]): LimitUse[] {
  return uses.map((use) => (use.used == null ? unused(use) : inUse(use, use.used)));
}

function inUse(use: LimitUsePartsFragment, used: string): LimitUse {
  const { rule, limit, subject, until = null } = use;
  const { name, shown } = wordsOf(rule);
  const of = limit == null ? null : shown(limit);
  const usedText = subject ? `${shown(used)} ${symbolName(subject)}` : shown(used);
  const most = limit == null ? null : new Exact(limit);
  return {
    rule,
    name,
    used: usedText,
    limit: of,
    text: of === null ? `${usedText}, no limit` : `${usedText} of ${of}`,
    share: most && (most.isZero() ? 1 : new Exact(used).div(most).toNumber()),
    state: most ? stateOf(use, new Exact(used), most) : 'ok',
    until,
  };
}

/** A limit without a used amount: the rule checks each order by itself, or the use was not asked for. */
function unused({ rule, limit }: LimitUsePartsFragment): LimitUse {
  const { name, shown } = wordsOf(rule);
  const of = limit == null ? null : shown(limit);
  const text = of === null ? 'no limit' : `${of} each`;
  const state = limit != null && new Exact(limit).isZero() ? 'over' : 'ok';
  const used = rule === PER_ORDER ? 'per order' : '';
  return { rule, name, used, limit: of, text, share: null, state, until: null };
}

function wordsOf(rule: string) {
  const { name, counts } = RULES[rule] ?? { name: rule, counts: false };
  return { name, shown: (value: string) => (counts ? quantity(value) : money(value)) };
}
