import { untrack } from 'svelte';
import { route } from '../lib/route.svelte.ts';
import { filterOf, NO_FILTER, queryOf, type HistoryFilter } from './history-filter.ts';

const NAMES = [
  ...['text', 'underlying', 'strategy', 'tag', 'aiModel'],
  ...['outcome', 'status', 'assetClass', 'closed', 'opened'],
];

/** A screen's filter, stored in its address, so reload, back and a shared link restore it. */
export class AddressFilter {
  current = $state.raw(filterOf(route.place.query));

  constructor(readonly path: string) {}

  /** Keeps the text as typed; the address has it trimmed. */
  set(next: HistoryFilter): void {
    this.current = next;
    const query = new URLSearchParams(queryOf(next));
    for (const [name, value] of route.place.query) {
      if (!NAMES.includes(name)) query.set(name, value);
    }
    route.go(query.size ? `${this.path}?${query.toString()}` : this.path, { replace: true });
  }

  clear(): void {
    this.set(NO_FILTER);
  }

  /** For `$effect`: applies the filter of a followed link or of the back button. */
  follow(): void {
    const found = filterOf(route.place.query);
    if (queryOf(found) !== queryOf(untrack(() => this.current))) this.current = found;
  }
}
