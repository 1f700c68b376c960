import { modeOfId, type TradingMode } from '../domain/mode.ts';
import { ask } from './ask.ts';
import type { Arguments, McpCaller, McpTool, Told } from './tool.ts';

/** What documents of a book ask for beside their field. */
export const BESIDE_BOOK = 'desk: systemStatus(mode: $mode) { simulated }';

/** Where an answer about a book was asked with `BESIDE_BOOK`. */
export interface BesideBook {
  readonly desk: { readonly simulated: boolean };
}

/** A price as answers have it; null where none is known. */
export type Aged = { readonly ageSeconds: number | null } | null;

/** The book that was asked for, or that an argument's default names. */
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

/** What no book is concerned with, and no price. */
export function toldOfNone(data: unknown): Told {
  return { mode: null, ageSeconds: null, simulated: false, data };
}

/** Of a book, without a price of now. */
export function toldOfBook<T>({ told, desk }: BesideBook & { told: T }, args: Arguments): Told {
  return { mode: modeOf(args), ageSeconds: null, simulated: desk.simulated, data: told };
}

/** Of PAPER, after a change: its document has no place to ask for more. */
export async function toldOfPaper(data: unknown, caller: McpCaller): Promise<Told> {
  const mode = 'PAPER';
  const { desk } = await ask<BesideBook>(caller, `query ($mode: TradingMode!) { ${BESIDE_BOOK} }`, {
    mode,
  });
  return { mode, ageSeconds: null, simulated: desk.simulated, data };
}

/** The book that a call is about, as far as its arguments say, right or wrong as they may be. */
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
