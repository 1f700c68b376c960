import { higherSwitch } from '../../domain/account/account.ts';
import type { Tag } from '../../domain/ids.ts';
import type { Order } from '../../domain/order/order.ts';
import { mayDiffer, placeAnew } from '../../domain/trade/refused-entry.ts';
import type { TradeDraft } from '../../domain/trade/trade-draft.ts';
import type { TradeAggregate } from '../../domain/trade/trade.ts';
import type { BookDeps } from '../steps/book-deps.ts';
import { changeTrade } from '../steps/change-trade.ts';

/** What goes out in place of orders that were refused; no orders: nothing does, for the `reason`. */
export interface ForTheDay {
  readonly stored: TradeAggregate;
  readonly orders: readonly Order[];
  readonly reason: string;
}

/**
 * The venue has certainly refused the orders of a tag, because the exits were to stand longer than their entry. This
 * stores the same orders as DAY orders, to be sent instead. None when the entry is not a DAY order, real money is at
 * stake, entries are halted by now, or somebody else has decided on the orders meanwhile.
 */
export async function forTheDay(
  deps: BookDeps,
  { trade }: TradeAggregate,
  tag: Tag,
  reason: string,
): Promise<ForTheDay> {
  let orders: readonly Order[] = [];
  let why = reason;
  const by = { at: deps.clock.now(), actor: 'desk' };
  const stored = await changeTrade(deps, trade.username, trade.id, by, async (draft, change) => {
    if (!isMixed(draft, tag)) return;
    const { killSwitch } = await change.account();
    const isHalted = higherSwitch(killSwitch, deps.deskHalt()) !== 'OFF';
    if (mayDiffer(draft.trade) && !isHalted) orders = storeForTheDay(draft, tag, reason);
    else why = placeAnew(reason);
  });
  return { stored, orders, reason: why };
}

function isMixed(draft: TradeDraft, tag: Tag): boolean {
  const sent = draft.orders.filter((order) => order.tag === tag);
  return sent.some(({ role, timeInForce }) => role === 'ENTRY' && timeInForce === 'DAY');
}

function storeForTheDay(draft: TradeDraft, tag: Tag, reason: string): readonly Order[] {
  const sent = draft.orders.filter((order) => order.tag === tag);
  if (!sent.every(({ status }) => status === 'SUBMITTED')) return [];
  const orders = sent.map(({ id }) => draft.setOrder(id, { timeInForce: 'DAY', sentAt: draft.at }));
  draft.record(
    'ORDER_SUBMITTED',
    `The venue takes no exits beside a DAY entry that stand longer (${reason}): sent again, all for the day.`,
  );
  return orders;
}
