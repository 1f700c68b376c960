import { UNIT_DIGITS } from '../columns/amounts.ts';
import { asciiOf, AsciiLines } from './ascii-lines.ts';
import { shortText } from './exact.ts';
import { TRADES_IN_TEXT } from './packed-trades.ts';

/** What all trades of a plain book share. */
export interface PlainTerms {
  /** Printable ASCII, at most 64 letters. */
  readonly symbol: string;
  readonly quantity: string;
  /** Decimal places of the units of prices. */
  readonly digits: number;
  /** Millionths of a dollar for one unit of a price, and for both fills' fees. */
  readonly weight: number;
  readonly fees: number;
}

/** Bytes: one trade is never longer, with any symbol. */
const LONGEST = 512;
const [BEGIN, NEXT, END] = ['[', ',', ']'].map(asciiOf);

/** Millionths of a dollar before fees, of a purchase and a sale at these prices in units. */
export function realizedOf({ weight }: PlainTerms, entry: number, exit: number): number {
  return exit * weight - entry * weight;
}

/** Writes trades as `JSON.stringify` would write their objects, without making the objects. */
export class PlainTexts {
  readonly #lines = new AsciiLines(TRADES_IN_TEXT * LONGEST);
  readonly #words;

  constructor(private readonly terms: PlainTerms) {
    this.#words = wordsOf(terms);
  }

  add(decidedAt: number, entryAt: number, entry: number, exitAt: number, exit: number): void {
    const { digits, fees } = this.terms;
    const words = this.#words;
    const lines = this.#lines;
    const realized = realizedOf(this.terms, entry, exit);
    lines.words(lines.length === 0 ? BEGIN! : NEXT!);
    lines.words(words.decidedAt);
    lines.whole(decidedAt);
    lines.words(words.entryAt);
    lines.whole(entryAt);
    lines.words(words.entryPrice);
    lines.decimal(entry, digits);
    lines.words(words.exitAt);
    lines.whole(exitAt);
    lines.words(words.exitPrice);
    lines.decimal(exit, digits);
    lines.words(words.realizedPnl);
    lines.decimal(realized, UNIT_DIGITS);
    lines.words(words.netPnl);
    lines.decimal(realized - fees, UNIT_DIGITS);
    lines.words(words.end);
  }

  /** The JSON array of the trades since the last call. */
  taken(): string {
    this.#lines.words(END!);
    return this.#lines.takenText();
  }
}

/** The text before each number of a trade, and after the last. */
function wordsOf({ symbol, quantity, fees }: PlainTerms) {
  const shared = JSON.stringify({ symbol, side: 'BUY', quantity }).slice(0, -1);
  return {
    decidedAt: asciiOf(`${shared},"decidedAt":`),
    entryAt: asciiOf(',"entryAt":'),
    entryPrice: asciiOf(',"entryPrice":"'),
    exitAt: asciiOf('","exitAt":'),
    exitPrice: asciiOf(',"exitPrice":"'),
    realizedPnl: asciiOf('","closeReason":"MANUAL_CLOSE","realizedPnl":"'),
    netPnl: asciiOf(`","fees":"${shortText(fees)}","netPnl":"`),
    end: asciiOf('"}'),
  };
}
