import type { Client } from '@urql/svelte';
import { OlderSnapshotsDocument } from '../gql/graphql.ts';
import type { ChartedSnapshotFragment } from '../gql/graphql.ts';

interface Page {
  readonly nodes: readonly ChartedSnapshotFragment[];
  readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor?: string | null };
}

/** More than a contract has in a month; older snapshots are left out, which the shown count reveals. */
const MOST_PAGES = 40;

/** All snapshots of a trade: the newest page is pushed, older pages are read once. */
export class Snapshots {
  #byId = new Map<string, ChartedSnapshotFragment>();
  #begun = false;
  all: readonly ChartedSnapshotFragment[] = $state.raw([]);

  constructor(
    private readonly client: Client,
    private readonly tradeId: string,
  ) {}

  take(newest: Page): void {
    this.#add(newest.nodes);
    if (this.#begun || !newest.pageInfo.hasNextPage) return;
    this.#begun = true;
    void this.#readOlder(newest.pageInfo.endCursor ?? null);
  }

  async #readOlder(from: string | null): Promise<void> {
    let after = from;
    for (let page = 1; after && page < MOST_PAGES; page += 1) {
      const { data } = await this.client
        .query(OlderSnapshotsDocument, { id: this.tradeId, after })
        .toPromise();
      const older = data?.trade?.snapshots;
      if (!older) return;
      this.#add(older.nodes);
      after = older.pageInfo.hasNextPage ? (older.pageInfo.endCursor ?? null) : null;
    }
  }

  #add(nodes: readonly ChartedSnapshotFragment[]): void {
    const fresh = nodes.filter(({ id }) => !this.#byId.has(id));
    if (fresh.length === 0) return;
    for (const node of fresh) this.#byId.set(node.id, node);
    this.all = [...this.#byId.values()];
  }
}
