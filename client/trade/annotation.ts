/** The longest note that the server accepts. */
export const MOST_CHARACTERS = 10_000;

export interface Annotation {
  readonly version: number;
  readonly notes: string;
  readonly tags: readonly string[];
}

interface Annotated {
  readonly version: number;
  readonly notes?: string | null;
  readonly tags: readonly string[];
}

export function annotationOf({ version, notes, tags }: Annotated): Annotation {
  return { version, notes: notes ?? '', tags: [...tags] };
}

/** The annotation that a CONFLICT carries; null without any. */
export function currentAnnotation(current: unknown): Annotation | null {
  if (typeof current !== 'object' || current === null) return null;
  const { version, notes, tags } = current as Record<string, unknown>;
  if (typeof version !== 'number' || !Array.isArray(tags)) return null;
  const words = tags.filter((tag) => typeof tag === 'string');
  return { version, notes: typeof notes === 'string' ? notes : '', tags: words };
}

/** Adds a tag, trimmed and without duplicates. */
export function withTag(tags: readonly string[], typed: string): readonly string[] {
  const tag = typed.trim();
  return tag === '' || tags.includes(tag) ? tags : [...tags, tag];
}

/** Sends only what differs, so a simultaneous change of the other part is no conflict. */
export function annotationChange(
  from: Annotation,
  to: Pick<Annotation, 'notes' | 'tags'>,
): { notes?: string | null; tags?: string[] } {
  const sameTags = JSON.stringify(from.tags) === JSON.stringify(to.tags);
  return {
    ...(from.notes === to.notes ? {} : { notes: to.notes.trim() === '' ? null : to.notes }),
    ...(sameTags ? {} : { tags: [...to.tags] }),
  };
}

export function isSame(a: Pick<Annotation, 'notes' | 'tags'>, b: typeof a): boolean {
  return a.notes === b.notes && JSON.stringify(a.tags) === JSON.stringify(b.tags);
}
