import type { ShownMode } from '../desk/desk.svelte.ts';
import type { DeskError } from '../lib/errors.ts';
import { counted } from '../lib/format.ts';
import { bracketFault, trailFault, type BracketEnd } from '../figures/bracket.ts';
import type { Previewed } from './previewed.svelte.ts';
import type { Ticket } from './ticket.svelte.ts';

export type FieldErrors = Partial<
  Record<
    BracketEnd | 'contract' | 'settlement' | 'trail' | 'quantity' | 'orderType' | 'limit',
    string
  >
>;

const FIELDS: readonly [RegExp, keyof FieldErrors][] = [
  [/token\.settlement$/, 'settlement'],
  [/(option|equity|token)(\.|$)/, 'contract'],
  [/stopLoss$/, 'stop'],
  [/takeProfit$/, 'target'],
  [/trailingPct$/, 'trail'],
  [/quantity$/, 'quantity'],
  [/orderType$/, 'orderType'],
  [/limitPrice$/, 'limit'],
];

/** The error of each field: the page's own check first, else the server's. */
export function fieldErrors(ticket: Ticket, error: DeskError | null): FieldErrors {
  if (!ticket.picked) return {};
  const errors = trailErrors(ticket);
  const unfit = quantityFault(ticket);
  if (unfit) errors.quantity = unfit;
  if (ticket.orderType === 'LIMIT' && !ticket.entry?.gt(0)) errors.limit = 'A price above zero.';
  if (ticket.entry) {
    const fault = bracketFault(ticket.stop, ticket.target, ticket.entry, ticket.direction);
    if (fault) errors[fault.end] = fault.message;
  }
  const said = error?.field ? FIELDS.find(([pattern]) => pattern.test(error.field ?? '')) : null;
  if (error && said && !errors[said[1]]) errors[said[1]] = error.message;
  return errors;
}

function quantityFault({ size, picked }: Ticket): string | null {
  if (!size?.gt(0)) return 'A number above zero.';
  const most = picked?.decimals;
  if (most == null || size.decimalPlaces() <= most) return null;
  return most === 0
    ? 'This token has no decimals.'
    : `At most ${counted(most, 'decimal')}, as its mint has.`;
}

function trailErrors({ trail, trailPct }: Ticket): FieldErrors {
  const unfit = trailFault(trail, trailPct);
  return unfit ? { trail: unfit } : {};
}

/** Why the order cannot be placed now, in words for the button; null when it can. */
export function refusal(
  ticket: Ticket,
  previewed: Previewed,
  errors: FieldErrors,
  { mode, armed }: { readonly mode: ShownMode; readonly armed: boolean },
): string | null {
  if (mode === 'UNKNOWN') return 'The mode is unknown: nothing can be placed';
  if (mode === 'REAL' && !armed) return 'REAL is not armed: Safety arms it';
  if (!ticket.picked) return 'Choose what to trade';
  const own = Object.values(errors)[0];
  if (own) return own;
  if (previewed.error) return `Not possible: ${previewed.error.message}`;
  const failed = previewed.answer?.riskChecks.filter((check) => !check.passed) ?? [];
  if (failed.length) return `Not possible: ${failed.map((check) => check.message).join(' ')}`;
  return previewed.answer ? null : 'Checking the order…';
}
