import DataLoader from 'dataloader';
import { modeOfId } from '../../domain/mode.ts';
import type { Order } from '../../domain/order/order.ts';
import type { BookReader } from '../../ports/book.ts';
import type { TradeVersion } from '../../ports/book-records.ts';

/** A trade as shown. `asOf`: the event of the log after which a past state is shown. */
export interface TradeShown extends TradeVersion {
  readonly asOf?: number;
}

/**
 * Loads all orders of trades together, in their state at the version shown: current orders in one read per
 * book, past ones in one read of the trade's log.
 */
export function orderLoader(
  reader: (id: string) => BookReader | null,
): (trade: TradeShown) => Promise<readonly Order[]> {
  const now = new DataLoader<TradeShown, readonly Order[], string>(
    (asked) => ofNow(asked, reader),
    { cacheKeyFn: ({ id, version }) => `${id} ${version}` },
  );
  const then = new DataLoader<TradeShown, readonly Order[], string>(
    (asked) => asOf(asked, reader),
    { cacheKeyFn: ({ id, asOf }) => `${id} ${asOf}` },
  );
  return (trade) => (trade.asOf === undefined ? now : then).load(trade);
}

async function ofNow(
  asked: readonly TradeShown[],
  reader: (id: string) => BookReader | null,
): Promise<readonly (readonly Order[])[]> {
  const found = new Map<TradeShown, readonly Order[]>();
  for (const mode of ['PAPER', 'REAL'] as const) {
    const group = asked.filter(({ id }) => modeOfId(id) === mode);
    const orders = (await reader(group[0]?.id ?? '')?.ordersAt(group)) ?? [];
    for (const [at, trade] of group.entries()) found.set(trade, orders[at] ?? []);
  }
  return asked.map((trade) => found.get(trade) ?? []);
}

async function asOf(
  asked: readonly TradeShown[],
  reader: (id: string) => BookReader | null,
): Promise<readonly (readonly Order[])[]> {
  const found = new Map<string, ReadonlyMap<number, readonly Order[]>>();
  for (const id of new Set(asked.map((each) => each.id))) {
    const sequences = asked.flatMap((each) => (each.id === id ? [each.asOf ?? 0] : []));
    found.set(id, (await reader(id)?.ordersAsOf(id, sequences)) ?? new Map());
  }
  return asked.map(({ id, asOf: sequence }) => found.get(id)?.get(sequence ?? 0) ?? []);
}
