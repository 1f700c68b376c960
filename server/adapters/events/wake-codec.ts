import { z } from 'zod';
import type { Alert, AlertKind } from '../../domain/account/alert.ts';
import type { Wake } from '../../ports/event-feed.ts';

/** Marks in one note: Postgres accepts notifications of less than 8,000 bytes. */
const MARKED_IN_ONE = 100;
const MESSAGE_LENGTH = 1000;

const ALERT = z.object({
  id: z.string(),
  mode: z.enum(['PAPER', 'REAL']),
  username: z.string(),
  kind: z.string().transform((kind) => kind as AlertKind),
  severity: z.enum(['INFO', 'WARNING', 'CRITICAL']),
  message: z.string(),
  tradeId: z.string().nullable(),
  raisedAt: z.coerce.date(),
  acknowledgedAt: z.coerce.date().nullable(),
  // A server of an earlier version leaves it out.
  resolvedAt: z.coerce.date().nullable().default(null),
});

const WAKE = z.object({
  mode: z.enum(['PAPER', 'REAL']),
  username: z.string(),
  marked: z.array(z.string()),
  alerts: z.array(ALERT),
});

/** `from`: the sending server. `wake` null: every subscriber must read again. */
const NOTE = z.object({ from: z.string(), wake: WAKE.nullable() });

export interface WakeNote {
  readonly from: string;
  readonly wake: Wake | null;
}

/** Splits a wake into notes that are each small enough. Long alert messages are cut. */
export function notesOf(from: string, wake: Wake | null): readonly string[] {
  if (wake === null) return [JSON.stringify({ from, wake })];
  const { mode, username, marked, alerts } = wake;
  const bare = { mode, username, marked: [] as readonly string[], alerts: [] as readonly Alert[] };
  const parts: Wake[] = alerts.map((alert) => ({ ...bare, alerts: [cut(alert)] }));
  for (let i = 0; i < marked.length; i += MARKED_IN_ONE)
    parts.push({ ...bare, marked: marked.slice(i, i + MARKED_IN_ONE) });
  return (parts.length > 0 ? parts : [bare]).map((part) => JSON.stringify({ from, wake: part }));
}

/** Null when it is not a note of ours. */
export function parseNote(payload: string): WakeNote | null {
  try {
    return NOTE.safeParse(JSON.parse(payload)).data ?? null;
  } catch (error) {
    if (error instanceof SyntaxError) return null;
    throw error;
  }
}

function cut(alert: Alert): Alert {
  return { ...alert, message: alert.message.slice(0, MESSAGE_LENGTH) };
}
