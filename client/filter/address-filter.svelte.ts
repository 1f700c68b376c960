import { untrack } from 'svelte';
import { route } from '../lib/route.svelte.ts';
import { filterOf, NO_FILTER, queryOf, type HistoryFilter } from './history-filter.ts';

const NAMES = [
  ...['text', 'underlying', 'strategy', 'tag', 'aiModel'],
  ...['outcome', 'status', 'assetClass', 'closed', 'opened'],
];

/** A screen's filter, kept in its address, so that reload, back and a sent link have it too. */
export class AddressFilter {
  current = $state.raw(filterOf(route.place.query));

  constructor(readonly path: string) {}

  /** Typed text stays as typed; the address has it without blanks around. */
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

  /** For `$effect`: takes over what a link or the way back brings. */
  follow(): void {
    const found = filterOf(route.place.query);
    if (queryOf(found) !== queryOf(untrack(() => this.current))) this.current = found;
  }
}
