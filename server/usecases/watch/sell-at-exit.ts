import type { ExitSignal } from '../../domain/exits/exit-signal.ts';
import { nameOfExit } from '../../domain/exits/due-at-desk.ts';
import { ruleExit, type ExitRuling, type SaleLook } from '../../domain/exits/token-exits.ts';
import type { Token } from '../../domain/instrument/instrument.ts';
import type { JudgedPrice } from '../../domain/price/judged-price.ts';
import { UNASKED } from '../../domain/trade/taken-back.ts';
import type { TradeAggregate } from '../../domain/trade/trade.ts';
import { changeAndTell } from '../steps/change-trade.ts';
import type { BookDeps } from '../steps/book-deps.ts';
import type { ChangeKind } from '../steps/decision.ts';
import type { PriceNeeded, QuotePace } from './quote-pace.ts';
import type { SwapLooks } from './swap-looks.ts';
import type { JudgedPrices } from './token-looks.ts';

/** The price and the quote that it was decided on. */
export const SELL_AT_EXIT: ChangeKind<
  { readonly judged: JudgedPrice; readonly sale: SaleLook },
  ExitRuling
> = {
  name: 'SELL_AT_EXIT',
  take: (draft, { judged, sale }) => {
    const ruling = ruleExit(draft.after, judged, sale);
    if (ruling.kind !== 'SELL') return ruling;
    const { role, limitPrice } = ruling;
    const quantity = draft.trade.openQuantity;
    const orderType = limitPrice ? 'LIMIT' : 'MARKET';
    const request = { quantity, orderType, limitPrice, role, requestedAt: draft.at } as const;
    draft.become('CLOSING', { closeRequest: { ...request, ...UNASKED } });
    draft.record('CLOSE_REQUESTED', words(role, judged, sale));
    return ruling;
  },
};

export interface ReachedExit {
  readonly aggregate: TradeAggregate;
  readonly token: Token;
  readonly role: ExitSignal;
  readonly judged: JudgedPrice;
}

/** Asks what a sale would fetch where a price has reached an exit, and requests the close if the quote agrees. */
export class SellAtExit {
  constructor(
    private readonly deps: Pick<BookDeps, 'book' | 'clock' | 'onUnlistedMove' | 'passFaultPoint'>,
    private readonly looks: SwapLooks,
    private readonly pace: QuotePace,
  ) {}

  /** The ruling on the exit. With `SELL` the close has been requested, and nothing is sent yet. */
  async rule(exit: ReachedExit, prices: JudgedPrices): Promise<ExitRuling> {
    const { aggregate, token, role, judged } = exit;
    const sale = await this.looks.sale(
      { token, username: aggregate.trade.username },
      aggregate.trade.openQuantity,
      prices,
    );
    const ruling = ruleExit(aggregate, judged, sale);
    if (ruling.kind === 'SELL') return this.#request(exit, sale);
    const silent = sale.kind === 'SILENT' && role === 'STOP_LOSS';
    // Without an answer a stop asks again at the next look, even in the same round of prices.
    if (!silent) this.#note(exit, neededBy(ruling, judged));
    return ruling;
  }

  #note({ aggregate, role, judged }: ReachedExit, needed: PriceNeeded | null): void {
    this.pace.note(nameOfExit(aggregate, role), judged, this.deps.clock.now(), needed);
  }

  /** Decides again on the trade as it is under the lock: another server may have sold, or a person moved the stop. */
  async #request({ aggregate, judged }: ReachedExit, sale: SaleLook): Promise<ExitRuling> {
    const { username, id } = aggregate.trade;
    const at = this.deps.clock.now();
    const by = { at, actor: 'desk' };
    const of = { username, id };
    const { told } = await changeAndTell(this.deps, of, by, SELL_AT_EXIT, () => ({ judged, sale }));
    this.deps.passFaultPoint?.('watch: triggered');
    return told ?? { kind: 'HOLD' };
  }
}

function neededBy(ruling: ExitRuling, { price }: JudgedPrice): PriceNeeded | null {
  if (ruling.kind !== 'SHORT_OF_TARGET' || !price || !ruling.pays?.greaterThan(0)) return null;
  return { price: price.times(ruling.target).div(ruling.pays), orHigher: true };
}

function words(role: ExitSignal, { price }: JudgedPrice, sale: SaleLook): string {
  const name = role === 'STOP_LOSS' ? 'Stop' : 'Target';
  const pays = sale.kind === 'QUOTED' ? `a sale is quoted at ${sale.price.toFixed()}` : 'no quote';
  return `${name} reached at ${price?.toFixed() ?? '—'}, ${pays}; the desk closes.`;
}
