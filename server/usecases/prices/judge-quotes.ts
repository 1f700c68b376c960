import type { Listed } from '../../domain/instrument/instrument.ts';
import { listedOf } from '../../domain/instrument/listed-symbol.ts';
import type { Quote } from '../../domain/market/quote.ts';
import type { TradingMode } from '../../domain/mode.ts';
import { judgeListed } from '../../domain/price/judge-listed.ts';
import type { JudgedQuote, ToldQuote } from '../../domain/price/judged-quote.ts';
import { badInput } from '../../domain/refusal.ts';
import { venueFor } from '../../domain/trade/venue-for.ts';
import { VENUES } from '../../domain/venue.ts';
import type { Clock } from '../../ports/clock.ts';
import type { SettingsStore } from '../../ports/desk.ts';
import type { MarketDataSources } from '../../ports/market-data.ts';
import { MOST_JUDGED, type QuoteJudge } from '../../ports/quote-judge.ts';
import type { Actor } from '../../ports/trading-system.ts';
import { paperVenueOf } from '../steps/venue-of.ts';
import { answered, SecondQuotes, type Second } from './second-quotes.ts';

/** Asks the caller's venue and also ORATS, and judges what both answer. */
export class JudgeQuotes implements QuoteJudge {
  readonly #seconds: SecondQuotes;

  constructor(
    private readonly sources: Readonly<Record<TradingMode, MarketDataSources>>,
    private readonly settings: SettingsStore,
    private readonly clock: Clock,
  ) {
    this.#seconds = new SecondQuotes(clock);
  }

  async judge(
    actor: Actor,
    symbols: readonly string[],
    mode: TradingMode,
    field: string,
  ): Promise<readonly JudgedQuote[]> {
    if (symbols.length > MOST_JUDGED)
      throw badInput(field, `At most ${MOST_JUDGED} symbols are judged at once.`);
    const instruments = symbols.map((symbol) => listedAs(symbol, field));
    const { username } = actor;
    const venue = venueFor(mode, 'EQUITY', await paperVenueOf(this.settings, actor));
    const asked = [...new Set(instruments.map(({ symbol }) => symbol))];
    if (asked.length === 0) return [];
    const [market, second] = await Promise.all([
      this.sources[mode].of(username, venue),
      this.sources[mode].secondOf?.(username, venue) ?? null,
    ]);
    const [own, seconds] = await Promise.all([
      answered(() => market.quotes(asked)),
      second && this.#seconds.of(second, asked, { username, venue }),
    ]);
    const source = VENUES[venue].simulated ? 'SIMULATED' : 'TRADIER';
    const now = this.clock.now();
    return instruments.map((instrument) => {
      const { symbol } = instrument;
      const other = seconds?.get(symbol) ?? null;
      const told = [venueWord(source, own, symbol), ...(other ? [oratsWord(other)] : [])];
      checkKnown(instrument, told, field);
      return judgeListed(instrument, told, now);
    });
  }
}

function venueWord(
  source: ToldQuote['source'],
  quotes: ReadonlyMap<string, Quote> | null,
  symbol: string,
): ToldQuote {
  const unasked = quotes ? null : 'SILENT';
  return { source, isVenue: true, quote: quotes?.get(symbol) ?? null, unasked };
}

function oratsWord(second: Second): ToldQuote {
  return { source: 'ORATS', isVenue: false, ...second };
}

function listedAs(text: string, field: string): Listed {
  const listed = listedOf(text);
  if (listed) return listed;
  throw badInput(field, 'Give an OCC symbol, or a ticker in capitals');
}

/** Any few capitals read as a ticker: a ticker that the venue does not know is a typing error. */
function checkKnown(instrument: Listed, told: readonly ToldQuote[], field: string): void {
  const unknown = told.every(({ quote, unasked }) => quote === null && unasked === null);
  if (unknown && instrument.assetClass === 'EQUITY')
    throw badInput(field, `Nothing is listed as ${instrument.symbol}`);
}
