import { modeOfId, type TradingMode } from '../domain/mode.ts';
import { ask } from './ask.ts';
import type { Arguments, McpCaller, McpTool, Told } from './tool.ts';

/** Read in addition by documents about a book: whether its market is simulated. */
export const BESIDE_BOOK = 'desk: systemStatus(mode: $mode) { simulated }';

/** The part of an answer that `BESIDE_BOOK` asks for. */
export interface BesideBook {
  readonly desk: { readonly simulated: boolean };
}

/** The age of a price in an answer; null when no price is known. */
export type Aged = { readonly ageSeconds: number | null } | null;

/** The book that the caller named, or the argument's default. */
export function modeOf({ mode = 'PAPER' }: Arguments): TradingMode {
  return mode as TradingMode;
}

/** The book of a trade's id. */
export function modeOfTrade({ id }: Arguments): TradingMode | null {
  return typeof id === 'string' ? modeOfId(id) : null;
}

export function oldest(prices: readonly Aged[]): number | null {
  const ages = prices.flatMap((price) => (price?.ageSeconds == null ? [] : [price.ageSeconds]));
  return ages.length === 0 ? null : Math.max(...ages);
}

/** A result that concerns no book and has no price. */
export function toldOfNone(data: unknown): Told {
  return { mode: null, ageSeconds: null, simulated: false, data };
}

/** A result about a book, without a current price. */
export function toldOfBook<T>({ told, desk }: BesideBook & { told: T }, args: Arguments): Told {
  return { mode: modeOf(args), ageSeconds: null, simulated: desk.simulated, data: told };
}

/** A result after a change of PAPER: a mutation's document cannot ask whether the market is simulated. */
export async function toldOfPaper(data: unknown, caller: McpCaller): Promise<Told> {
  const mode = 'PAPER';
  const { desk } = await ask<BesideBook>(caller, `query ($mode: TradingMode!) { ${BESIDE_BOOK} }`, {
    mode,
  });
  return { mode, ageSeconds: null, simulated: desk.simulated, data };
}

/** The book that a call names in its arguments, which are not checked yet. */
export function askedMode({ inputSchema }: McpTool, args: Arguments): TradingMode | null {
  const { default: standard } = (inputSchema.properties.mode ?? {}) as {
    readonly default?: unknown;
  };
  const inner = Object.values(args).filter(isObject);
  return [{ mode: standard, ...args }, ...inner].map(namedBook).find(Boolean) ?? null;
}

function namedBook({ mode, id }: Arguments): TradingMode | null {
  if (mode === 'PAPER' || mode === 'REAL') return mode;
  return typeof id === 'string' ? modeOfId(id) : null;
}

function isObject(value: unknown): value is Arguments {
  return typeof value === 'object' && value !== null;
}
