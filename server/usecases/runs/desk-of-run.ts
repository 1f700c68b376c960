import { instrumentOf } from '../../domain/bars/instrument-of.ts';
import { Decimal, ZERO } from '../../domain/decimal.ts';
import type { Quote } from '../../domain/market/quote.ts';
import { committedOf, freeCash } from '../../domain/risk/reserved.ts';
import { budgetIn } from '../../domain/strategy/entry-checks.ts';
import { ownPositions } from '../../domain/strategy/own-positions.ts';
import { seenQuote } from '../../domain/strategy/seen-quote.ts';
import type { DeskReads } from '../../domain/strategy/strategy-run.ts';
import type { StrategyQuote } from '../../domain/strategy/strategy.ts';
import type { TradeAggregate } from '../../domain/trade/trade.ts';
import { ReadChains } from './read-chains.ts';
import type { RunDeps, RunOf } from './run-deps.ts';
import { SharedReads } from './shared-reads.ts';
import { marketOf } from './market-of-run.ts';

/** All that a strategy may read, as of one instant. */
export class DeskOfRun {
  readonly #quotes: SharedReads<Quote | null>;
  readonly #chains: ReadChains;

  constructor(private readonly deps: RunDeps) {
    this.#quotes = new SharedReads(deps, 500);
    this.#chains = new ReadChains(deps);
  }

  tidy(): void {
    this.#quotes.tidy();
    this.#chains.tidy();
  }

  /** `own`: the strategy's trades that are waiting or open. */
  async of(of: RunOf, own: readonly TradeAggregate[], chains: boolean): Promise<DeskReads> {
    const { run } = of;
    const [cash, quotes, listed] = await Promise.all([
      this.#cash(of, own),
      this.quotes(of, own),
      chains ? this.#chains.of(of, run.symbols.filter(isUnderlying)) : {},
    ]);
    return { cash, positions: ownPositions(own), quotes, chains: listed };
  }

  /** Quotes of its symbols and of what it holds; a symbol without one is absent. */
  async quotes(
    { run, actor }: RunOf,
    own: readonly TradeAggregate[],
  ): Promise<Readonly<Record<string, StrategyQuote>>> {
    const held = own.map(({ trade }) => trade.instrument.symbol);
    const symbols = [...new Set([...run.symbols, ...held])];
    const asked = new Map<string, Promise<Quote | null>>();
    const together = this.#together(symbols, (all) =>
      this.deps.trading.getCurrentPrice(actor, all),
    );
    for (const symbol of symbols) {
      const { source } = await marketOf(this.deps, actor, symbol);
      asked.set(
        symbol,
        this.#quotes.of(`${source} ${symbol}`, () => together(symbol)),
      );
    }
    const found: [string, StrategyQuote][] = [];
    for (const [symbol, asking] of asked) {
      const quote = await asking;
      if (quote) found.push([symbol, seenQuote(quote)]);
    }
    return Object.fromEntries(found);
  }

  /** Asks for all symbols in one request, for those that no other run has just asked for. */
  #together(
    symbols: readonly string[],
    ask: (all: readonly string[]) => Promise<readonly (Quote | null)[]>,
  ): (symbol: string) => Promise<Quote | null> {
    let answer: Promise<readonly (Quote | null)[]> | null = null;
    return async (symbol) => {
      answer ??= ask(symbols);
      return (await answer)[symbols.indexOf(symbol)] ?? null;
    };
  }

  /** The smaller of the account's free cash and what is left of the budget. */
  async #cash({ run, actor }: RunOf, own: readonly TradeAggregate[]): Promise<string> {
    const { book, strategies, mode } = this.deps;
    const { username } = actor;
    const free = await book.view(username, async (reader) =>
      freeCash((await reader.account()).cash, await reader.activeTrades()),
    );
    const strategy = await strategies.byId(username, run.strategyId);
    const budget = strategy && budgetIn(mode, strategy);
    if (!budget) return (mode === 'REAL' ? ZERO : free).toFixed();
    return Decimal.min(free, budget.minus(committedOf(own))).toFixed();
  }
}

function isUnderlying(symbol: string): boolean {
  return instrumentOf(symbol).assetClass === 'EQUITY';
}
