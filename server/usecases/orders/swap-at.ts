import type { Tag, TradeId, Username } from '../../domain/ids.ts';
import type { PreparingBroker } from '../../ports/broker.ts';

/** A stored order of one swap, and the broker that carries it to its chain. */
export interface SwapAt {
  readonly broker: PreparingBroker;
  readonly username: Username;
  readonly tradeId: TradeId;
  readonly tag: Tag;
}
