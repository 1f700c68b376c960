import { type Instrument, type OptionContract, isOption } from '../instrument/instrument.ts';
import type { OrderSide } from '../order/order.ts';

/** Whether the entry sells a call: without shares to cover it, its loss is unlimited. */
export function isShortCall(instrument: Instrument, side: OrderSide): instrument is OptionContract {
  return isOption(instrument) && instrument.right === 'CALL' && side === 'SELL_TO_OPEN';
}
