import type { Instrument } from '../../../domain/instrument/instrument.ts';
import type { Mark } from '../../../domain/market/mark.ts';
import type { Trade } from '../../../domain/trade/trade.ts';
import { revive, reviveInPlace } from '../sql/record-shape.ts';
import {
  BRACKET,
  CLOSE_REQUEST,
  DOUBT,
  EQUITY,
  FLAT_TRADE,
  MARK,
  OPTION,
  TOKEN,
  REVIEW,
  SETTLEMENT,
  SPLIT,
  TRAIL,
  type FlatTrade,
} from './trade-shape.ts';

/** Fields that events of earlier versions do not have. */
const ADDED_LATER = {
  ...{ deliveredFrom: null, deliveredTo: [], feeSchedule: null, twinOf: null },
  ...{ adoptedAt: null, fillFit: null },
};

/** Lines from before reviews existed, and from before a close kept what was confirmed, lack these fields. */
const OLDER_CLOSE = { missing: null, confirmedPrice: null };

const BEFORE_HISTORY = { awaitsHistory: null };

/** Decimals are text and times are ISO text. The mark is the one at that time. */
export function tradeFromJson(json: Trade): Trade {
  const known = <T extends object>(part: T | null, read: (part: T) => T): T | null =>
    part === null ? null : read(part);
  return {
    ...revive<FlatTrade>({ ...ADDED_LATER, ...json }, FLAT_TRADE),
    instrument: instrumentFromJson(json.instrument),
    bracket: revive(json.bracket, BRACKET),
    wantedBracket: known(json.wantedBracket, (part) => revive(part, BRACKET)),
    // Lines from before trailing stops existed have none.
    trail: known(json.trail ?? null, (part) => revive(part, TRAIL)),
    closeRequest: known(json.closeRequest, (part) =>
      revive({ ...OLDER_CLOSE, ...part }, CLOSE_REQUEST),
    ),
    review: known(json.review ?? null, (part) => revive(part, REVIEW)),
    // Lines from before the venue's own changes were recorded have neither of the two.
    doubt: known(json.doubt ?? null, (part) => revive({ ...BEFORE_HISTORY, ...part }, DOUBT)),
    split: known(json.split ?? null, (part) => revive(part, SPLIT)),
    // Lines from before strategies traded have none.
    strategyRun: json.strategyRun ?? null,
    context: json.context,
    entryGreeks: json.entryGreeks,
    exitGreeks: json.exitGreeks,
    settlement: known(json.settlement, (part) =>
      revive({ delivery: null, shares: null, ...(part as object) }, SETTLEMENT),
    ),
    mark: known(json.mark, (part) => revive(part, MARK)),
  };
}

export function markFromJson(text: string): Mark {
  return reviveInPlace(JSON.parse(text) as object, MARK);
}

function instrumentFromJson(instrument: Instrument): Instrument {
  switch (instrument.assetClass) {
    case 'OPTION':
      return revive(instrument, OPTION);
    case 'EQUITY':
      return revive(instrument, EQUITY);
    case 'TOKEN':
      return revive(instrument, TOKEN);
  }
}
