export interface SideSetting {
  readonly bid: number | null;
  readonly ask: number | null;
  readonly midIv?: number;
  readonly volume?: number;
  readonly openInterest?: number;
  /** The model's own value, which the desk must ignore. */
  readonly value?: number;
}

export interface StrikeSetting {
  readonly ticker: string;
  readonly expiry: string;
  readonly strike: number;
  /** The root of the listed options; undefined when it is the ticker. */
  readonly root?: string;
  readonly call: SideSetting;
  readonly put: SideSetting;
  /** The call's delta. */
  readonly delta?: number;
  readonly gamma?: number;
  readonly theta?: number;
  readonly vega?: number;
  readonly stockPrice?: number;
  readonly spotPrice?: number;
  readonly expiryTod?: 'am' | 'pm';
  readonly quotedAt?: Date;
}

export interface UnderlyingSetting {
  readonly bid: number;
  readonly ask: number;
  readonly stockPrice: number;
  readonly quotedAt?: Date;
}

export type Timestamps = 'iso' | 'plain';

/** An instant in one of two styles; both are UTC, but only `iso` says so. */
export function stamp(at: Date, style: Timestamps): string {
  const iso = `${at.toISOString().slice(0, 19)}Z`;
  return style === 'iso' ? iso : iso.replace('T', ' ').replace('Z', '');
}

export function strikeJson(setting: StrikeSetting, quotedAt: string): object {
  const { call, put, spotPrice, expiryTod } = setting;
  return {
    ...termsJson(setting, quotedAt),
    ...sideJson('call', call),
    ...sideJson('put', put),
    ...(spotPrice !== undefined && { spotPrice }),
    ...(expiryTod && { expiryTod }),
  };
}

/** The row of a put also carries the call's delta. */
export function optionJson(setting: StrikeSetting, right: 'C' | 'P', quotedAt: string): object {
  const side = right === 'C' ? setting.call : setting.put;
  return {
    ...termsJson(setting, quotedAt),
    optionSymbol: occSymbol(setting, right),
    optionType: right === 'C' ? 'Call' : 'Put',
    volume: side.volume ?? 0,
    openInterest: side.openInterest ?? 0,
    bidPrice: side.bid,
    askPrice: side.ask,
    optValue: side.value ?? null,
    midIv: side.midIv ?? 0,
  };
}

export function occSymbol(
  { root, ticker, expiry, strike }: StrikeSetting,
  right: 'C' | 'P',
): string {
  const digits = String(Math.round(strike * 1000)).padStart(8, '0');
  return `${root ?? ticker}${expiry.slice(2).replaceAll('-', '')}${right}${digits}`;
}

function termsJson(setting: StrikeSetting, quotedAt: string): object {
  const { ticker, expiry, strike, delta = 0.5, gamma = 0.02, theta = -0.05, vega = 0.1 } = setting;
  // `dte` counts the trade date too, so none of our code may rely on it.
  const common = { ticker, tradeDate: quotedAt.slice(0, 10), expirDate: expiry, dte: 99, strike };
  const stockPrice = setting.stockPrice ?? strike;
  return {
    ...common,
    stockPrice,
    delta,
    gamma,
    theta,
    vega,
    quoteDate: quotedAt,
    updatedAt: quotedAt,
  };
}

function sideJson(name: 'call' | 'put', side: SideSetting): object {
  return {
    [`${name}BidPrice`]: side.bid,
    [`${name}AskPrice`]: side.ask,
    [`${name}Value`]: side.value ?? null,
    [`${name}MidIv`]: side.midIv ?? 0,
    [`${name}Volume`]: side.volume ?? 0,
    [`${name}OpenInterest`]: side.openInterest ?? 0,
  };
}
