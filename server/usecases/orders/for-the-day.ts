import { higherSwitch } from '../../domain/account/account.ts';
import type { Tag } from '../../domain/ids.ts';
import type { Order } from '../../domain/order/order.ts';
import { mayDiffer, placeAnew } from '../../domain/trade/refused-entry.ts';
import type { TradeDraft } from '../../domain/trade/trade-draft.ts';
import type { TradeAggregate } from '../../domain/trade/trade.ts';
import type { BookChange } from '../../ports/book.ts';
import type { BookDeps } from '../steps/book-deps.ts';
import { changeAndTell } from '../steps/change-trade.ts';
import type { ChangeKind } from '../steps/decision.ts';

/** What goes out in place of orders that were refused; no orders: nothing does, for the `reason`. */
export interface ForTheDay {
  readonly stored: TradeAggregate;
  readonly orders: readonly Order[];
  readonly reason: string;
}

export const SEND_FOR_THE_DAY: ChangeKind<
  { readonly tag: Tag; readonly reason: string },
  readonly Order[]
> = {
  name: 'SEND_FOR_THE_DAY',
  take: (draft, { tag, reason }) => storeForTheDay(draft, tag, reason),
};

/**
 * The venue has certainly refused the orders of a tag, because the exits were to stand longer than their entry. This
 * stores the same orders as DAY orders, to be sent instead. None when the entry is not a DAY order, real money is at
 * stake, entries are halted by now, or another request has changed the orders meanwhile.
 */
export async function forTheDay(
  deps: BookDeps,
  { trade }: TradeAggregate,
  tag: Tag,
  reason: string,
): Promise<ForTheDay> {
  let why = reason;
  const by = { at: deps.clock.now(), actor: 'desk' };
  const given = async (stored: TradeAggregate, change: BookChange) => {
    if (!isMixed(stored, tag)) return null;
    const { killSwitch } = await change.account();
    const isHalted = higherSwitch(killSwitch, deps.deskHalt()) !== 'OFF';
    if (mayDiffer(stored.trade) && !isHalted) return { tag, reason };
    why = placeAnew(reason);
    return null;
  };
  const { stands, told } = await changeAndTell(deps, trade, by, SEND_FOR_THE_DAY, given);
  return { stored: stands, orders: told ?? [], reason: why };
}

function isMixed({ orders }: TradeAggregate, tag: Tag): boolean {
  const sent = orders.filter((order) => order.tag === tag);
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
