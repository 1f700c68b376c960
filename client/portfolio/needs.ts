import type { KillSwitchLevel, TradeRowFragment } from '../gql/graphql.ts';
import { isToken, marketPrice } from '../lib/asset-class.ts';
import { price, quantity, UNKNOWN } from '../lib/format.ts';
import { instrumentName } from '../lib/instrument.ts';
import { guardOf } from '../figures/protection.ts';
import { isUnprotected, unknownOrder } from '../figures/trade-figures.ts';
import type { IconName } from '../ui/icons.ts';
import { bySeverity, severityOf, type Severity } from './severity.ts';

export interface Verb {
  label: string;
  href?: string;
  does?: 'refresh';
}

export interface Need {
  trade: TradeRowFragment;
  severity: Severity;
  icon: IconName;
  title: string;
  /** Since when the problem exists. */
  since: string | null;
  why: string;
  verb: Verb;
  second: Verb | null;
}

/** One block per problem, worst first. */
export function needsOf(
  trades: readonly TradeRowFragment[],
  now: number,
  killSwitch?: KillSwitchLevel,
): Need[] {
  return trades
    .filter((trade) => severityOf(trade) !== 'well')
    .sort(bySeverity)
    .map((trade) => needOf(trade, now, killSwitch));
}

function needOf(trade: TradeRowFragment, now: number, killSwitch?: KillSwitchLevel): Need {
  const page = `/trades/${trade.id}`;
  const name = instrumentName(trade);
  const open: Verb = { label: 'Open', href: page };
  const base = { trade, severity: severityOf(trade), second: open };
  if (!trade.accountReachable) return { ...base, ...OUT_OF_REACH, title: name };
  const lost = unknownOrder(trade);
  if (lost) {
    return {
      ...base,
      icon: 'question',
      title: `${name} ${lost.role === 'CLOSE' ? 'close' : 'order'}`,
      since: lost.placedAt,
      why: 'No answer yet. Never sent twice: the desk looks for it by its tag at every sync.',
      verb: { label: 'Orders', href: page },
      second: null,
    };
  }
  if (isUnprotected(trade)) return { ...base, ...naked(trade, page, now, killSwitch), title: name };
  if (trade.status === 'NEEDS_REVIEW') {
    return {
      ...base,
      icon: 'eye',
      title: name,
      since: null,
      why: trade.reason ?? 'The venue and the book differ. P&L is withheld.',
      verb: { label: 'Review', href: `${page}?do=review` },
      second: { label: 'Evidence', href: page },
    };
  }
  if (trade.phase === 'PENDING') return waiting(trade, page, name);
  return {
    ...base,
    icon: 'clock',
    title: name,
    since: trade.mark?.sourceTime ?? trade.mark?.receivedAt ?? null,
    why: 'The mark is older than its limit. Exits are not triggered on it.',
    verb: { label: 'Refresh', does: 'refresh' },
  };
}

const OUT_OF_REACH = {
  icon: 'barred',
  since: null,
  why: 'No stored token gives access to its account: the desk can neither watch, move nor close it.',
  verb: { label: 'Settings', href: '/settings#venues' },
} as const;

function naked(
  trade: TradeRowFragment,
  page: string,
  now: number,
  killSwitch?: KillSwitchLevel,
): Pick<Need, 'icon' | 'since' | 'why' | 'verb' | 'second'> {
  const fills = trade.protectionDetail?.cause === 'ENTRY_FILL';
  return {
    icon: 'shield',
    since: trade.unprotectedSince ?? null,
    why: unprotectedSentence(trade, now, killSwitch),
    verb: fills
      ? { label: 'Cancel the rest', href: `${page}?do=cancel` }
      : { label: 'Place stop', href: `${page}?do=bracket` },
    second: { label: 'Close', href: `${page}?do=close` },
  };
}

function unprotectedSentence(
  trade: TradeRowFragment,
  now: number,
  killSwitch?: KillSwitchLevel,
): string {
  const guard = guardOf(trade, now, killSwitch);
  if (!guard) return 'No stop is working at the venue.';
  const stop = trade.trailingStop ?? trade.stopLoss;
  return `${guard.why} Stop ${stop ? price(stop) : UNKNOWN}: ${guard.watch}.`;
}

function waiting(trade: TradeRowFragment, page: string, name: string): Need {
  const limit = trade.limitPrice ? ` at ${price(trade.limitPrice)}` : '';
  const ends =
    trade.timeInForce === 'DAY' ? ` If unfilled, it ends at ${dayEnd(trade)} with P&L 0.` : '';
  return {
    trade,
    severity: 'waits',
    icon: 'waiting',
    title: `${name} entry`,
    since: trade.placedAt,
    why: `${isToken(trade) ? 'Waits at the desk' : 'Waiting'}: ${quantity(trade.filledQuantity)} of ${quantity(trade.quantity)}${limit || ` ${UNKNOWN}`} ${trade.timeInForce}${marketNow(trade)}.${ends}`,
    verb: { label: 'Open', href: page },
    second: { label: 'Cancel', href: `${page}?do=cancel` },
  };
}

function marketNow({ mark, ...trade }: TradeRowFragment): string {
  if (isToken(trade)) return mark?.mid ? `; now ${marketPrice(trade, mark.mid)}` : '';
  return mark?.ask ? `; ask ${price(mark.ask)}` : '';
}

function dayEnd(trade: TradeRowFragment): string {
  return isToken(trade) ? 'midnight in New York' : 'the close';
}
