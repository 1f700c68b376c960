import { adopt } from '../exits/adopt-bracket.ts';
import type { NextStep } from '../exits/steps.ts';
import { describeOrder } from '../order/describe-order.ts';
import type { TradeDraft } from '../trade/trade-draft.ts';
import { endUnfilled } from './after-report.ts';
import { dropClose, endWaiting } from './at-desk.ts';

type Recorded = Extract<
  NextStep,
  { kind: 'CANCEL' | 'ADOPT' | 'WATCH' | 'END_WAITING' | 'DROP_CLOSE' | `GIVE_UP_${string}` }
>;

const RECORDED: readonly NextStep['kind'][] = [
  ...(['CANCEL', 'ADOPT', 'WATCH', 'END_WAITING', 'DROP_CLOSE'] as const),
  ...(['GIVE_UP_WANTED', 'GIVE_UP_ENTRY'] as const),
];

/** Whether the step changes the trade without making an order. */
export function isRecorded(step: NextStep): step is Recorded {
  return RECORDED.includes(step.kind);
}

/** Records what such a step means for the trade. */
export function takeStep(draft: TradeDraft, step: Recorded): void {
  switch (step.kind) {
    case 'CANCEL':
      for (const order of step.orders) draft.setOrder(order.id, { cancelRequested: true });
      draft.set({ protection: 'NONE' });
      draft.record(
        'CANCEL_REQUESTED',
        `Taking back ${step.orders.map(describeOrder).join(' and ')}.`,
      );
      return;
    case 'ADOPT':
      return adopt(draft, step);
    case 'GIVE_UP_WANTED':
      return giveUpWanted(draft);
    case 'WATCH':
      draft.set({ protection: 'WATCHED' });
      draft.alert(
        'UNPROTECTED',
        step.until ? 'WARNING' : 'CRITICAL',
        `No exits at the venue: ${step.why}. The desk watches them.`,
      );
      draft.record('EXITS_WATCHED', `The desk watches the exits itself: ${step.why}.`);
      return;
    case 'GIVE_UP_ENTRY':
      return endUnfilled(draft, step.order);
    case 'END_WAITING':
      return endWaiting(draft, step.orders, step);
    case 'DROP_CLOSE':
      return dropClose(draft);
  }
}

function giveUpWanted(draft: TradeDraft): void {
  draft.set({ wantedBracket: null });
  draft.alert(
    'EXIT_REFUSED',
    'WARNING',
    'The venue does not take the new exits; the old ones stay.',
  );
  draft.record('EXITS_LOST', 'The new exits were not taken; the old ones stay on record.');
}
