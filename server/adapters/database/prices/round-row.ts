import { dec, mapDecimal, type Decimal } from '../../../domain/decimal.ts';
import type { Mint } from '../../../domain/ids.ts';
import {
  PRICE_SOURCES,
  type Observation,
  type PriceRound,
  type PriceSource,
} from '../../../domain/price/observation.ts';
import { REASONS, REFUSED } from './refusal-codes.ts';

type Column = 'after' | 'refused' | 'price' | 'width' | 'liquidity';
type Cell = number | string | null;

/** A row of `price_rounds`, without the token's number. */
export type RoundRow = Readonly<Record<string, Cell>> & {
  readonly at: number;
  readonly jupiter_block: number | null;
};

const PREFIX: Readonly<Record<PriceSource, string>> = {
  JUPITER: 'jupiter',
  DEXSCREENER: 'dexscreener',
  QUOTE: 'quote',
  PYTH: 'pyth',
};

const COLUMNS: readonly Column[] = ['after', 'refused', 'price', 'width', 'liquidity'];

/** The columns of a source; Pyth reports no liquidity. */
function columnsOf(source: PriceSource): readonly Column[] {
  return source === 'PYTH' ? COLUMNS.filter((column) => column !== 'liquidity') : COLUMNS;
}

export function roundToRow(round: PriceRound): RoundRow {
  const row: Record<string, Cell> = {};
  for (const source of PRICE_SOURCES) {
    const observed = round.observations.find((each) => each.source === source);
    const cells = observed ? cellsOf(observed, round.at) : {};
    for (const column of columnsOf(source))
      row[`${PREFIX[source]}_${column}`] = cells[column] ?? null;
  }
  const { quoteSize } = round;
  return {
    ...row,
    at: round.at.getTime(),
    jupiter_block: blockOf(round),
    quote_usd: quoteSize?.usd.toFixed() ?? null,
    quote_impact: quoteSize?.impactPct.toFixed() ?? null,
    quote_fee_bps: quoteSize?.platformFeeBps ?? null,
  };
}

function cellsOf(observed: Observation, at: Date): Partial<Record<Column, Cell>> {
  return {
    after: observed.receivedAt.getTime() - at.getTime(),
    refused: observed.refused && REFUSED[observed.refused],
    price: mapDecimal(observed.price, (price) => price.toFixed()),
    width: observed.refused === null ? observed.width.toFixed() : null,
    liquidity: mapDecimal(observed.hardLiquidityUsd, (liquidity) => liquidity.toFixed()),
  };
}

function blockOf({ observations }: PriceRound): number | null {
  const jupiter = observations.find(({ source }) => source === 'JUPITER');
  return jupiter?.refused === null ? jupiter.blockId : null;
}

export function roundFromRow(mint: Mint, row: RoundRow): PriceRound {
  const size = row.quote_usd;
  return {
    mint,
    at: new Date(row.at),
    observations: PRICE_SOURCES.flatMap((source) => observationOf(source, row)),
    quoteSize:
      size == null
        ? null
        : {
            usd: dec(size),
            impactPct: dec(row.quote_impact!),
            platformFeeBps: Number(row.quote_fee_bps),
          },
  };
}

function observationOf(source: PriceSource, row: RoundRow): Observation[] {
  const cell = (column: Column): Cell => row[`${PREFIX[source]}_${column}`] ?? null;
  const after = cell('after');
  if (after === null) return [];
  const receivedAt = new Date(row.at + Number(after));
  const price = decimalIn(cell('price'));
  const hardLiquidityUsd = decimalIn(cell('liquidity'));
  const refused = cell('refused');
  if (refused !== null)
    return [
      { source, receivedAt, price, hardLiquidityUsd, refused: REASONS.get(Number(refused))! },
    ];
  const blockId = source === 'JUPITER' ? row.jupiter_block : null;
  const width = dec(cell('width')!);
  return [{ source, receivedAt, price: price!, width, hardLiquidityUsd, blockId, refused: null }];
}

function decimalIn(cell: Cell): Decimal | null {
  return cell === null ? null : dec(cell);
}
