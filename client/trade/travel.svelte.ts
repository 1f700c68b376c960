import type { Desk } from '../desk/desk.svelte.ts';
import { TradeThenDocument } from '../gql/graphql.ts';
import type { TradeDetailFragment } from '../gql/graphql.ts';
import { Live } from '../lib/live.ts';
import { route } from '../lib/route.svelte.ts';
import { asTrade, eventAfter, eventBefore, eventsSince, instantOf } from './travel.ts';

interface Seen extends TradeDetailFragment {
  readonly events: { readonly nodes: readonly { readonly occurredAt: string }[] };
}

/** Shows a trade as it was known at a past instant, which the address stores. */
export class Travel {
  constructor(
    private readonly desk: Desk,
    private readonly id: string,
    private readonly now: () => Seen | null,
  ) {}

  /** The instant shown, ms since 1970; null for now. */
  readonly at: number | null = $derived.by(() => instantOf(route.place.query.get('at')));

  readonly #asked = $derived.by(() => {
    if (this.at === null) return null;
    const variables = { id: this.id, at: new Date(this.at).toISOString() };
    const { client, link } = this.desk;
    return new Live(client, link, { query: TradeThenDocument, variables });
  });

  get error() {
    return this.#asked?.error ?? null;
  }

  /** True until the answer for this instant has arrived. */
  get pending(): boolean {
    return this.#asked !== null && this.#asked.current === undefined;
  }

  /** The trade at that instant; null while loading, and before its first event. */
  readonly then: TradeDetailFragment | null = $derived.by(() => {
    const found = this.#asked?.current?.tradeAsOf;
    const now = this.now();
    return found && now ? asTrade(found, now.context) : null;
  });

  get since(): number {
    return this.at === null ? 0 : eventsSince(this.#events, this.at);
  }

  get #events() {
    return this.now()?.events.nodes ?? [];
  }

  readonly back = (): void => this.go(eventBefore(this.#events, this.at) ?? this.at);

  readonly forward = (): void => this.go(eventAfter(this.#events, this.at));

  readonly go = (at: number | null): void => {
    const query = at === null ? '' : `?at=${new Date(at).toISOString()}`;
    route.go(`/trades/${this.id}${query}`, { replace: true });
  };
}
