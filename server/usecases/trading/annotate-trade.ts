import { annotate, type Annotation } from '../../domain/trade/annotate.ts';
import type { Trade } from '../../domain/trade/trade.ts';
import type { BookDeps } from '../steps/book-deps.ts';
import type { Actor, AnnotateInput } from '../../ports/trading-system.ts';
import type { ChangeKind } from '../steps/decision.ts';
import { versionedChange } from '../steps/versioned-change.ts';

/** A person changes notes and labels. */
export const ANNOTATE: ChangeKind<Annotation> = { name: 'ANNOTATE', take: annotate };

/** Changes a trade's notes and labels. @throws {Refusal} CONFLICT, NOT_FOUND, BAD_USER_INPUT */
export async function annotateTrade(
  deps: BookDeps,
  actor: Actor,
  input: AnnotateInput,
): Promise<Trade> {
  const call = { ...input, actor, action: 'ANNOTATE_TRADE' };
  const { notes, tags } = input;
  return (await versionedChange(deps, call, ANNOTATE, () => ({ notes, tags }))).trade;
}
