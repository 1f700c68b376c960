import type { Evidence } from './evidence.ts';
import type { PromotionReport } from './promotion.ts';

/** The gates of the rung above the present one, each judged by the evidence. */
export declare function promotionReport(evidence: Evidence): PromotionReport;
