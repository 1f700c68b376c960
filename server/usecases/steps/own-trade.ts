import type { TradeId } from '../../domain/ids.ts';
import { Refusal } from '../../domain/refusal.ts';
import type { TradeAggregate } from '../../domain/trade/trade.ts';
import type { BookReader } from '../../ports/book.ts';

/** @throws {Refusal} NOT_FOUND, also for another user's trade. */
export async function ownTrade(reader: BookReader, id: TradeId): Promise<TradeAggregate> {
  const found = await reader.trade(id);
  if (!found) throw new Refusal('NOT_FOUND', `There is no trade ${id}.`);
  return found;
}

/** @throws {Refusal} CONFLICT with the current trade, when it is at another version. */
export function checkVersion({ trade }: TradeAggregate, expected: number): void {
  if (trade.version === expected) return;
  throw new Refusal(
    'CONFLICT',
    `The trade is at version ${trade.version}, not ${expected}: look again before you change it.`,
    { current: trade },
  );
}
