import { badInput } from '../refusal.ts';
import type { TradeDraft } from './trade-draft.ts';

/** An undefined field stays as it is; null removes it. */
export interface Annotation {
  readonly notes?: string | null | undefined;
  readonly tags?: readonly string[] | null | undefined;
}

/**
 * Changes the notes and labels made after entry. The context keeps what was known at entry.
 * @throws {Refusal} BAD_USER_INPUT when nothing is given, or a label is empty.
 */
export function annotate(draft: TradeDraft, { notes, tags }: Annotation): void {
  if (notes === undefined && tags === undefined) {
    throw badInput('notes', 'Nothing to change: give notes, tags, or null for none.');
  }
  const labels = tags === undefined ? draft.trade.tags : (tags ?? []).map((tag) => tag.trim());
  const empty = labels.indexOf('');
  if (empty >= 0) throw badInput(`tags.${empty}`, 'A label is not empty.');
  const kept = { notes: notes === undefined ? draft.trade.notes : notes, tags: unique(labels) };
  if (kept.notes === draft.trade.notes && sameTags(kept.tags, draft.trade.tags)) return;
  draft.set(kept);
  const named = kept.tags.length > 0 ? `labels ${kept.tags.join(', ')}` : 'no labels';
  draft.record('NOTES_CHANGED', `Notes changed: ${kept.notes ? 'a note' : 'no note'}, ${named}.`);
}

function unique(labels: readonly string[]): readonly string[] {
  return [...new Set(labels)];
}

function sameTags(a: readonly string[], b: readonly string[]): boolean {
  return a.length === b.length && a.every((tag, at) => tag === b[at]);
}
