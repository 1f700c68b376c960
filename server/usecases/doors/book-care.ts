import type { AdoptInput } from '../../domain/wallet/adoption.ts';
import type {
  BookSplitInput,
  Previews,
  ReviewInput,
  SettleAdjustmentInput,
  SettleCorrectionInput,
  TradeCare,
} from '../../ports/trade-doors.ts';
import type { Actor } from '../../ports/trading-system.ts';
import { refreshPrices } from '../marks/refresh-prices.ts';
import type { TakeSnapshots } from '../marks/take-snapshots.ts';
import type { BookDeps } from '../steps/book-deps.ts';
import { AdoptHolding } from '../trading/adopt-holding.ts';
import { bookSplit } from '../trading/book-split.ts';
import { PreviewAdjust } from '../trading/preview-adjust.ts';
import { previewSplit } from '../trading/preview-split.ts';
import { Preview } from '../trading/preview.ts';
import { ReviewTrade } from '../trading/review-trade.ts';
import { settleExitAdjustment } from '../trading/settle-exit-adjustment.ts';
import { settleFillCorrection } from '../trading/settle-fill-correction.ts';
import type { OrderSteps } from './book-trading.ts';

export class BookCare implements TradeCare {
  readonly #review: ReviewTrade;
  readonly #adopt: AdoptHolding;

  constructor(
    private readonly deps: BookDeps,
    private readonly steps: OrderSteps,
    private readonly takeSnapshots: TakeSnapshots,
  ) {
    this.#adopt = new AdoptHolding(deps);
    this.#review = new ReviewTrade(deps, steps.advance);
  }

  review(actor: Actor, input: ReviewInput) {
    return this.#review.execute(actor, input);
  }

  settleFillCorrection(actor: Actor, input: SettleCorrectionInput) {
    return settleFillCorrection(this.deps, actor, input);
  }

  settleExitAdjustment(actor: Actor, input: SettleAdjustmentInput) {
    return settleExitAdjustment(this.deps, this.steps.keyed, actor, input);
  }

  previewSplit(actor: Actor, input: BookSplitInput) {
    return previewSplit(this.deps, actor, input);
  }

  bookSplit(actor: Actor, input: BookSplitInput) {
    return bookSplit(this.deps, this.steps.keyed, actor, input);
  }

  previewAdoption(actor: Actor, input: AdoptInput) {
    return this.#adopt.preview(actor, input);
  }

  adoptHolding(actor: Actor, input: AdoptInput) {
    return this.#adopt.execute(actor, input);
  }

  refreshPrices({ username }: Actor) {
    return refreshPrices(this.deps, this.takeSnapshots, username);
  }
}

export function previewsOf(deps: BookDeps): Previews {
  const ticketOrClose = new Preview(deps);
  const bracket = new PreviewAdjust(deps);
  return {
    trade: (actor, input) => ticketOrClose.trade(actor, input),
    close: (actor, input) => ticketOrClose.close(actor, input),
    adjust: (actor, input) => bracket.execute(actor, input),
  };
}
