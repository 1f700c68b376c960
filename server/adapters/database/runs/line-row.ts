import type { Username } from '../../../domain/ids.ts';
import type { Candle } from '../../../domain/market/candle.ts';
import type { DeskReads, RunInput, RunLine } from '../../../domain/strategy/strategy-run.ts';
import { pack, unpack } from '../sql/packed-text.ts';
import { readsFromJson, timed } from '../sql/reads-json.ts';
import { revive, type Columns, type Shape } from '../sql/record-shape.ts';

/** A line as it is stored. */
export interface LineColumns {
  readonly run_id: string;
  readonly sequence: number;
  readonly at: number;
  readonly input: string;
  readonly reads: string | null;
  readonly asked: string;
  readonly logged: string;
}

const CANDLE: Shape<Candle> = {
  ...{ at: 'time', open: 'decimal', high: 'decimal', low: 'decimal', close: 'decimal' },
  volume: 'decimal',
};

export function lineToRow(
  username: Username,
  { runId, sequence, at, input, reads, asked, logged }: RunLine,
): Columns {
  const bar = input.kind === 'BAR' ? input.bar : null;
  return {
    ...{ run_id: runId, sequence, username, at: at.getTime() },
    ...{ bar_symbol: bar?.symbol ?? null, bar_at: bar?.at.getTime() ?? null },
    ...{ input: JSON.stringify(input), reads: reads && pack(JSON.stringify(reads)) },
    ...{ asked: JSON.stringify(asked), logged: JSON.stringify(logged) },
  };
}

export function lineFromRow(row: LineColumns): RunLine {
  return {
    ...{ runId: row.run_id, sequence: row.sequence, at: new Date(row.at) },
    input: inputFromJson(JSON.parse(row.input) as RunInput),
    reads: row.reads === null ? null : readsFromJson(JSON.parse(unpack(row.reads)) as DeskReads),
    asked: JSON.parse(row.asked) as RunLine['asked'],
    logged: JSON.parse(row.logged) as RunLine['logged'],
  };
}

/** Restores an input from JSON, in which instants are ISO text and decimals are text. */
export function inputFromJson(input: RunInput): RunInput {
  switch (input.kind) {
    case 'WARM_UP':
      return { ...input, bars: input.bars.map((bar) => revive(bar, CANDLE)) };
    case 'BAR':
      return { ...input, bar: timed(input.bar), endsAt: new Date(input.endsAt) };
    case 'QUOTE':
      return { ...input, quote: timed(input.quote) };
    case 'FILL':
      return { ...input, fill: timed(input.fill) };
  }
}
