import type { TradeId, Username } from '../../../domain/ids.ts';
import type { Knex } from 'knex';
import { CURVE_KIND, type CurveColumns } from '../../../domain/book/curve-columns.ts';
import type { CurveSpan } from '../../../domain/book/curve-prices.ts';
import { heldWithin } from '../../../domain/book/equity-curve.ts';
import { everyRow } from '../../../domain/columns/columns.ts';
import type { CurveRead } from '../../../ports/figures.ts';
import { pricesBefore } from '../marks/prices-before.ts';
import { priceTicks } from '../marks/price-ticks.ts';
import { curveSource } from './curve-source.ts';
import type { KeptColumns } from './kept-columns.ts';

/** The least number of stretches into which a span is cut. */
const STRETCHES = 2_000;

interface Use {
  readonly knex: Knex;
  readonly username: Username;
}

/** `from`: null for the book's beginning. Where no book exists, the curve is empty. */
export async function readCurve(
  { knex, username }: Use,
  kept: KeptColumns,
  from: Date | null,
  to: Date,
): Promise<CurveRead> {
  const began = (await firstMove(knex, username)) ?? to;
  const span = { from: from ?? began, to };
  const [whole, fine] = [stretchOf({ from: began, to }), stretchOf(span)];
  const source = curveSource(whole);
  const { columns, beside } = await kept.with({ knex, username, source }, async (moment, found) => {
    const open = await moment('trades').where({ username, phase: 'OPEN' }).pluck<TradeId[]>('id');
    // Closed trades are in the columns, unless this span is cut more finely.
    const isWhole = fine >= whole;
    const rows = isWhole ? everyRow(found) : movesAlone(found);
    const ids = isWhole ? open : heldWithin(found, rows, span);
    const before = { from: span.from, to: new Date(span.from.getTime() - 1) };
    const held = began < span.from ? heldWithin(found, rows, before) : [];
    const ticks = await priceTicks(moment, username, ids, span, fine);
    return { rows, ticks, before: await pricesBefore(moment, username, held, span.from) };
  });
  return { columns, span, ...beside };
}

/** A power of two, so that the stretches of a growing book seldom change. */
function stretchOf({ from, to }: CurveSpan): number {
  const longest = (to.getTime() - from.getTime()) / STRETCHES;
  return 2 ** Math.floor(Math.log2(Math.max(1, longest)));
}

async function firstMove(knex: Knex, username: Username): Promise<Date | null> {
  const line = knex('events').where({ username, sequence: 1 });
  const [at] = await line.pluck<number[]>('occurred_at');
  return at === undefined ? null : new Date(at);
}

function movesAlone({ rows }: CurveColumns): Int32Array {
  return everyRow({ rows }).filter((row) => rows.codes.kind[row] !== CURVE_KIND.TICK);
}
