import DataLoader from 'dataloader';
import { modeOfId } from '../domain/book/mode.ts';
import type { Order } from '../domain/order/order.ts';
import type { BookReader } from '../ports/book.ts';

interface Asked {
  readonly id: string;
  /** Sequence of an event of the trade; left out: as its orders stand now. */
  readonly asOf?: number;
}

/** Reads all orders of trades together: those of now in one read a book, those of a trade's past in one reading of its log. */
export function orderLoader(
  reader: (id: string) => BookReader | null,
): (asked: Asked) => Promise<readonly Order[]> {
  const now = new DataLoader<string, readonly Order[]>((ids) => ofNow(ids, reader));
  const then = new DataLoader<Asked, readonly Order[], string>((asked) => asOf(asked, reader), {
    cacheKeyFn: ({ id, asOf }) => `${id} ${asOf}`,
  });
  return (asked) => (asked.asOf === undefined ? now.load(asked.id) : then.load(asked));
}

async function ofNow(
  ids: readonly string[],
  reader: (id: string) => BookReader | null,
): Promise<readonly (readonly Order[])[]> {
  const found = new Map<string, readonly Order[]>();
  for (const mode of ['PAPER', 'REAL'] as const) {
    const group = ids.filter((id) => modeOfId(id) === mode);
    for (const [id, orders] of (await reader(group[0] ?? '')?.allOrdersOf(group)) ?? [])
      found.set(id, orders);
  }
  return ids.map((id) => found.get(id) ?? []);
}

async function asOf(
  asked: readonly Asked[],
  reader: (id: string) => BookReader | null,
): Promise<readonly (readonly Order[])[]> {
  const found = new Map<string, ReadonlyMap<number, readonly Order[]>>();
  for (const id of new Set(asked.map((each) => each.id))) {
    const sequences = asked.flatMap((each) => (each.id === id ? [each.asOf ?? 0] : []));
    found.set(id, (await reader(id)?.ordersAsOf(id, sequences)) ?? new Map());
  }
  return asked.map(({ id, asOf: sequence }) => found.get(id)?.get(sequence ?? 0) ?? []);
}
