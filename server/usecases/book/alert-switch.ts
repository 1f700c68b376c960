import type { KillSwitchLevel } from '../../domain/account/account.ts';
import type { BookChange } from '../../ports/book.ts';

/** The user's own switch, or the files in DATA_DIR that halt every user. */
export type SwitchOwner = 'book' | 'files';

const WORDS = {
  HALT_ENTRIES: 'HALT ENTRIES: no entry is taken; exits go on as they are.',
  HALT_ALL: 'HALT ALL: no entry is taken and the desk sends nothing by itself, exits included.',
} as const;
const BY = {
  book: 'You or a program of yours set it.',
  files: 'A file in the server’s data directory holds everybody.',
};

/** A raised switch is an alert until it is read or lowered; another level alerts again. */
export async function alertSwitch(
  change: BookChange,
  owner: SwitchOwner,
  level: KillSwitchLevel,
  at: Date,
): Promise<void> {
  if (level === 'OFF') return change.resolve('SWITCH_TRIPPED', owner, at);
  const severity = level === 'HALT_ALL' ? 'CRITICAL' : 'WARNING';
  const message = `${WORDS[level]} ${BY[owner]}`;
  const alert = { kind: 'SWITCH_TRIPPED', severity, message, tradeId: null } as const;
  await change.raise({ ...alert, subject: owner, condition: level }, at);
}
