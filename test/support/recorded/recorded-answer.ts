import type { TestContext } from 'vitest';
import { referenceFile } from './reference-file.ts';

/** The JSON of a recorded answer, e.g. `jupiter/docs-price-v3.json`; skips the test without the file. */
export function recordedAnswer({ skip }: Pick<TestContext, 'skip'>, path: string): unknown {
  const text = referenceFile(`fixtures/${path}`);
  return text === null ? skip() : JSON.parse(text);
}
