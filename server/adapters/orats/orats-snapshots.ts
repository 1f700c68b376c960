import type { OptionContract } from '../../domain/instrument/instrument.ts';
import { isAdjustedRoot, parseOccSymbol } from '../../domain/instrument/occ-symbol.ts';
import { joinedTicker } from '../../domain/instrument/share-class.ts';
import type { Quote } from '../../domain/market/quote.ts';
import type { Clock } from '../../ports/clock.ts';
import { MarketDataUnavailable, type SnapshotSource } from '../../ports/market-data.ts';
import { DelayedAnswers } from './delayed-answers.ts';
import { batchesOf, groupsOf, planLive, type LivePlan } from './live-plan.ts';
import type { OratsClient } from './orats-client.ts';
import { OratsFailure } from './orats-failure.ts';
import {
  equityQuote,
  isRowOf,
  optionQuote,
  strikeQuote,
  type OratsContext,
} from './orats-mapping.ts';
import { optionRow, strikeRow, underlyingRow } from './orats-schema.ts';

/** Prices are 15 minutes old, so requesting them more often is not worth it. */
const DELAYED_EVERY_MS = 5 * 60_000;
/** How long until a token denied the live product is tried again: a brokerage account may have been linked. */
const DENIED_FOR_MS = 24 * 3_600_000;
/** Live rows by OCC symbol have never been seen: if none come, this request is not tried for a day. */
const NOT_BY_OCC_FOR_MS = 24 * 3_600_000;

type Quotes = ReadonlyMap<string, Quote>;

/** The result of one call. */
interface Outcome {
  readonly quotes: Quotes;
  readonly failure: OratsFailure | null;
}

/**
 * Marks from ORATS: live ones in as few calls as `planLive` finds, and delayed ones for a token without that
 * right, and always for shares and adjusted contracts. ORATS does not document how it writes a share class:
 * it names series by OCC symbols, whose roots have no separator, so tickers are requested the same way.
 */
export class OratsSnapshots implements SnapshotSource {
  #deniedUntil = Number.NEGATIVE_INFINITY;
  #notByOccUntil = Number.NEGATIVE_INFINITY;
  readonly #delayedAnswers = new DelayedAnswers(DELAYED_EVERY_MS);

  constructor(
    private readonly client: OratsClient,
    private readonly options: { readonly clock: Clock },
  ) {}

  /**
   * Returns what could be had: a failed call costs only its own symbols.
   * @throws {MarketDataUnavailable} every call failed.
   */
  async quotes(symbols: readonly string[]): Promise<Quotes> {
    const contracts = symbols.flatMap((symbol) => parseOccSymbol(symbol) ?? []);
    const standard = contracts.filter((contract) => !isAdjustedRoot(contract.root));
    const live = await this.#live(standard);
    const asked = new Set(live ? standard.map((contract) => contract.symbol) : []);
    const delayed = await this.#delayed(symbols.filter((symbol) => !asked.has(symbol)));
    return heard([...(live ?? []), ...delayed]);
  }

  /** Null when the token has no right to live prices. */
  async #live(contracts: readonly OptionContract[]): Promise<Outcome[] | null> {
    if (this.#now() < this.#deniedUntil) return null;
    const [first, ...rest] = this.#liveCalls(contracts);
    if (!first) return [];
    // The first call runs alone, because it shows whether the others are worth making.
    const opening = await first();
    if (opening.some(({ failure }) => failure?.kind === 'DENIED')) {
      this.#deniedUntil = this.#now() + DENIED_FOR_MS;
      return null;
    }
    const others = await Promise.all(rest.map((call) => call()));
    return [...opening, ...others.flat()];
  }

  #liveCalls(contracts: readonly OptionContract[]): (() => Promise<Outcome[]>)[] {
    const plan: LivePlan =
      this.#now() < this.#notByOccUntil
        ? { byUnderlying: groupsOf(contracts), byOcc: [] }
        : planLive(contracts);
    const whole = plan.byUnderlying.map((group) => async () => [
      await this.#outcome(() => this.#liveGroup(group)),
    ]);
    return [...whole, ...plan.byOcc.map((batch) => () => this.#liveBatch(batch))];
  }

  /** Requests rows by OCC symbol, and by underlying when that returns nothing. */
  async #liveBatch(contracts: readonly OptionContract[]): Promise<Outcome[]> {
    const asked = await this.#outcome(() => this.#byOcc(contracts));
    const refused = asked.failure?.kind === 'BAD_REQUEST' || asked.failure?.kind === 'UNREADABLE';
    if (asked.failure ? !refused : asked.quotes.size > 0) return [asked];
    this.#notByOccUntil = this.#now() + NOT_BY_OCC_FOR_MS;
    return Promise.all(
      groupsOf(contracts).map((group) => this.#outcome(() => this.#liveGroup(group))),
    );
  }

  async #byOcc(contracts: readonly OptionContract[]): Promise<Quotes> {
    const symbols = contracts.map(({ symbol }) => symbol);
    const tickers = symbols.join(',');
    const answer = await this.client.rows('/live/strikes/options', { tickers });
    const rows = this.client.reader.of(`live options ${tickers}`, optionRow, answer).read;
    const quotes = rows.map((row) => optionQuote(row, this.#context(true)));
    const ours = quotes.filter(({ symbol }) => symbols.includes(symbol));
    return new Map(ours.map((quote) => [quote.symbol, quote]));
  }

  async #liveGroup(contracts: readonly OptionContract[]): Promise<Quotes> {
    const ticker = joinedTicker(contracts[0]?.underlying ?? '');
    const expiry = [...new Set(contracts.map((contract) => contract.expiration))].sort().join(',');
    const answer = await this.client.rows('/live/strikes/monthly', { ticker, expiry });
    const rows = this.client.reader.of(
      `live strikes of ${ticker} for ${expiry}`,
      strikeRow,
      answer,
    ).read;
    const found = contracts.flatMap((contract): [string, Quote][] => {
      const row = rows.find((one) => isRowOf(one, contract));
      return row ? [[contract.symbol, strikeQuote(row, contract, this.#context(true))]] : [];
    });
    return new Map(found);
  }

  async #delayed(symbols: readonly string[]): Promise<Outcome[]> {
    const now = this.#now();
    const answers = symbols.map(
      (symbol) => [symbol, this.#delayedAnswers.get(symbol, now)] as const,
    );
    const due = answers.flatMap(([symbol, quote]) => (quote === undefined ? [symbol] : []));
    const asked = await Promise.all(
      batchesOf(due).map((batch) => this.#outcome(() => this.#delayedBatch(batch))),
    );
    if (due.length === symbols.length) return asked;
    const quotes = new Map(
      answers.flatMap(([symbol, quote]): [string, Quote][] => (quote ? [[symbol, quote]] : [])),
    );
    return [...asked, { quotes, failure: null }];
  }

  async #delayedBatch(symbols: readonly string[]): Promise<Quotes> {
    const tickers = symbols.map(joinedTicker).join(',');
    const rows = await this.client.rows('/strikes/options', { tickers });
    const context = this.#context(false);
    const { reader } = this.client;
    const options = reader
      .of(
        `delayed options ${tickers}`,
        optionRow,
        rows.filter((row) => !isShare(row)),
      )
      .read.map((row) => optionQuote(row, context));
    const shares = reader
      .of(`delayed shares ${tickers}`, underlyingRow, rows.filter(isShare))
      .read.map((row) => equityQuote(row, context));
    const found = new Map(
      [...options, ...shares].map((quote): [string, Quote] => [quote.symbol, quote]),
    );
    const own = new Map<string, Quote>();
    for (const symbol of symbols) {
      const quote = found.get(joinedTicker(symbol)) ?? null;
      if (quote) own.set(symbol, { ...quote, symbol });
      this.#delayedAnswers.set(symbol, own.get(symbol) ?? null, this.#now());
    }
    return own;
  }

  #context(live: boolean): OratsContext {
    return { receivedAt: this.options.clock.now(), live };
  }

  #now(): number {
    return this.options.clock.now().getTime();
  }

  async #outcome(ask: () => Promise<Quotes>): Promise<Outcome> {
    try {
      return { quotes: await ask(), failure: null };
    } catch (error) {
      if (error instanceof OratsFailure) return { quotes: new Map(), failure: error };
      throw error;
    }
  }
}

function heard(outcomes: readonly Outcome[]): Quotes {
  const [first] = outcomes;
  if (first?.failure && outcomes.every(({ failure }) => failure)) {
    throw new MarketDataUnavailable(first.failure.message, first.failure.kind === 'OVER_QUOTA');
  }
  return new Map(outcomes.flatMap(({ quotes }) => [...quotes]));
}

/** Rows of options carry their symbol, so an option is never taken for its stock. */
function isShare(row: unknown): boolean {
  return typeof row === 'object' && row !== null && !('optionSymbol' in row) && !('strike' in row);
}
