import { said, words } from '../lib/format.ts';
import { symbolName } from '../lib/instrument.ts';
import type { AuditLine } from './audit-pages.ts';

/** The number of a line in its log: the end of its id. */
export function numberOf({ id }: Pick<AuditLine, 'id'>): number {
  return Number(id.slice(id.lastIndexOf('-') + 1));
}

/** `user:ada` is `you` to ada, `mcp:ada` is `you, by an assistant`, and `strategy:` with its id is a strategy. */
export function whoDid(actor: string, username: string): string {
  if (actor.startsWith('strategy:')) return 'a strategy';
  const name = actor.replace(/^(user|mcp):/, '');
  const who = name !== actor && name === username ? 'you' : name;
  return actor.startsWith('mcp:') ? `${who}, by an assistant` : who;
}

/** The instrument of a line about a trade, and its sentence. */
export function sentenceOf({ action, detail }: Pick<AuditLine, 'action' | 'detail'>): {
  about: string | null;
  text: string;
} {
  const recorded = (detail ?? {}) as { message?: unknown; symbol?: unknown };
  const text =
    typeof recorded.message === 'string' ? said(recorded.message) : words(action).toLowerCase();
  return { about: typeof recorded.symbol === 'string' ? symbolName(recorded.symbol) : null, text };
}
