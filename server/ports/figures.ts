import type { Columns } from '../domain/columns/columns.ts';
import type { CurveColumns } from '../domain/book/curve-columns.ts';
import type { CurvePrices, CurveSpan } from '../domain/book/curve-prices.ts';
import type { TradeId } from '../domain/ids.ts';
import type { ClosedShape } from '../domain/statistics/closed-columns.ts';
import type { FillShape } from '../domain/statistics/fill-columns.ts';
import type { ShadowShape } from '../domain/statistics/shadow-columns.ts';
import type { RealisedShape } from '../domain/statistics/realised-columns.ts';

/** What the figures of a book are reckoned from. */
export interface FigureShapes {
  /** Closed trades with at least one fill, by time of closing. */
  readonly closed: ClosedShape;
  /** What each trade, open or closed, realised on each day; by day and time. */
  readonly realised: RealisedShape;
  /** The fills of closed trades, each measured in the market around it. */
  readonly fills: FillShape;
  /** Fills of venues that are not ours, without tokens, each compared with what every fill model would fill. */
  readonly shadows: ShadowShape;
}

/** What a curve is drawn from, all read at one instant. */
export interface CurveRead extends CurvePrices {
  readonly columns: CurveColumns;
  /** The rows that count. */
  readonly rows: Int32Array;
  readonly span: CurveSpan;
}

/** Columns of one instant: those of a user's book when the read began, or of a later change. */
export interface FiguresRead<T> {
  /** The same object as long as nothing in it changes, so answers may be kept with it. */
  readonly columns: T;
  /** The trades whose text contains the one asked for; null when none was. */
  readonly containing: ReadonlySet<TradeId> | null;
}

/** Reads what one user's figures are reckoned from. It never returns another user's data. */
export interface FiguresReader {
  /** `from`: null for since the book began. Prices are the last of at least 2,000 stretches of the span. */
  curve(from: Date | null, to: Date): Promise<CurveRead>;
  columns<K extends keyof FigureShapes>(
    kind: K,
    text?: string | null,
  ): Promise<FiguresRead<Columns<FigureShapes[K]>>>;
}
