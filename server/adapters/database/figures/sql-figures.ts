import type { TradeId, Username } from '../../../domain/ids.ts';
import type { Knex } from 'knex';
import type { Columns } from '../../../domain/columns/columns.ts';
import type {
  CurveRead,
  FigureShapes,
  FiguresRead,
  FiguresReader,
} from '../../../ports/figures.ts';
import { CONTAINS_TEXT, containing } from '../trades/trade-filter.ts';
import { CLOSED_TRADES } from './closed-source.ts';
import type { ColumnSource } from './column-source.ts';
import { FILLS_SEEN } from './fill-source.ts';
import { readCurve } from './read-curve.ts';
import { REALISED_PARTS } from './realised-source.ts';
import { SHADOW_FILLS } from './shadow-source.ts';
import { KeptColumns } from './kept-columns.ts';

const SOURCES: { readonly [K in keyof FigureShapes]: ColumnSource<FigureShapes[K]> } = {
  closed: CLOSED_TRADES,
  realised: REALISED_PARTS,
  fills: FILLS_SEEN,
  shadows: SHADOW_FILLS,
};

/** Limit for all users of one book: a million closed trades, or ten users with a hundred thousand. */
const MOST_BYTES = 512 * 1024 ** 2;

export function keptFigures(mostBytes = MOST_BYTES): KeptColumns {
  return new KeptColumns(mostBytes);
}

/** `knex` acts for the user. */
export class SqlFiguresReader implements FiguresReader {
  constructor(
    private readonly knex: Knex,
    private readonly username: Username,
    private readonly kept: KeptColumns,
  ) {}

  async columns<K extends keyof FigureShapes>(
    kind: K,
    text: string | null = null,
  ): Promise<FiguresRead<Columns<FigureShapes[K]>>> {
    const { knex, username, kept } = this;
    const use = { knex, username, source: SOURCES[kind] };
    if (text === null) return { columns: await kept.now(use), containing: null };
    const { columns, beside } = await kept.with(use, (moment) => this.#containing(moment, text));
    return { columns, containing: beside };
  }

  curve(from: Date | null, to: Date): Promise<CurveRead> {
    return readCurve({ knex: this.knex, username: this.username }, this.kept, from, to);
  }

  async #containing(moment: Knex, text: string): Promise<ReadonlySet<TradeId>> {
    const { username } = this;
    const found = await moment('trades')
      .where({ username })
      .whereRaw(CONTAINS_TEXT, [containing(text)])
      .pluck('id');
    return new Set(found);
  }
}
