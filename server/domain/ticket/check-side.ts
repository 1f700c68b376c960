import type { AssetClass, Instrument } from '../instrument/instrument.ts';
import type { OrderSide } from '../order/order.ts';
import { badInput } from '../refusal.ts';
import type { TicketInput } from './ticket.ts';

const ENTRY_SIDES: Readonly<
  Record<AssetClass, { readonly sides: readonly OrderSide[]; readonly why: string }>
> = {
  OPTION: {
    sides: ['BUY_TO_OPEN', 'SELL_TO_OPEN'],
    why: 'An option trade opens with BUY_TO_OPEN or SELL_TO_OPEN.',
  },
  EQUITY: { sides: ['BUY'], why: 'Shares are bought: short selling is not offered.' },
  TOKEN: { sides: ['BUY'], why: 'Tokens are bought: short selling is not offered.' },
};

/** Checks a ticket's side. @throws {Refusal} BAD_USER_INPUT when this side does not open such an instrument. */
export function checkSide({ side }: TicketInput, { assetClass }: Instrument): void {
  const { sides, why } = ENTRY_SIDES[assetClass];
  if (!sides.includes(side)) throw badInput('input.side', why);
}
