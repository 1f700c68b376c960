import { exchangeDate, tradingDaysAfter } from '../../domain/calendar/market-calendar.ts';
import type { OptionContract } from '../../domain/instrument/instrument.ts';
import { basisDoubt, type KnownPrice } from '../../domain/market/price-basis.ts';
import type { Mark } from '../../domain/market/mark.ts';
import type { Trade } from '../../domain/trade/trade.ts';
import type { Book } from '../../ports/book.ts';
import type { OfficialClose } from '../../ports/market-data.ts';
import type { OfficialCloses } from './official-closes.ts';

/**
 * Why a person has to judge an official close: a history read after a split may be adjusted for it. The close
 * is compared with the desk's own last mark of the underlying before expiry, which no later split has
 * changed, or else with the close of the day before. Null when it may settle.
 */
export async function closeInDoubt(
  { book, closes }: { readonly book: Book; readonly closes: OfficialCloses },
  trade: Trade,
  contract: OptionContract,
  close: OfficialClose,
): Promise<string | null> {
  const before =
    (await lastOwnMark(book, trade, contract, close)) ?? (await dayBefore(closes, trade, contract));
  return basisDoubt(contract.underlying, close, before);
}

async function lastOwnMark(
  book: Book,
  trade: Trade,
  { expiration }: OptionContract,
  { sourceTime }: OfficialClose,
): Promise<KnownPrice | null> {
  const lived = (mark: Mark | null) =>
    mark?.underlyingPrice && mark.receivedAt && exchangeDate(mark.receivedAt) <= expiration
      ? mark
      : null;
  const mark =
    lived(trade.mark) ?? lived(await book.read(trade.username).snapshotAt(trade.id, sourceTime));
  if (!mark?.underlyingPrice || !mark.receivedAt) return null;
  const at = mark.receivedAt.toISOString();
  return { price: mark.underlyingPrice, words: `the desk’s own last mark of it, at ${at},` };
}

async function dayBefore(
  closes: OfficialCloses,
  trade: Trade,
  { underlying, expiration }: OptionContract,
): Promise<KnownPrice | null> {
  const date = tradingDaysAfter(expiration, -1);
  const close = await closes.of(trade, underlying, date);
  return close && { price: close.price, words: `its close of the day before, ${date},` };
}
