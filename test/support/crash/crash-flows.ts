import { LOST_RESPONSE } from '../../venues/wire-server.ts';
import {
  borrowOne,
  closeOut,
  endWorthless,
  exercise,
  expireEntry,
  fillInPart,
  fillTarget,
  fillWhatMay,
  giveBackOne,
  nothing,
  sellElsewhere,
  sellOneElsewhere,
} from './crash-acts.ts';
import type { Flow } from './crash-flow.ts';
import {
  adjusting,
  arrivingLate,
  canceling,
  cancelingTheRest,
  cancelingTooLate,
  changedElsewhere,
  closing,
  failing,
  hasArrived,
  hasNoMore,
  held,
  heldIntoItsEnd,
  isIn,
  open,
  placed,
  placing,
  reviewing,
  reviews,
  trailing,
} from './crash-scenes.ts';
import type { WireTrade } from '../servers/trader.ts';

const SOLD = { status: 'MANUAL_CLOSE', exitPrice: '1.40', note: 'I sold it by phone.' };
const KEPT = { status: 'OPEN', note: 'It was lent, and is back.' };

const isAt = (stop: string) => (trade: WireTrade) => held(trade) && trade.stopLoss === stop;
const always = () => true;
const OPEN_OR_CANCELED = ['OPEN', 'CANCELED'];
const twoHeld = (trade: WireTrade) => held(trade) && trade.openQuantity === '2';

export const FLOWS: readonly Flow[] = [
  { name: 'place', prepare: placing(), over: always, ends: OPEN_OR_CANCELED },
  {
    name: 'place, answer lost',
    from: 'send: submitted',
    prepare: failing(LOST_RESPONSE),
    over: always,
    ends: OPEN_OR_CANCELED,
  },
  {
    name: 'place, answer late',
    from: 'send: submitted',
    prepare: failing({ slowMs: 2_500 }),
    over: always,
    ends: OPEN_OR_CANCELED,
  },
  {
    name: 'place, rejected a moment later',
    from: 'send: submitted',
    prepare: placing({}, ({ desk }) => desk.venue.rejectNextOrder('You have not enough of it.')),
    over: isIn('REJECTED'),
    ends: ['REJECTED', 'CANCELED'],
  },
  {
    name: 'place, exits only for the day',
    from: 'send: submitted',
    prepare: placing({}, ({ desk }) => void (desk.venue.quirks.mixedDurations = 'refused')),
    over: always,
    ends: ['OPEN', 'CANCELED', 'REJECTED'],
  },
  {
    name: 'cancel',
    prepare: canceling,
    goesOn: nothing,
    over: isIn('CANCELED'),
    ends: ['CANCELED'],
  },
  {
    name: 'cancel, filled meanwhile',
    from: 'request: stored',
    prepare: cancelingTooLate,
    over: isIn('CANCELED'),
    ends: OPEN_OR_CANCELED,
  },
  {
    name: 'cancel, the rest of an entry',
    prepare: cancelingTheRest,
    goesOn: nothing,
    over: (trade) => held(trade) && hasNoMore('ENTRY')(trade),
    ends: ['OPEN'],
  },
  {
    name: 'sync, an entry given up',
    prepare: arrivingLate(placing(), isIn('CANCELED')),
    goesOn: fillWhatMay,
    over: held,
    ends: ['OPEN'],
  },
  {
    name: 'sync, a close given up',
    prepare: arrivingLate(closing, (trade) => hasNoMore('CLOSE')(trade) && held(trade)),
    goesOn: nothing,
    over: hasArrived('CLOSE'),
    ends: ['OPEN'],
  },
  {
    name: 'sync, exits after a market entry',
    prepare: placed({ orderType: 'MARKET', limitPrice: null }),
    goesOn: fillWhatMay,
    over: held,
    ends: ['OPEN'],
  },
  {
    name: 'sync, entry filled in part',
    prepare: placed(),
    goesOn: fillInPart,
    over: twoHeld,
    ends: ['OPEN'],
  },
  {
    name: 'sync, target filled',
    prepare: open(),
    goesOn: fillTarget,
    over: isIn('TP_HIT'),
    ends: ['TP_HIT'],
  },
  {
    name: 'expire, an entry of the day',
    prepare: placed(),
    goesOn: expireEntry,
    over: isIn('CANCELED'),
    ends: ['CANCELED'],
  },
  { name: 'adjust', prepare: adjusting(), over: isAt('1.2'), ends: ['OPEN'] },
  {
    name: 'adjust, a lone stop',
    from: 'advance: decided',
    prepare: adjusting({ bracket: { stopLoss: '1.00' } }),
    over: isAt('1.2'),
    ends: ['OPEN'],
  },
  {
    name: 'trail',
    prepare: trailing,
    goesOn: ({ desk, symbol }) => desk.quote(symbol, 2.5, 2.6),
    over: isAt('2'),
    ends: ['OPEN'],
  },
  {
    name: 'close',
    prepare: closing,
    goesOn: fillWhatMay,
    over: isIn('MANUAL_CLOSE'),
    // A request that never arrived is not sent again: the user gets an alert, and the exits are placed again.
    ends: ['MANUAL_CLOSE', 'OPEN'],
  },
  {
    name: 'close, by the watch',
    prepare: open({ bracket: { stopLoss: '1.44', takeProfit: '1.53' } }),
    goesOn: (scene) => {
      scene.desk.quote(scene.symbol, 0.9, 1);
      fillWhatMay(scene);
    },
    over: isIn('SL_HIT'),
    ends: ['SL_HIT'],
  },
  {
    name: 'reconcile, closed elsewhere',
    prepare: changedElsewhere(sellElsewhere),
    goesOn: nothing,
    over: isIn('NEEDS_REVIEW'),
    afterwards: (scene) => reviews(scene, SOLD),
    ends: ['MANUAL_CLOSE'],
  },
  {
    name: 'review, closed elsewhere',
    prepare: reviewing({ differs: sellElsewhere, then: nothing }, SOLD),
    goesOn: nothing,
    over: isIn('MANUAL_CLOSE'),
    ends: ['MANUAL_CLOSE'],
  },
  {
    name: 'review, a part closed elsewhere',
    prepare: reviewing({ differs: sellOneElsewhere, then: nothing }, { ...SOLD, quantity: '1' }),
    goesOn: nothing,
    over: twoHeld,
    ends: ['OPEN'],
  },
  {
    name: 'review, still open',
    prepare: reviewing({ differs: borrowOne, then: giveBackOne }, KEPT),
    goesOn: nothing,
    over: isIn('OPEN'),
    ends: ['OPEN'],
  },
  {
    name: 'settle, worthless',
    from: 'settle: priced',
    expires: true,
    prepare: heldIntoItsEnd('3'),
    goesOn: endWorthless,
    over: isIn('EXPIRED_OTM'),
    ends: ['EXPIRED_OTM'],
  },
  {
    name: 'settle, closed out',
    from: 'settle: priced',
    expires: true,
    prepare: heldIntoItsEnd('3'),
    goesOn: closeOut,
    over: isIn('EXPIRED_ITM'),
    ends: ['EXPIRED_ITM'],
  },
  {
    name: 'settle, shares delivered',
    from: 'settle: priced',
    expires: true,
    prepare: heldIntoItsEnd('1'),
    goesOn: exercise,
    over: isIn('EXPIRED_ITM'),
    ends: ['EXPIRED_ITM'],
    delivers: true,
  },
];
