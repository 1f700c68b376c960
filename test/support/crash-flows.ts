import { exchangeDate } from '../../server/domain/calendar/market-calendar.ts';
import { dec } from '../../server/domain/decimal.ts';
import { LOST_RESPONSE, type Misfortune } from '../venues/wire-server.ts';
import { remaining, type EmulatedOrder } from '../venues/tradier/emulated-order.ts';
import type { Scene } from './crash-desk.ts';
import { newKey, TRADE, type WireTrade } from './trader.ts';
import { until } from './until.ts';

type Ask = () => Promise<WireTrade>;

export interface Flow {
  readonly name: string;
  /** The contract ends on the day on which it is bought. */
  readonly expires?: true;
  /** All that comes before the moment from which the process may end; answers what is asked of the desk then, if anything. */
  readonly prepare: (scene: Scene) => Promise<Ask | null>;
  /** What venue and market do in it, again and again. */
  readonly goesOn?: (scene: Scene) => void;
  /** It went to its end, as it does where nobody ends the process. */
  readonly over: (trade: WireTrade) => boolean;
  /** How the trade may stand in the end, wherever the process ended. */
  readonly ends: readonly string[];
}

const BRACKET = { stopLoss: '1.00', takeProfit: '2.50' };
const LONE_STOP = { stopLoss: '1.00' };

function placing(parts: object = {}, trouble: (scene: Scene) => void = () => undefined) {
  return async (scene: Scene): Promise<Ask> => {
    const { symbol, trader } = scene;
    const input = {
      ...{ mode: 'PAPER', idempotencyKey: newKey(), option: { symbol }, side: 'BUY_TO_OPEN' },
      ...{ quantity: '3', orderType: 'LIMIT', limitPrice: '1.50', bracket: BRACKET },
      ...parts,
    };
    trouble(scene);
    return () => trader.place(input);
  };
}

const failing = (misfortune: Misfortune) =>
  placing({}, ({ desk }) => desk.venue.fail('POST /orders', misfortune));

/** Placed, and the venue has it. */
const placed =
  (parts: object = {}) =>
  async (scene: Scene) => {
    await (
      await placing(parts)(scene)
    )();
    return null;
  };

const held = ({ status, protection }: WireTrade) => status === 'OPEN' && protection !== 'NONE';

/** Filled, with what protects it in its place. */
async function opened(scene: Scene, parts: object = {}): Promise<WireTrade> {
  const { id } = await (await placing(parts)(scene))();
  return until('an open trade', async () => {
    fillWhatMay(scene);
    const trade = await scene.trader.trade(id);
    return held(trade) && trade;
  });
}

const open =
  (parts: object = {}) =>
  async (scene: Scene) => {
    await opened(scene, parts);
    return null;
  };

/** One thing asked of an open trade. */
function asking(mutation: string, type: string, change: object, parts: object = {}) {
  return async (scene: Scene): Promise<Ask> => {
    const { id, version: expectedVersion } = await opened(scene, parts);
    const input = { id, expectedVersion, idempotencyKey: newKey(), ...change };
    const query = `mutation($input: ${type}!) { ${mutation}(input: $input) { ${TRADE} } }`;
    return async () =>
      (await scene.trader.ask<Record<string, WireTrade>>(query, { input }))[mutation]!;
  };
}

const isEntry = (order: EmulatedOrder) => order.side === 'buy_to_open';

/** Entries fill, and so does what is sent to the market; exits wait for their price. */
export function fillWhatMay({ account }: Scene): void {
  for (const order of account.live()) {
    if (isEntry(order)) account.fill(order, remaining(order), dec('1.50'));
    else if (order.type === 'market') account.fill(order, remaining(order), dec('1.40'));
  }
}

function fillTarget({ account }: Scene): void {
  const target = account.live().find((order) => !isEntry(order) && order.type === 'limit');
  if (target) account.fill(target, remaining(target), dec('2.50'));
}

/** Two of three, and no more. */
function fillInPart({ account }: Scene): void {
  const entry = account.live().find(isEntry);
  if (!entry) return;
  account.fill(entry, dec(2), dec('1.50'));
  account.cancel(entry);
}

function expireEntry({ account }: Scene): void {
  const entry = account.live().find(isEntry);
  if (entry) account.cancel(entry, 'expired');
}

/** Bought at noon; then the day is over, late enough for a delayed close, and nobody has told it yet. */
async function heldIntoItsEnd(scene: Scene): Promise<null> {
  await opened(scene);
  await scene.desk.jumpTo(exchangeDate(scene.desk.now), '17:00:00');
  return null;
}

/** Far below the strike: the venue clears all of it away. */
function endWorthless({ desk, account, symbol }: Scene): void {
  desk.venue.setClose('SPY', exchangeDate(desk.now), 490);
  for (const order of account.live()) account.cancel(order, 'expired');
  if (account.positions.has(symbol)) account.endPosition(symbol, 'Expiration');
}

const isAt = (stop: string) => (trade: WireTrade) => held(trade) && trade.stopLoss === stop;
const isIn = (status: string) => (trade: WireTrade) => trade.status === status;
const always = () => true;

export const FLOWS: readonly Flow[] = [
  { name: 'place', prepare: placing(), over: always, ends: ['OPEN', 'CANCELED'] },
  {
    name: 'place, answer lost',
    prepare: failing(LOST_RESPONSE),
    over: always,
    ends: ['OPEN', 'CANCELED'],
  },
  {
    name: 'place, answer late',
    prepare: failing({ slowMs: 1_500 }),
    over: always,
    ends: ['OPEN', 'CANCELED'],
  },
  {
    name: 'place, rejected a moment later',
    prepare: placing({}, ({ desk }) => desk.venue.rejectNextOrder('You have not enough of it.')),
    over: isIn('REJECTED'),
    ends: ['REJECTED', 'CANCELED'],
  },
  {
    name: 'place, exits only for the day',
    prepare: placing({}, ({ desk }) => void (desk.venue.quirks.mixedDurations = 'refused')),
    over: always,
    ends: ['OPEN', 'CANCELED', 'REJECTED'],
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
    over: (trade) => held(trade) && trade.openQuantity === '2',
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
  {
    name: 'adjust',
    prepare: asking('adjustBracket', 'AdjustBracketInput', { stopLoss: '1.20' }),
    over: isAt('1.2'),
    ends: ['OPEN'],
  },
  {
    name: 'adjust, a lone stop',
    prepare: asking(
      'adjustBracket',
      'AdjustBracketInput',
      { stopLoss: '1.20' },
      { bracket: LONE_STOP },
    ),
    over: isAt('1.2'),
    ends: ['OPEN'],
  },
  {
    name: 'trail',
    prepare: open({ bracket: { ...BRACKET, takeProfit: '4.00', trailingPct: '20' } }),
    goesOn: ({ desk, symbol }) => desk.quote(symbol, 2.5, 2.6),
    over: isAt('2'),
    ends: ['OPEN'],
  },
  {
    name: 'close',
    prepare: asking('closeTrade', 'CloseTradeInput', { orderType: 'MARKET' }),
    goesOn: fillWhatMay,
    over: isIn('MANUAL_CLOSE'),
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
    name: 'settle',
    expires: true,
    prepare: heldIntoItsEnd,
    goesOn: endWorthless,
    over: isIn('EXPIRED_OTM'),
    ends: ['EXPIRED_OTM'],
  },
];
