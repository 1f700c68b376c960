import { isToken } from '../../domain/instrument/instrument.ts';
import type { JudgedPrice } from '../../domain/price/judged-price.ts';
import { NOT_WHEN_MET, swapChecks } from '../../domain/risk/check-swap.ts';
import { purchaseOf } from '../../domain/swap/purchase.ts';
import type { SwapQuote } from '../../domain/token/swap-quote.ts';
import type { Trade } from '../../domain/trade/trade.ts';
import type { BookDeps } from '../steps/book-deps.ts';
import { withBookRisks } from './book-risks.ts';
import { limitsOf } from './entry-check.ts';

/** A waiting entry whose limit is met by a quote of its own size. */
interface MetEntry {
  readonly trade: Trade;
  readonly quote: SwapQuote;
  /** Judged with that quote. */
  readonly judged: JudgedPrice;
}

/**
 * Why a waiting entry must not be made now, in words; null when it may. Its cost and limits were checked when it was
 * placed: only its price, its swap and its token are checked again.
 */
export function entryAtLimit(
  deps: Pick<BookDeps, 'book' | 'settings' | 'tokens' | 'allowedMints'>,
) {
  return async ({ trade, quote, judged }: MetEntry): Promise<string | null> => {
    const { instrument, username } = trade;
    const verdict = judged.verdicts.find(({ action }) => action === 'ENTRY');
    if (!verdict?.allowed) return verdict?.reason ?? 'No price is believed.';
    const purchase = isToken(instrument) ? purchaseOf(quote, instrument) : null;
    if (!purchase) return 'Nothing would come of the swap.';
    const limits = limitsOf(deps, await deps.settings.of(username));
    const risky = isToken(instrument)
      ? await withBookRisks(deps, instrument, username, judged)
      : judged;
    const checks = swapChecks({ judged: risky, ...purchase }, limits);
    const failed = checks.find(({ rule, passed }) => !passed && !NOT_WHEN_MET.has(rule));
    return failed?.message ?? null;
  };
}
