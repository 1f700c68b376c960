import { exchangeDate } from '../../../server/domain/calendar/market-calendar.ts';
import { ARRIVES_LATE, type Misfortune } from '../../venues/wire-server.ts';
import { fillTwo, fillWhatMay } from './crash-acts.ts';
import type { Scene } from './crash-desk.ts';
import { newKey, TRADE, type WireTrade } from '../servers/trader.ts';
import { until } from '../values/until.ts';

/** The request to the desk from which on the process may end; repeated after the crash. */
export type Ask = () => Promise<unknown>;
/** Does everything before that request and returns it; null when there is no request. */
export type Prepare = (scene: Scene) => Promise<Ask | null>;

const PREPARING_MS = 60_000;
const BRACKET = { stopLoss: '1.00', takeProfit: '2.50' };

export function placing(parts: object = {}, trouble: (scene: Scene) => void = () => undefined) {
  return async (scene: Scene) => {
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

export const failing = (misfortune: Misfortune): Prepare =>
  placing({}, ({ desk }) => desk.venue.fail('POST /orders', misfortune));

/** Repeats `place` until the desk has read the account: before that, a new desk sends nothing. */
function placedOnceRead(place: () => Promise<WireTrade>): Promise<WireTrade> {
  const ask = () =>
    place().catch((error: unknown) => {
      if (String(error).includes('VENUE_UNAVAILABLE')) return null;
      throw error;
    });
  return until('an account that was read', ask, { within: PREPARING_MS });
}

/** The entry is placed, and the venue has accepted it. */
export const placed =
  (parts: object = {}) =>
  async (scene: Scene) => {
    await placedOnceRead(await placing(parts)(scene));
    return null;
  };

export const held = ({ status, protection }: WireTrade) =>
  status === 'OPEN' && protection !== 'NONE';

/** Places an entry and lets it fill; resolves once its protection is in place. */
async function opened(scene: Scene, parts: object = {}): Promise<WireTrade> {
  const { id } = await placedOnceRead(await placing(parts)(scene));
  const isOpen = async () => {
    fillWhatMay(scene);
    const trade = await scene.trader.trade(id);
    return held(trade) && trade;
  };
  return until('an open trade', isOpen, { within: PREPARING_MS });
}

export const open =
  (parts: object = {}) =>
  async (scene: Scene) => {
    await opened(scene, parts);
    return null;
  };

/** The stop is where the entry's price puts it, so only a better price moves it; that price is noted. */
export const trailing: Prepare = async (scene) => {
  const noted = () => scene.desk.reached().filter((point) => point === 'trail: noted').length;
  const before = noted();
  await opened(scene, {
    bracket: { stopLoss: '1.16', takeProfit: '4.00', trailingPct: '20' },
  });
  await until('a first price noted', () => noted() > before, { within: PREPARING_MS });
  return null;
};

async function asks(scene: Scene, mutation: string, type: string, change: object) {
  const trade = (await scene.trade())!;
  const { id, version: expectedVersion } = trade;
  const input = { id, expectedVersion, idempotencyKey: newKey(), ...change };
  const query = `mutation($input: ${type}!) { ${mutation}(input: $input) { ${TRADE} } }`;
  return () => scene.trader.ask(query, { input });
}

export const adjusting =
  (parts: object = {}): Prepare =>
  async (scene) => {
    await opened(scene, parts);
    return asks(scene, 'adjustBracket', 'AdjustBracketInput', { stopLoss: '1.20' });
  };

export const closing: Prepare = async (scene) => {
  await opened(scene);
  return asks(scene, 'closeTrade', 'CloseTradeInput', { orderType: 'MARKET' });
};

export const canceling = async (scene: Scene): Promise<Ask> => {
  await placed()(scene);
  return cancels(scene);
};

/** Two of three are held, and the exits wait for the rest, which is canceled. */
export const cancelingTheRest: Prepare = async (scene) => {
  await placed()(scene);
  const isHeldInPart = async () => {
    fillTwo(scene);
    const trade = await scene.trade();
    return trade?.openQuantity === '2' && held(trade);
  };
  await until('a part of the entry', isHeldInPart, { within: PREPARING_MS });
  return cancels(scene);
};

/** The order is delayed for longer than it may be without an answer; then it arrives. */
export const arrivingLate =
  (sends: Prepare, isGivenUp: (trade: WireTrade) => boolean): Prepare =>
  async (scene) => {
    const send = await sends(scene);
    scene.desk.venue.fail('POST /orders', ARRIVES_LATE);
    await send?.();
    const isUp = async () => isGivenUp((await scene.trade())!);
    await until('an order given up', isUp, { within: PREPARING_MS });
    return once(async () => {
      // The venue takes the old request, whatever orders it has by now.
      scene.desk.venue.quirks.checksPositions = false;
      scene.desk.venue.arrive();
    });
  };

async function cancels(scene: Scene): Promise<Ask> {
  const { id, version } = (await scene.trade())!;
  const query = `mutation($id: ID!, $version: Int!, $key: String!) {
    cancelTrade(id: $id, expectedVersion: $version, idempotencyKey: $key) { id } }`;
  const key = newKey();
  return () => scene.trader.ask(query, { id, version, key });
}

/** Accepts the answer to a cancel that lost the race against a fill, and no other refusal. */
export const cancelingTooLate: Prepare = async (scene) => {
  const cancel = await canceling(scene);
  return () =>
    cancel().catch((error: unknown) => {
      if (!String(error).includes('A trade that is OPEN has no entry to cancel')) throw error;
    });
};

/** The account changes while the server is down; the desk finds out when it starts. */
export const changedElsewhere =
  (change: (scene: Scene) => void): Prepare =>
  async (scene) => {
    await opened(scene);
    await scene.desk.rest();
    await scene.desk.server.kill9();
    change(scene);
    return once(() => scene.desk.restart(scene.trader));
  };

/** Like `changedElsewhere`, until the trade is under review; then a person says what became of it. */
export const reviewing =
  (
    { differs, then }: { differs: (scene: Scene) => void; then: (scene: Scene) => void },
    resolution: object,
  ): Prepare =>
  async (scene) => {
    await (
      await changedElsewhere(differs)(scene)
    )?.();
    const isAsked = async () => isIn('NEEDS_REVIEW')((await scene.trade())!);
    await until('a trade under review', isAsked, { within: PREPARING_MS });
    then(scene);
    return reviews(scene, resolution);
  };

/** Reviews the trade unless it is no longer under review: after a CONFLICT the review may be done already. */
export function reviews(scene: Scene, resolution: object): Ask {
  const query = `mutation($id: ID!, $version: Int!, $resolution: ReviewInput!) {
    reviewTrade(id: $id, expectedVersion: $version, resolution: $resolution) { id } }`;
  return async () => {
    const trade = (await scene.trade())!;
    if (!isIn('NEEDS_REVIEW')(trade)) return;
    await scene.trader.ask(query, { id: trade.id, version: trade.version, resolution });
  };
}

/** Buys, then jumps to 17:00: late enough for a delayed close, but no job has read the close yet. */
export const heldIntoItsEnd =
  (quantity: string): Prepare =>
  async (scene) => {
    await opened(scene, { quantity });
    await scene.desk.jumpTo(exchangeDate(scene.desk.now), '17:00:00');
    return null;
  };

export const isIn =
  (...statuses: readonly string[]) =>
  (trade: WireTrade) =>
    statuses.includes(trade.status);

export const hasNoMore =
  (role: string) =>
  ({ orders }: WireTrade) =>
    orders.some((order) => order.role === role && order.status === 'CANCELED');

export const hasArrived =
  (of: string) =>
  ({ orders }: WireTrade) =>
    orders.some(({ role, venueOrderId }) => role === of && venueOrderId !== null);

function once(act: () => Promise<void>): Ask {
  let begun = false;
  return async () => {
    if (begun) return;
    begun = true;
    await act();
  };
}
