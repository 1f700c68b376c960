import { dec, type Decimal } from '../../domain/decimal.ts';
import { Refusal } from '../../domain/refusal.ts';
import type { Actor } from '../../ports/trading-system.ts';
import type { BookDeps } from './book-deps.ts';
import { confirmedBody } from './input-digest.ts';

/** How long a confirmation may be used. */
export const CONFIRMED_MS = 60_000;

type Signing = Pick<BookDeps, 'clock' | 'realMoney'>;

/** What a person asks to be sent, and how they confirmed it. */
export interface Asked {
  readonly actor: Actor;
  /** The operation that sends it. */
  readonly operation: string;
  readonly input: { readonly confirmationToken?: string | null };
  /** A run of a strategy asks: arming, rung and budget take the place of a confirmation. */
  readonly unattended?: boolean;
}

export interface Confirmation {
  readonly confirmationToken: string | null;
  readonly expiresAt: Date | null;
}

export const UNCONFIRMED: Confirmation = { confirmationToken: null, expiresAt: null };

/**
 * Signs a confirmation. Nothing is stored: the token holds all that is checked. `arming`: the arming that it needs;
 * null for none. `quoted`: dollars per unit that the preview showed.
 */
export function confirm(
  { realMoney, clock }: Signing,
  { actor: { username }, operation, input }: Asked,
  arming: string | null,
  quoted: Decimal | null = null,
): Confirmation {
  if (!realMoney) return UNCONFIRMED;
  const expiresAt = new Date(clock.now().getTime() + CONFIRMED_MS);
  const confirmed = { username, operation, body: confirmedBody(input), arming };
  const said = { ...confirmed, quoted: quoted?.toFixed() ?? null, expiresAt };
  return { confirmationToken: realMoney.confirmations.sign(said), expiresAt };
}

/**
 * Checks that this user confirmed exactly this, under this arming, and not too long ago. Its idempotency key makes it
 * be done once: the key is part of what was confirmed, and is stored in the transaction of what it does.
 * Returns the dollars per unit that were confirmed; null where none were quoted or nothing needs a confirmation.
 * @throws {Refusal} CONFIRMATION_REQUIRED
 */
export function checkConfirmed(
  { realMoney, clock }: Signing,
  { actor, operation, input, unattended = false }: Asked,
  arming: string | null,
): Decimal | null {
  if (unattended) return null;
  checkPrepared(actor, clock.now());
  if (!realMoney) return null;
  const { username } = actor;
  const { confirmations } = realMoney;
  const token = input.confirmationToken;
  if (!token) throw unconfirmed('Real money needs a confirmation: give the token of its preview.');
  const said = confirmations.read(token);
  const what = { username, operation, body: confirmedBody(input) };
  if (!said || !confirmations.isFor(token, what))
    throw unconfirmed('The confirmation is not for exactly this: give the token of its preview.');
  if (said.expiresAt <= clock.now())
    throw unconfirmed('The confirmation has expired: look at the preview again.');
  if (said.arming !== arming)
    throw unconfirmed('REAL was disarmed since the confirmation: look at the preview again.');
  return said.quoted === null ? null : dec(said.quoted);
}

/**
 * An assistant sends only what it has prepared, in either book: a call in its name that was not prepared is a fault
 * of the desk, and makes no order.
 */
function checkPrepared({ via, prepared }: Actor, now: Date): void {
  if (via !== 'MCP') return;
  if (!prepared) throw unconfirmed('An assistant prepares an order first, then confirms it.');
  if (prepared.until <= now)
    throw unconfirmed('What was prepared has expired: prepare it again and look at it.');
}

function unconfirmed(message: string): Refusal {
  return new Refusal('CONFIRMATION_REQUIRED', message);
}
