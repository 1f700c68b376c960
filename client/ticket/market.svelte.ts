import {
  ChainDocument,
  CurrentQuotesDocument,
  ExpirationsDocument,
  QuoteUpdatedDocument,
  ShortDaysDocument,
} from '../gql/graphql.ts';
import type { Desk } from '../desk/desk.svelte.ts';
import { Live } from '../lib/live.ts';
import { daysUntil } from '../lib/times.ts';
import { TermReader } from './term-reader.svelte.ts';
import { atTheMoneyIv, expectedMove, type ChainRow } from './chain-view.ts';

/** A month: far enough to lose little by tomorrow, near enough to be liquid. */
const USUAL_DAYS = 30;

/** The longest span of exchange days in one request. */
const MOST_DAYS = 1000;

function daysApart(from: string, to: string): number {
  return (Date.parse(to) - Date.parse(from)) / 86_400_000;
}

/** The market of one underlying: its expirations, one chain, and quotes. */
export class Market {
  #chosen = $state<string | null>(null);

  constructor(
    private readonly desk: Desk,
    readonly underlying: string,
  ) {}

  readonly #now = () => this.desk.clock.now;

  readonly #expirations = $derived.by(
    () =>
      new Live(this.desk.client, this.desk.link, {
        query: ExpirationsDocument,
        variables: { mode: this.desk.mode, underlying: this.underlying },
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
    return new Live(this.desk.client, this.desk.link, {
      query: ShortDaysDocument,
      variables: { from, to: last },
    });
  });

  /** Expirations on which the exchange closes early, with the name of the day. */
  readonly halfDays: ReadonlyMap<string, string> = $derived.by(() => {
    const days = this.#days?.current?.exchangeDays ?? [];
    const short = days.filter(({ halfDay }) => halfDay);
    return new Map(short.map(({ date, name }) => [date, name ?? 'half-day']));
  });

  /** Null until the server's time is known: a chain by a guessed day would change under the cursor. */
  readonly expiration: string | null = $derived.by(() => {
    const all = this.expirations ?? [];
    if (this.#chosen && all.includes(this.#chosen)) return this.#chosen;
    if (!this.desk.clock.known) return null;
    const openedAt = this.desk.clock.opening();
    const distance = (date: string) => Math.abs(daysUntil(date, openedAt) - USUAL_DAYS);
    return [...all].sort((a, b) => distance(a) - distance(b))[0] ?? null;
  });

  readonly chain = $derived.by(() => {
    const { expiration } = this;
    if (!expiration) return null;
    return new Live(this.desk.client, this.desk.link, {
      query: ChainDocument,
      variables: { mode: this.desk.mode, underlying: this.underlying, expiration },
    });
  });

  readonly term = $derived.by(() => {
    const of = { mode: this.desk.mode, underlying: this.underlying };
    return new TermReader(this.desk.client, of, this.#now);
  });

  readonly spotQuote = $derived.by(() => this.quotesOf([this.underlying]));

  readonly rows: readonly ChainRow[] = $derived.by(
    () => this.chain?.current?.optionChain.rows ?? [],
  );

  /** The mid of the underlying's quote; before that, the price of its chain. */
  readonly spot: string | null = $derived.by(
    () =>
      this.spotQuote.current?.quotes[0]?.mid ??
      this.chain?.current?.optionChain.underlyingPrice ??
      null,
  );
  readonly spotNumber = $derived(this.spot === null ? null : Number(this.spot));
  readonly iv = $derived(atTheMoneyIv(this.rows, this.spotNumber));
  readonly move = $derived.by(() =>
    this.expiration ? expectedMove(this.rows, this.spotNumber, this.expiration, this.#now()) : null,
  );

  choose(expiration: string): void {
    this.#chosen = expiration;
  }

  /** Quotes pushed as they change; the cache updates all places that show them. At most 500 symbols. */
  quotesOf(symbols: string[]) {
    const variables = { mode: this.desk.mode, symbols };
    return new Live(this.desk.client, this.desk.link, {
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
