import { describe, expect, it } from 'vitest';
import {
  annotationChange,
  annotationOf,
  currentAnnotation,
  withTag,
} from '../../../client/trade/annotation.ts';

const from = annotationOf({ version: 3, notes: null, tags: ['a'] });

describe('a note of a trade', () => {
  it('sends only what changed, and null for an emptied note', () => {
    expect(annotationChange(from, { notes: '', tags: ['a'] })).toEqual({});
    expect(annotationChange(from, { notes: 'late', tags: ['a'] })).toEqual({ notes: 'late' });
    expect(annotationChange(from, { notes: '', tags: [] })).toEqual({ tags: [] });
    const noted = { ...from, notes: 'late' };
    expect(annotationChange(noted, { notes: '  ', tags: ['a'] })).toEqual({ notes: null });
  });

  it('takes a tag once, without its spaces', () => {
    expect(withTag(['a'], ' b ')).toEqual(['a', 'b']);
    expect(withTag(['a'], 'a')).toEqual(['a']);
    expect(withTag(['a'], '  ')).toEqual(['a']);
  });

  it('reads the current note from a conflict, and nothing from another error', () => {
    const current = { version: 5, notes: 'theirs', tags: ['x'], netPnl: '1' };
    expect(currentAnnotation(current)).toEqual({ version: 5, notes: 'theirs', tags: ['x'] });
    expect(currentAnnotation({ version: 5 })).toBeNull();
    expect(currentAnnotation(null)).toBeNull();
  });
});
