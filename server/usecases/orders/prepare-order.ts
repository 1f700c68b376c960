import type { Order } from '../../domain/order/order.ts';
import type { Unsigned } from '../../domain/reports/never-signed.ts';
import {
  InspectionRefused,
  isBrokerError,
  BrokerRejected,
  type PreparedOrder,
  type PreparingBroker,
} from '../../ports/broker.ts';
import type { RiskCheck } from '../../domain/refusal.ts';
import type { BookDeps } from '../steps/book-deps.ts';
import { toSubmission, type Placed } from './to-submission.ts';

/** Why an order was not even signed. `checks`: those of our inspection, where it refused. */
export interface NotPrepared {
  readonly unsigned: Unsigned;
  readonly checks: readonly RiskCheck[] | null;
}

/** Has the venue build a swap and inspects it. Nothing is signed. */
export async function prepareOrder(
  { log }: Pick<BookDeps, 'log'>,
  broker: PreparingBroker,
  trade: Placed,
  order: Order,
): Promise<PreparedOrder | NotPrepared> {
  try {
    return await broker.prepare(toSubmission({ trade }, [order]));
  } catch (error) {
    if (!isBrokerError(error)) throw error;
    const { message: reason } = error;
    log.warn('A swap was not signed', { tag: order.tag, reason });
    if (error instanceof InspectionRefused)
      return { unsigned: { status: 'DENIED', reason }, checks: error.checks };
    const status = error instanceof BrokerRejected ? 'REJECTED' : 'CANCELED';
    return { unsigned: { status, reason }, checks: null };
  }
}
