import fc from 'fast-check';
import { expect, it } from 'vitest';
import { MOST_CHARACTERS, pageOf, type Paged } from '../../server/mcp/paging.ts';
import type { Told } from '../../server/mcp/tool.ts';

const items = fc.array(fc.integer({ min: 0, max: 3 * MOST_CHARACTERS }), { maxLength: 12 });
const lists = fc.record({
  sizes: items,
  first: fc.integer({ min: 1, max: 5 }),
  list: fc.constantFrom(undefined, 'rows'),
});
const itemsOf = (sizes: readonly number[]) =>
  sizes.map((size, at) => ({ at, text: 'x'.repeat(size) }));
const sizeOf = (value: unknown) => JSON.stringify(value).length;

/** A list as the API answers for `args`, within the data of a tool. */
type Answer = (args: Readonly<Record<string, unknown>>) => unknown;

/** Follows `more.next` to the end; returns the items of every page. */
function allPages(answer: Answer, paged: Paged) {
  const pages: (readonly { readonly at: number }[])[] = [];
  let args: Readonly<Record<string, unknown>> = {};
  for (let turn = 0; turn < 50; turn += 1) {
    const whole = answer(args);
    const data = paged.list === undefined ? whole : { other: 1, [paged.list]: whole };
    const told: Told = { mode: null, ageSeconds: null, simulated: false, data };
    const { data: shown, more } = pageOf(told, paged, args);
    const part = (
      paged.list === undefined ? shown : (shown as Record<string, unknown>)[paged.list]
    ) as never;
    const nodes = paged.by === 'after' ? (part as { nodes: never }).nodes : part;
    pages.push(nodes);
    if (!more) return pages;
    expect(more.shown).toBe((nodes as readonly unknown[]).length);
    args = more.next;
  }
  throw new Error('The pages have no end');
}

function holds(pages: readonly (readonly { readonly at: number }[])[], all: readonly object[]) {
  expect(pages.flat()).toEqual(all);
  for (const page of pages) {
    if (page.length > 1) expect(sizeOf(page)).toBeLessThanOrEqual(MOST_CHARACTERS + 2);
    if (all.length > 0) expect(page.length).toBeGreaterThan(0);
  }
}

it('a plain list in pages has each item once, whole and in order', () => {
  fc.assert(
    fc.property(lists, ({ sizes, list }) => {
      const all = itemsOf(sizes);
      holds(
        allPages(() => all, { by: 'skip', ...(list && { list }) }),
        all,
      );
    }),
    { numRuns: 60 },
  );
});

it('a connection in pages has each item once, whole and in order, whatever its own page', () => {
  fc.assert(
    fc.property(lists, ({ sizes, first, list }) => {
      const all = itemsOf(sizes);
      const connection: Answer = ({ after }) => {
        const begin = after === undefined ? 0 : Number(after) + 1;
        const nodes = all.slice(begin, begin + first);
        const edges = nodes.map(({ at }) => ({ cursor: String(at) }));
        const hasNextPage = begin + first < all.length;
        const pageInfo = { hasNextPage, endCursor: edges.at(-1)?.cursor ?? null };
        return { totalCount: all.length, nodes, edges, pageInfo };
      };
      holds(allPages(connection, { by: 'after', ...(list && { list }) }), all);
    }),
    { numRuns: 60 },
  );
});
