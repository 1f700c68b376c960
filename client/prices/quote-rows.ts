import type { JudgedQuotesQuery, TradeRowFragment } from '../gql/graphql.ts';
import { exact } from '../lib/exact.ts';

export type JudgedQuote = JudgedQuotesQuery['judgedQuotes'][number];
type Source = JudgedQuote['sources'][number];

/** The most symbols that one request judges. */
const MOST = 10;

/** The options and shares of these trades, each once, the newest trade's first; `left`: how many more there are. */
export function judgedSymbols(trades: readonly Pick<TradeRowFragment, 'assetClass' | 'symbol'>[]): {
  readonly symbols: readonly string[];
  readonly left: number;
} {
  const listed = trades.filter(({ assetClass }) => assetClass !== 'TOKEN');
  const symbols = [...new Set(listed.map(({ symbol }) => symbol))];
  return { symbols: symbols.slice(0, MOST), left: Math.max(0, symbols.length - MOST) };
}

export interface QuoteRow {
  readonly symbol: string;
  /** The caller's venue: where it fills. */
  readonly venue: Source | null;
  /** Null without a second source. */
  readonly orats: Source | null;
  /** Percent points from the venue's mid to that of ORATS; null where either is unknown. */
  readonly apartPct: number | null;
  readonly state: 'agree' | 'counts' | 'refused';
  /** Why a quote does not count, or why it is of limited use; else whether the sources agree. */
  readonly words: string;
}

export function quoteRow({ token, price, sources, verdicts }: JudgedQuote): QuoteRow {
  const venue = sources.find(({ source }) => source !== 'ORATS') ?? null;
  const orats = sources.find(({ source }) => source === 'ORATS') ?? null;
  const reserved = verdicts.find(({ action }) => action === 'ENTRY')?.reason ?? null;
  const refused = sources.find(({ accepted }) => !accepted)?.reason ?? null;
  const agree = sources.filter(({ accepted }) => accepted).length > 1;
  const fine = agree ? 'agree' : 'one source, none to compare';
  return {
    ...{ symbol: token, venue, orats, apartPct: apartPct(venue, orats) },
    state: !price ? 'refused' : agree && !reserved ? 'agree' : 'counts',
    words: reserved ?? refused ?? fine,
  };
}

function apartPct(venue: Source | null, orats: Source | null): number | null {
  const [one, other] = [exact(venue?.price), exact(orats?.price)];
  return one && other && !one.isZero() ? other.div(one).minus(1).times(100).toNumber() : null;
}
