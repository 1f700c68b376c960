import { exchangeDate } from '../../../server/domain/calendar/market-calendar.ts';
import { dec } from '../../../server/domain/decimal.ts';
import { parseOccSymbol } from '../../../server/domain/instrument/occ-symbol.ts';
import { remaining, type EmulatedOrder } from '../../venues/tradier/emulated-order.ts';
import type { Scene } from './crash-desk.ts';

const isEntry = (order: EmulatedOrder) => order.side === 'buy_to_open';

export const nothing = () => undefined;

/** Fills entries and market orders; exits wait for their price. */
export function fillWhatMay({ account }: Scene): void {
  for (const order of account.live()) {
    if (isEntry(order)) account.fill(order, remaining(order), dec('1.50'));
    else if (order.type === 'market') account.fill(order, remaining(order), dec('1.40'));
  }
}

export function fillTarget({ account }: Scene): void {
  const target = account.live().find((order) => !isEntry(order) && order.type === 'limit');
  if (target) account.fill(target, remaining(target), dec('2.50'));
}

/** Fills two of the entry's three contracts; the rest keeps working. */
export function fillTwo({ account }: Scene): void {
  const entry = account.live().find((order) => isEntry(order) && order.filled.isZero());
  if (entry) account.fill(entry, dec(2), dec('1.50'));
}

/** Fills two of the entry's three contracts and cancels the rest. */
export function fillInPart({ account }: Scene): void {
  const entry = account.live().find(isEntry);
  if (!entry) return;
  account.fill(entry, dec(2), dec('1.50'));
  account.cancel(entry);
}

/** Sells one of three contracts, otherwise like `sellElsewhere`. */
export function sellOneElsewhere({ account, symbol }: Scene): void {
  const held = account.positions.get(symbol);
  if (!held?.quantity.equals(3)) return;
  account.positions.set(symbol, { ...held, quantity: dec(2) });
  account.cash = account.cash.plus(140);
  account.statement.trade(symbol, dec(-1), dec('1.40'), dec(140));
}

export function expireEntry({ account }: Scene): void {
  const entry = account.live().find(isEntry);
  if (entry) account.cancel(entry, 'expired');
}

/** The account's owner sells the position with another program; the desk's exits keep working. */
export function sellElsewhere({ account, symbol }: Scene): void {
  const held = account.positions.get(symbol)?.quantity;
  if (!held) return;
  const amount = held.times('1.40').times(100);
  account.positions.delete(symbol);
  account.cash = account.cash.plus(amount);
  account.statement.trade(symbol, held.neg(), dec('1.40'), amount);
}

/** Another program takes one of the three contracts away. */
export function borrowOne({ account, symbol }: Scene): void {
  const held = account.positions.get(symbol);
  if (held) account.positions.set(symbol, { ...held, quantity: dec(2) });
}

export function giveBackOne({ account, symbol }: Scene): void {
  const held = account.positions.get(symbol);
  if (held) account.positions.set(symbol, { ...held, quantity: dec(3) });
}

const strikeOf = (symbol: string) => parseOccSymbol(symbol)!.strike;

function lastClose({ desk, account }: Scene, close: number): void {
  desk.venue.setClose('SPY', exchangeDate(desk.now), close);
  for (const order of account.live()) account.cancel(order, 'expired');
}

/** The underlying closes far below the strike: the venue removes the whole position. */
export function endWorthless(scene: Scene): void {
  const { account, symbol } = scene;
  lastClose(scene, 490);
  if (account.positions.has(symbol)) account.endPosition(symbol, 'Expiration');
}

/** Ends the contract ten dollars in the money; without cash for shares it is closed out at its value. */
export function closeOut(scene: Scene): void {
  const { account, symbol } = scene;
  lastClose(scene, strikeOf(symbol).plus(10).toNumber());
  const held = account.positions.get(symbol)?.quantity;
  if (held) account.endPosition(symbol, 'Expiration', held.times(10).times(100));
}

/** Ends the contract ten dollars in the money: each becomes a hundred shares at the strike. */
export function exercise(scene: Scene): void {
  const { account, symbol } = scene;
  const strike = strikeOf(symbol);
  lastClose(scene, strike.plus(10).toNumber());
  const held = account.positions.get(symbol)?.quantity;
  if (!held) return;
  const quantity = held.times(100);
  const costBasis = quantity.times(strike);
  account.endPosition(symbol, 'Exercise', costBasis.neg());
  account.positions.set('SPY', { quantity, costBasis });
}
