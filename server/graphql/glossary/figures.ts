import { BOOK } from './figures/book.ts';
import { CONFIDENCE } from './figures/confidence.ts';
import { EXITS } from './figures/exits.ts';
import { FILLS } from './figures/fills.ts';
import { GREEKS } from './figures/greeks.ts';
import { LIMITS } from './figures/limits.ts';
import { PREDICTIONS } from './figures/predictions.ts';
import { PRICE } from './figures/price.ts';
import { PROOFS } from './figures/proofs.ts';
import { RATIOS } from './figures/ratios.ts';
import { RUNS } from './figures/runs.ts';
import { SAFETY } from './figures/safety.ts';
import { STATISTICS } from './figures/statistics.ts';
import { STRATEGY } from './figures/strategy.ts';
import { TICKET } from './figures/ticket.ts';
import { TRADE } from './figures/trade.ts';
import type { Figures, TermGroup } from './term.ts';

/** All figures, by what they are about. */
export const FIGURES: Readonly<Record<Exclude<TermGroup, 'WORD'>, Figures>> = {
  BOOK: { ...BOOK, ...GREEKS },
  TRADE: { ...TRADE, ...EXITS, ...TICKET },
  PRICE: { ...PRICE, ...CONFIDENCE, ...FILLS },
  STATISTICS: { ...STATISTICS, ...RATIOS, ...PREDICTIONS },
  STRATEGY: { ...STRATEGY, ...RUNS },
  LIMIT: LIMITS,
  SAFETY: { ...SAFETY, ...PROOFS },
};
