import type { Statement } from '../../domain/order/describe-statement.ts';
import { BrokerBusy, BrokerUnreachable, type Broker } from '../../ports/broker.ts';

/**
 * The account's statement, in one request of each kind. Lines on exercise and assignment often have no symbol
 * unless it is requested, so a single symbol is. A venue that does not answer has reported nothing yet.
 */
export async function askStatement(
  broker: Broker,
  symbols: readonly string[],
  from: string,
): Promise<Statement> {
  const symbol = symbols.length === 1 ? symbols[0] : undefined;
  try {
    const [events, closed] = await Promise.all([
      broker.accountHistory(from, symbol),
      broker.closedPositions(from, symbol),
    ]);
    return { events, closed };
  } catch (error) {
    if (error instanceof BrokerUnreachable || error instanceof BrokerBusy) {
      return { events: [], closed: [] };
    }
    throw error;
  }
}
