import type { FillRule } from '../matching/fill-model.ts';
import type { StrategyEntry } from '../strategy/strategy.ts';
import type { Account } from './account.ts';
import type { EntryLimits } from './entry-limits.ts';
import { describeEntry, sideOf, termsOf } from './entry-terms.ts';
import { freeShares, type Finder } from './funds.ts';
import { HeldTrade } from './held-trade.ts';
import type { Market } from './market.ts';

/** Takes a strategy's requests into the book, or says why not. */
export class OrderDesk {
  constructor(
    private readonly account: Account,
    private readonly find: Finder,
    private readonly limits: EntryLimits | null,
    private readonly rule: FillRule,
  ) {}

  /** `placed`: the entry's number in the order of all events. Null: the entry is refused. */
  enter(asked: StrategyEntry, placed: number, now: number): HeldTrade | null {
    const { ledger } = this.account;
    ledger.decide(now, describeEntry(asked));
    const market = this.find(asked.symbol);
    const made = market ? this.#make(asked, market, placed, now) : 'the data knows no such symbol';
    if (typeof made !== 'string') {
      const rule = this.limits?.broken(made, now);
      if (!rule) {
        this.account.today(now).placed += 1;
        this.account.add(made);
        return made;
      }
      ledger.write('REFUSED', now, asked.symbol, rule);
      ledger.warn(`An entry in ${asked.symbol} is refused by the limit ${rule}`);
      return null;
    }
    ledger.write('REFUSED', now, asked.symbol, made);
    ledger.warn(`An entry in ${asked.symbol} is refused: ${made}`);
    return null;
  }

  /**
   * Closes the whole holding of a symbol at the market, and ends the rest of its entries. Brackets protect the
   * holding until the close fills.
   */
  exit(symbol: string, placed: number, now: number): Market | null {
    const { account } = this;
    account.ledger.decide(now, `EXIT ${symbol}`);
    const market = this.find(symbol);
    if (!market || market.net === 0n) return null;
    if (now >= market.endsAt) {
      account.ledger.warn(`An exit of ${symbol} is refused: it trades no more`);
      return null;
    }
    const covers = !market.instrument.contract && market.net > 0n;
    if (covers && freeShares(market, account) < market.net) {
      account.ledger.warn(`An exit of ${symbol} is refused: the shares cover short calls`);
      return null;
    }
    for (const trade of market.trades) {
      if (trade.filled === 0n || trade.closing >= 0) continue;
      trade.waits = false;
      trade.closing = placed;
    }
    return market;
  }

  /** Ends the waiting entries of a symbol. */
  cancel(symbol: string, now: number): void {
    const { ledger } = this.account;
    ledger.decide(now, `CANCEL ${symbol}`);
    for (const trade of this.find(symbol)?.trades ?? []) {
      if (!trade.waits) continue;
      ledger.write('CANCELED', now, symbol);
      this.account.endEntry(trade);
    }
  }

  #make(asked: StrategyEntry, market: Market, placed: number, now: number): HeldTrade | string {
    const side = sideOf(asked.side, market);
    if (side === null) return `the side ${asked.side} does not open it`;
    const { assetClass } = market.instrument;
    if (assetClass === 'TOKEN' && side !== 'BUY') return 'a token is entered with BUY';
    if (now >= market.endsAt) return 'it has expired';
    const buys = side.startsWith('BUY');
    if (buys ? market.net < 0n : market.net > 0n) return 'it is against the present position';
    const against = market.trades.some((trade) => trade.waits && trade.buys !== buys);
    if (against) return 'an order on the other side waits';
    const terms = termsOf(asked, market);
    if (typeof terms === 'string') return terms;
    return new HeldTrade(market, side, terms, this.rule, placed, now);
  }
}
