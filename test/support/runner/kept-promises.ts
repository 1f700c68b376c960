/** A test that holds a promise: its file under `test/`, and `describe › it` as in the source. */
export interface Holder {
  readonly file: string;
  readonly titles: readonly string[];
}

export interface Kept {
  readonly id: string;
  readonly holders: readonly Holder[];
}

/** How a test ended, by its file and its titles, outermost `describe` first. */
export interface Ended {
  readonly file: string;
  readonly titles: readonly string[];
  readonly state: 'passed' | 'failed' | 'skipped' | 'pending';
}

const PROMISE = /^- \*\*([A-Z]\d+)\*\* .+\n((?: {2}- .+\n)*)/gm;
const HOLDER = /^ {2}- `([^`]+)` (.+)$/gm;

export function readPromises(page: string): readonly Kept[] {
  return [...page.matchAll(PROMISE)].map(([, id = '', held = '']) => ({
    id,
    holders: [...held.matchAll(HOLDER)].map(([, file = '', name = '']) => ({
      file,
      titles: name.split(' › '),
    })),
  }));
}

/**
 * The promises that a run breaks, of those whose files it ran: a test is missing, failed or was skipped. When
 * a title covers many tests, at least one must pass and none may fail.
 */
export function brokenPromises(
  promises: readonly Kept[],
  ended: readonly Ended[],
): readonly string[] {
  const byFile = new Map<string, Ended[]>();
  for (const test of ended) {
    const ran = byFile.get(test.file);
    if (ran) ran.push(test);
    else byFile.set(test.file, [test]);
  }
  return promises.flatMap(({ id, holders }) =>
    holders.flatMap((holder) => {
      const ran = byFile.get(holder.file);
      const why = ran && whyBroken(holder, ran);
      return why ? [`${id}: ${holder.file} ${holder.titles.join(' › ')}: ${why}`] : [];
    }),
  );
}

function whyBroken({ titles }: Holder, ran: readonly Ended[]): string | null {
  const patterns = titles.map(patternOf);
  const held = ran.filter((test) => isUnder(test.titles, patterns));
  if (held.length === 0) return 'no such test ran';
  if (held.some(({ state }) => state === 'failed')) return 'failed';
  return held.some(({ state }) => state === 'passed') ? null : 'was skipped';
}

function isUnder(titles: readonly string[], patterns: readonly RegExp[]): boolean {
  return titles.some((_, at) =>
    patterns.every((pattern, n) => pattern.test(titles[at + n] ?? '\0')),
  );
}

/** `%s` and `$field.of` match whatever a table of cases puts there. */
function patternOf(title: string): RegExp {
  const parts = title.split(/%[sdifjoO#%]|\$[#\w.]+/);
  const literal = parts.map((part) => part.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'));
  return new RegExp(`^${literal.join('.*')}$`, 's');
}
