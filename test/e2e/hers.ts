import type { WireTrade } from '../support/servers/trader.ts';

/** A text in all of Ada's data that Bob could see. */
export const MARKER = 'adas-own-business';

/** Ada's data, by the names in the requests. */
export interface Hers {
  readonly trade: WireTrade;
  readonly key: string;
  readonly alert: string;
  readonly session: string;
  readonly strategy: string;
  readonly backtest: string;
  readonly sweep: string;
  readonly dataSet: string;
  readonly apiToken: string;
  readonly forecast: string;
}
