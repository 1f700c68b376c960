import type { Instrument } from '../../domain/instrument/instrument.ts';
import type { Mark } from '../../domain/market/mark.ts';
import type { Trade } from '../../domain/trade/trade.ts';
import { revive } from './record-shape.ts';
import {
  BRACKET,
  CLOSE_REQUEST,
  EQUITY,
  FLAT_TRADE,
  MARK,
  OPTION,
  SETTLEMENT,
  type FlatTrade,
} from './trade-shape.ts';

/** A trade as `JSON.stringify` wrote it: decimals as text, times as ISO, its mark as it stood. */
export function tradeFromJson(text: string): Trade {
  const json = JSON.parse(text) as Trade;
  const known = <T extends object>(part: T | null, read: (part: T) => T): T | null =>
    part === null ? null : read(part);
  return {
    ...revive<FlatTrade>(json, FLAT_TRADE),
    instrument: instrumentFromJson(json.instrument),
    bracket: revive(json.bracket, BRACKET),
    wantedBracket: known(json.wantedBracket, (part) => revive(part, BRACKET)),
    closeRequest: known(json.closeRequest, (part) => revive(part, CLOSE_REQUEST)),
    context: json.context,
    entryGreeks: json.entryGreeks,
    exitGreeks: json.exitGreeks,
    settlement: known(json.settlement, (part) => revive(part, SETTLEMENT)),
    mark: known(json.mark, (part) => revive(part, MARK)),
  };
}

export function markFromJson(text: string): Mark {
  return revive(JSON.parse(text) as object, MARK);
}

function instrumentFromJson(instrument: Instrument): Instrument {
  return instrument.assetClass === 'OPTION'
    ? revive(instrument, OPTION)
    : revive(instrument, EQUITY);
}
