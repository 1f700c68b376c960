import type { TradeId } from '../../domain/ids.ts';
import { checkIdempotencyKey } from '../../domain/ticket/parse-ticket.ts';
import { Refusal } from '../../domain/refusal.ts';
import type { BookChange, BookReader } from '../../ports/book.ts';
import { inputDigest } from './input-digest.ts';

export interface KeyedInput {
  readonly idempotencyKey: string;
}

/** The trade id of what was done under this key before; null when the key is new. */
export async function doneBefore(
  reader: BookReader,
  operation: string,
  input: KeyedInput,
): Promise<string | null> {
  checkIdempotencyKey(input.idempotencyKey);
  const record = await reader.idempotencyRecord(input.idempotencyKey);
  if (!record) return null;
  if (record.operation !== operation || record.inputDigest !== inputDigest(input)) {
    throw new Refusal(
      'IDEMPOTENCY_MISMATCH',
      `Key ${input.idempotencyKey} was used for another ${record.operation}.`,
    );
  }
  return record.tradeId;
}

/** Stores the key in the transaction of its effect: both are stored, or neither. */
export function rememberDone(
  change: BookChange,
  operation: string,
  input: KeyedInput,
  tradeId: TradeId,
  at: Date,
): Promise<void> {
  const { idempotencyKey: key } = input;
  return change.remember({ key, operation, inputDigest: inputDigest(input), tradeId }, at);
}
