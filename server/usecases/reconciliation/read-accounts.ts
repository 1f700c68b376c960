import {
  dayTradesFrom,
  dayTradesOf,
  type AccountReport,
} from '../../domain/account/account-report.ts';
import { newYorkInstant } from '../../domain/calendar/new-york-time.ts';
import type { Username } from '../../domain/ids.ts';
import type { AccountFigures } from '../../domain/order/account-figures.ts';
import {
  describeAccount,
  isSameAccount,
  type VenueAccount,
} from '../../domain/trade/venue-account.ts';
import type { BookReader } from '../../ports/book.ts';
import type { BookDeps } from '../steps/book-deps.ts';

const UNKNOWN: AccountFigures = {
  type: null,
  cash: null,
  equity: null,
  buyingPower: null,
  shareBuyingPower: null,
  dayTradeBuyingPower: null,
  unsettledCash: null,
  marginCall: null,
};

/** The user's accounts of real money: those that the settings name first, then earlier ones. */
export async function readAccounts(
  { book, named, clock }: Pick<BookDeps, 'book' | 'named' | 'clock'>,
  username: Username,
): Promise<readonly AccountReport[]> {
  if (book.mode === 'PAPER') return [];
  const inSettings = (await named?.of(username)) ?? [];
  return book.view(username, async (reader) => {
    const seen = await reader.accountFunds();
    const dayTrades = await dayTradesBy(reader, clock.now());
    const before = seen.filter((each) => !inSettings.some((one) => isSameAccount(one, each)));
    return [...inSettings, ...before].map((place) => {
      const { venue, account } = place;
      const funds = seen.find((each) => isSameAccount(each, place));
      return {
        ...UNKNOWN,
        ...figuresOf(funds),
        ...{ venue, account, named: inSettings.some((one) => isSameAccount(one, place)) },
        dayTrades: dayTrades.get(describeAccount(place)) ?? 0,
        deposited: funds?.deposited ?? null,
        asOf: funds?.asOf ?? null,
      };
    });
  });
}

function figuresOf(funds: AccountFigures | undefined): Partial<AccountFigures> {
  if (!funds) return {};
  const { type, cash, equity, buyingPower, shareBuyingPower, ...rest } = funds;
  const { dayTradeBuyingPower, unsettledCash, marginCall } = rest;
  return {
    ...{ type, cash, equity, buyingPower, shareBuyingPower },
    ...{ dayTradeBuyingPower, unsettledCash, marginCall },
  };
}

/** Day trades by account. */
async function dayTradesBy(reader: BookReader, now: Date): Promise<ReadonlyMap<string, number>> {
  const fills = await reader.fillsSince(newYorkInstant(dayTradesFrom(now), 0));
  const ids = dayTradesOf(fills);
  const trades = await reader.tradesById([...new Set(ids)]);
  const places = new Map<string, VenueAccount>(
    trades.map(({ trade: { id, venue, venueAccount: account } }) => [id, { venue, account }]),
  );
  const counts = new Map<string, number>();
  for (const id of ids) {
    const place = places.get(id);
    if (place) counts.set(describeAccount(place), (counts.get(describeAccount(place)) ?? 0) + 1);
  }
  return counts;
}
