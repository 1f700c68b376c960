import type { TradeId } from '../../domain/ids.ts';
import type { Refusal } from '../../domain/refusal.ts';
import type { Book } from '../../ports/book.ts';
import type { Actor } from '../../ports/trading-system.ts';

/** The name by which the log records who acts. */
export function actorName({
  username,
  strategyId,
  via,
}: Pick<Actor, 'username' | 'strategyId' | 'via'>): string {
  if (strategyId !== undefined) return `strategy:${strategyId}`;
  return via === 'MCP' ? `mcp:${username}` : `user:${username}`;
}

/** Logs a refusal, then throws it: no trade is stored. */
export async function refuse(
  book: Book,
  actor: Actor,
  refusal: Refusal,
  { action, at, tradeId }: { action: string; at: Date; tradeId: TradeId | null },
): Promise<never> {
  const { code, message, detail } = refusal;
  const field = detail.field ?? null;
  const failed = detail.checks?.filter((check) => !check.passed) ?? [];
  await book.change(actor.username, (change) =>
    change.append({
      type: `${action}_REFUSED`,
      occurredAt: at,
      actor: actorName(actor),
      message: `${code}: ${message}`,
      tradeId,
      detail: { code, field, failed },
    }),
  );
  throw refusal;
}
