import { type Instrument, type OptionContract, isOption } from '../instrument/instrument.ts';
import type { OrderSide } from '../order/order.ts';

/** A call that is sold: without shares behind it its loss has no bound. */
export function isShortCall(instrument: Instrument, side: OrderSide): instrument is OptionContract {
  return isOption(instrument) && instrument.right === 'CALL' && side === 'SELL_TO_OPEN';
}
