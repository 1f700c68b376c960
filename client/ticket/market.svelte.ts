import type { Client } from '@urql/svelte';
import {
  ChainDocument,
  CurrentQuotesDocument,
  ExpirationsDocument,
  QuoteUpdatedDocument,
  ShortDaysDocument,
} from '../gql/graphql.ts';
import type { Link } from '../lib/link.svelte.ts';
import { Live } from '../lib/live.ts';
import { daysUntil } from '../lib/times.ts';
import { TermReader } from './term-reader.svelte.ts';
import { atTheMoneyIv, expectedMove, type ChainRow } from './chain-view.ts';

/** A month out: long enough not to decay by tomorrow, near enough to be liquid. */
const USUAL_DAYS = 30;

/** As far as the calendar is asked for at once. */
const MOST_DAYS = 1000;

function daysApart(from: string, to: string): number {
  return (Date.parse(to) - Date.parse(from)) / 86_400_000;
}

/** The quotes of one underlying: its expirations, one chain, and the instruments in view. */
export class Market {
  #chosen = $state<string | null>(null);

  constructor(
    readonly client: Client,
    readonly link: Link,
    readonly underlying: string,
    private readonly now: () => number,
  ) {}

  readonly #expirations = $derived.by(
    () =>
      new Live(this.client, this.link, {
        query: ExpirationsDocument,
        variables: { underlying: this.underlying },
      }),
  );

  get error() {
    return this.#expirations.error ?? this.chain?.error ?? null;
  }

  get expirations(): readonly string[] | null {
    return this.#expirations.current?.optionExpirations ?? null;
  }

  readonly #days = $derived.by(() => {
    const [from] = this.expirations ?? [];
    if (!from) return null;
    const last = this.expirations?.findLast((date) => daysApart(from, date) <= MOST_DAYS) ?? from;
    return new Live(this.client, this.link, {
      query: ShortDaysDocument,
      variables: { from, to: last },
    });
  });

  /** Expirations on which the exchange closes early, with why. */
  readonly halfDays: ReadonlyMap<string, string> = $derived.by(() => {
    const days = this.#days?.current?.exchangeDays ?? [];
    const short = days.filter(({ halfDay }) => halfDay);
    return new Map(short.map(({ date, name }) => [date, name ?? 'half-day']));
  });

  readonly expiration: string | null = $derived.by(() => {
    const all = this.expirations ?? [];
    if (this.#chosen && all.includes(this.#chosen)) return this.#chosen;
    const distance = (date: string) => Math.abs(daysUntil(date, this.now()) - USUAL_DAYS);
    return [...all].sort((a, b) => distance(a) - distance(b))[0] ?? null;
  });

  readonly chain = $derived.by(() => {
    const { expiration } = this;
    if (!expiration) return null;
    return new Live(this.client, this.link, {
      query: ChainDocument,
      variables: { underlying: this.underlying, expiration },
    });
  });

  readonly term = $derived.by(() => new TermReader(this.client, this.underlying, this.now));

  /** The underlying's own quote, pushed as it changes. */
  readonly spotQuote = $derived.by(() => this.quotesOf([this.underlying]));

  readonly rows: readonly ChainRow[] = $derived.by(
    () => this.chain?.current?.optionChain.rows ?? [],
  );

  /** The middle of the underlying's quote, else what the chain was made with. */
  readonly spot: string | null = $derived.by(
    () =>
      this.spotQuote.current?.quotes[0]?.mid ??
      this.chain?.current?.optionChain.underlyingPrice ??
      null,
  );
  readonly spotNumber = $derived(this.spot === null ? null : Number(this.spot));
  readonly iv = $derived(atTheMoneyIv(this.rows, this.spotNumber));
  readonly move = $derived.by(() =>
    this.expiration ? expectedMove(this.rows, this.spotNumber, this.expiration, this.now()) : null,
  );

  choose(expiration: string): void {
    this.#chosen = expiration;
  }

  /** Quotes pushed as they change; wherever else on screen they stand, they follow. At most 500. */
  quotesOf(symbols: string[]) {
    const variables = { symbols };
    return new Live(this.client, this.link, {
      query: CurrentQuotesDocument,
      variables,
      push: { document: QuoteUpdatedDocument, variables },
    });
  }

  refresh(): void {
    this.chain?.refresh();
    this.spotQuote.refresh();
  }
}
