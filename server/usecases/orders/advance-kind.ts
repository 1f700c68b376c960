import type { KillSwitchLevel } from '../../domain/account/account.ts';
import { mustWait } from '../../domain/exits/held-back.ts';
import { nextStep, type NextStep } from '../../domain/exits/next-step.ts';
import { describeOrder } from '../../domain/order/describe-order.ts';
import { recordHeld } from '../../domain/reports/at-desk.ts';
import { isRecorded, takeStep } from '../../domain/reports/take-step.ts';
import type { TradeDraft } from '../../domain/trade/trade-draft.ts';
import type { Broker, VenueRules } from '../../ports/broker.ts';
import type { Ids } from '../../ports/ids.ts';
import type { ChangeKind } from '../steps/decision.ts';
import { newTag } from '../steps/new-tag.ts';
import { isHeld, makesOrders, ordersOf, type OrderStep } from './orders-of-step.ts';

/** `byPerson`: see `AdvanceTrade.execute`. */
export interface Advancing {
  readonly rules: VenueRules;
  /** The higher of the user's switch and the desk's. */
  readonly killSwitch: KillSwitchLevel;
  readonly byPerson: boolean;
}

/** `tag`: empty when no orders are to be sent. */
export interface Advanced {
  readonly step: NextStep;
  readonly tag: string;
}

/** The next step that brings a trade's orders to what is wanted, recorded as what it means for the trade. */
export const ADVANCE: ChangeKind<Advancing, Advanced> = {
  name: 'ADVANCE',
  take: (draft, { rules, killSwitch, byPerson }, ids) => {
    const { at } = draft;
    const wanted = nextStep(draft.after, rules, at);
    const waits = mustWait(wanted, draft.trade, { killSwitch, byPerson, at });
    const step: NextStep = waits ? { kind: 'WAIT' } : wanted;
    if (makesOrders(step)) return { step, tag: store(draft, step, rules, ids) };
    if (isRecorded(step)) takeStep(draft, step);
    return { step, tag: '' };
  },
};

/** A venue's rules as plain values, whatever object states them. */
export function rulesOf({ rules }: Pick<Broker, 'rules'>): VenueRules {
  return {
    minExitGap: rules.minExitGap,
    alwaysOpen: rules.alwaysOpen,
    listsCurrentDayOnly: rules.listsCurrentDayOnly,
    marketEntryInBracket: rules.marketEntryInBracket,
    mixedDurations: rules.mixedDurations,
    standingExits: rules.standingExits,
    loneExitWithEntry: rules.loneExitWithEntry,
    restingOrders: rules.restingOrders,
  };
}

function store(draft: TradeDraft, step: OrderStep, rules: VenueRules, ids: Ids): string {
  const identity = { nextId: () => ids.next(), tag: newTag(ids), at: draft.at };
  const orders = ordersOf(step, draft.after, rules, identity);
  supersede(draft);
  draft.add(orders);
  if (isHeld(step)) {
    for (const order of orders) recordHeld(draft, order);
    return '';
  }
  draft.record(
    'INTENT_STORED',
    `${orders.map(describeOrder).join(' and ')} stored, tag ${identity.tag}.`,
  );
  return identity.tag;
}

/** Cancels orders that were stored but not sent, by a process that stopped or one still under way. */
function supersede(draft: TradeDraft): void {
  for (const { id, role, status } of draft.orders) {
    if (role === 'ENTRY' || status !== 'INTENT') continue;
    draft.setOrder(id, { status: 'CANCELED', reason: 'another took its place before it was sent' });
  }
}
