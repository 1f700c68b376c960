import type { Tag } from '../../domain/ids.ts';
import type { Mark } from '../../domain/market/mark.ts';
import { applyReports, type OrderReport } from '../../domain/reports/apply-report.ts';
import type { ChangeKind } from '../steps/decision.ts';
import { learnOutcome, reportContext, type Outcome } from './learn-outcome.ts';

/** `mark`: the market as the entry filled; null when that is unknown, or it has not. */
export const LEARN_ANSWER: ChangeKind<{
  readonly tag: Tag;
  readonly outcome: Outcome;
  readonly mark: Mark | null;
}> = {
  name: 'LEARN_ANSWER',
  take: (draft, { tag, outcome, mark }) => learnOutcome(draft, tag, outcome, mark),
};

/** What the venue reports of single orders, where nothing else is learned. */
export const LEARN_ORDERS: ChangeKind<{ readonly reports: readonly OrderReport[] }> = {
  name: 'LEARN_ORDERS',
  take: (draft, { reports }) => applyReports(draft, reports, reportContext(draft, null)),
};
