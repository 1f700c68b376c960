import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';

interface Holder {
  readonly file: string;
  readonly title: string;
}

const HERE = import.meta.dirname;
const ROW = /^\| ([A-D]\d+) \| [^|]+ \| ([^|]+) \|$/gm;
const HOLDER = /^`([^`]+)` (.+)$/;

const rows = [...readFileSync(path.join(HERE, 'promises.md'), 'utf8').matchAll(ROW)].map(
  ([, id = '', held = '']) => ({ id, holders: held.split('<br>').map(holderOf) }),
);

/** `file` title. */
function holderOf(text: string): Holder {
  const [, file = '', title = ''] = HOLDER.exec(text.trim()) ?? [];
  return { file, title };
}

/** As a title stands in its source, whatever quotes are about it and however the formatter broke the line. */
function isTitledIn({ file, title }: Holder): boolean {
  const source = readFileSync(path.join(HERE, file), 'utf8').replaceAll("\\'", "'");
  return source.includes(title);
}

describe('the page of promises', () => {
  it('tells each line once, in order', () => {
    const ids = rows.map(({ id }) => id);
    expect(ids).toEqual([...new Set(ids)]);
    expect(ids.length).toBeGreaterThan(0);
  });

  it.each(rows)('$id is held by tests that exist', ({ holders }) => {
    expect(holders.filter((holder) => holder.file === '' || !isTitledIn(holder))).toEqual([]);
  });
});
