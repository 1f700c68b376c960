import { z } from 'zod';
import { ZERO } from '../../domain/decimal.ts';
import { many, maybeDecimal, maybeText, wireDecimal } from './tradier-envelope.ts';

/** `2018-05-23T00:00:00Z`: midnight denotes the day in the venue's books, whatever zone is written. */
const day = z
  .string()
  .transform((text) => text.slice(0, 10))
  .pipe(z.iso.date());

const detail = z
  .object({
    symbol: maybeText,
    quantity: maybeDecimal,
    price: maybeDecimal,
    description: maybeText,
    option_type: maybeText,
  })
  .nullish()
  .catch(null);

/** An object named after `type` follows, with the details. */
export const historyRow = z
  .looseObject({
    type: z.string().min(1),
    date: day,
    amount: maybeDecimal.transform((amount) => amount ?? ZERO),
    symbol: maybeText,
  })
  .transform((row) => ({ ...row, detail: detail.parse(row[row.type]) }));
export type HistoryRow = z.output<typeof historyRow>;

/** Rows are read one by one, so that one unreadable row does not lose the others. */
export const historyReply = z.object({ history: many('event', z.unknown()) });

export const closedRow = z.object({
  symbol: z.string().min(1),
  quantity: wireDecimal,
  cost: wireDecimal,
  proceeds: wireDecimal,
  gain_loss: wireDecimal,
  open_date: day.nullable().catch(null),
  close_date: day,
});
export type ClosedRow = z.output<typeof closedRow>;

export const gainLossReply = z.object({ gainloss: many('closed_position', z.unknown()) });
