import type { Submission } from '../../ports/broker.ts';
import { BrokerRejected } from '../../ports/broker.ts';
import type { Tag } from '../../domain/ids.ts';
import type { SettledSwap, SwapFate } from '../../domain/swap/paper-swap.ts';
import { readSwap, type SwapOrder } from '../../domain/swap/swap-order.ts';
import type { Order } from '../../domain/order/order.ts';
import type { HoldingOf, NewSwap } from './swap-store.ts';

/** A submission as one swap of one trade. */
export interface OrderedSwap {
  readonly swap: SwapOrder;
  readonly order: Order;
  readonly of: HoldingOf & { readonly tag: Tag };
}

/** @throws {BrokerRejected} the submission is no swap. */
export function orderedSwap(submission: Submission): OrderedSwap {
  const read = readSwap(submission);
  const [order] = submission.orders;
  if ('why' in read) throw new BrokerRejected(read.why);
  if (!order) throw new BrokerRejected('a swap is a single order');
  const { swap } = read;
  const { tag } = submission;
  return { swap, order, of: { tag, tradeId: order.tradeId, mint: swap.token.symbol } };
}

export interface EndedSwap {
  readonly fate: SwapFate;
  readonly settled: SettledSwap;
  readonly sentAt: Date;
  readonly endedAt: Date;
}

export function recordOf({ order, of }: OrderedSwap, ended: EndedSwap): NewSwap {
  const { side, type, quantity, limitPrice } = order;
  const { fate, settled, sentAt, endedAt } = ended;
  const { filled, fees } = settled;
  return {
    ...{ ...of, side, type, quantity, limitPrice, fees, sentAt, endedAt },
    ...{ fate: fate.kind, reason: fate.kind === 'LANDED' ? null : fate.reason },
    ...{ filledQuantity: filled.quantity, filledValue: filled.value },
  };
}
