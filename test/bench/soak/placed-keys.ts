import type { LiveUser } from '../live/live-desk.ts';
import type { Evidence, Findings } from './evidence.ts';
import type { Placed } from './soak-traders.ts';
import { SOAKED } from './tickets.ts';

const PAGE = `query($after: String, $tag: String) {
  trades(mode: PAPER, first: 500, after: $after, filter: { tag: $tag }) {
    nodes { id context { strategy } }
    pageInfo { hasNextPage endCursor }
  } }`;

interface Page {
  readonly nodes: readonly {
    readonly id: string;
    readonly context: { readonly strategy: string };
  }[];
  readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string };
}

/** Checks that each accepted key has exactly the trade of its answer, and that no other key has a trade. */
export async function placedKeys({ desk, client, traders }: Evidence): Promise<Findings> {
  const found = new Map<string, string[]>();
  for (const user of desk.users)
    for (const { id, context } of await tradesOf(user, client)) {
      const key = context.strategy;
      found.set(key, [...(found.get(key) ?? []), id]);
    }
  const { placed } = traders;
  const known = new Set(placed.map(({ key }) => key));
  const strange = [...found.keys()].filter((key) => !known.has(key));
  return {
    seen: `${placed.length} keys, ${placed.filter(({ tradeId }) => tradeId).length} of them taken`,
    faults: [
      ...placed.flatMap((each) => wrongTrades(each, found.get(each.key) ?? [])),
      ...strange.map((key) => `${key}: nobody placed it`),
    ],
  };
}

/** In words, how the trades of a key differ from its answer; empty when they agree. */
export function wrongTrades(
  { key, tradeId, isAnswered }: Pick<Placed, 'key' | 'tradeId' | 'isAnswered'>,
  ids: readonly string[],
): readonly string[] {
  if (!isAnswered) return [`${key}: never answered, ${ids.length} trades`];
  const expected = tradeId === null ? [] : [tradeId];
  if (ids.length === expected.length && ids[0] === expected[0]) return [];
  return [
    `${key}: answered ${tradeId ?? 'with a refusal'}, has ${ids.join(' and ') || 'no trade'}`,
  ];
}

async function tradesOf(
  { token }: LiveUser,
  client: Evidence['client'],
): Promise<readonly Page['nodes'][number][]> {
  const all: Page['nodes'][number][] = [];
  for (let after: string | null = null; ;) {
    const answer = await client.ask(token, PAGE, { after, tag: SOAKED });
    const page = answer?.data?.trades as Page | undefined;
    if (!page) throw new Error(`No trades could be read: ${answer?.code}`);
    all.push(...page.nodes);
    if (!page.pageInfo.hasNextPage) return all;
    after = page.pageInfo.endCursor;
  }
}
