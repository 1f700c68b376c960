import { dec } from '../../domain/decimal.ts';
import { formatOccSymbol, type OptionTerms } from '../../domain/instrument/occ-symbol.ts';
import type { TradingMode } from '../../domain/mode.ts';
import { ask } from '../ask.ts';
import { Refused } from '../refused.ts';
import {
  inItsWords,
  REQUEST_KINDS,
  requestIn,
  requestProperties,
  type GivenRequest,
} from '../requests.ts';
import { BESIDE_BOOK, type Aged, type BesideBook } from '../told.ts';
import { hasScope, type MakeTool, type McpCaller, type Told } from '../tool.ts';
import { TRADE } from './fields.ts';

interface Preview {
  readonly confirmationToken: string | null;
  readonly expiresAt: string | null;
}

interface Previewed extends BesideBook {
  readonly told: Preview;
  /** The trade that a close or new exits are for. */
  readonly trade?: { readonly mark: Aged } | null;
}

/** How an order names its instrument: by a symbol, a mint, or the terms of an option. */
interface OrderBody {
  readonly option?: (OptionTerms & { readonly symbol?: string | null }) | null;
  readonly equity?: { readonly symbol: string } | null;
  readonly token?: { readonly mint: string } | null;
}

/** The preview without its own confirmation, which this tool's token replaces. */
export const PREVIEW = `cost fees maxLoss maxProfit breakEven stopLoss lossAtStop buyingPowerAfter roundTrip realizedPnl
  riskChecks { rule passed limit actual message } exitsNote coverNote`;

const ANSWER = `{ ${PREVIEW} confirmationToken expiresAt }`;

/** Previews a request and returns the token that sends exactly this request. It changes nothing. */
export const prepare: MakeTool = ({ schema }) => ({
  name: 'prepare',
  title: 'Prepare an order, a close or new exits',
  description:
    'Previews an order (order), a close (close) or new exits (bracket); give exactly one of the three. Nothing is sent or stored. The answer repeats the request, with its preview, a confirmationToken and expiresAt, 60 seconds later. Show it to the person; when they say yes, give the same request, word for word, with the token to confirm_paper or confirm_real. confirmationToken is null when the request could not be sent now: the preview and its riskChecks say why.',
  inputSchema: {
    type: 'object',
    properties: requestProperties(schema),
    additionalProperties: false,
  },
  annotations: { readOnlyHint: true },
  offered: ({ principal }) => hasScope(principal, 'TRADE_PAPER', 'TRADE_REAL'),
  async call(args, caller) {
    const given = requestIn(args);
    const { mode } = given;
    // When no book is named, the preview below refuses the request in the API's words.
    if (mode && !hasScope(caller.principal, `TRADE_${mode}`))
      throw new Refused('FORBIDDEN', `This token does not trade ${mode}`);
    const previewed = await inItsWords(given.name, previewOf(given, caller));
    if (!mode) throw new Error('A request of no book was previewed');
    return prepared(given, mode, previewed, caller);
  },
});

function previewOf({ name, body, mode }: GivenRequest, caller: McpCaller): Promise<Previewed> {
  const { input, preview } = REQUEST_KINDS[name];
  const trade = `trade(id: $id) { ${TRADE} }`;
  const isOrder = name === 'order';
  const document = `query ($input: ${input}!, $mode: TradingMode!${isOrder ? '' : ', $id: ID!'}) {
    told: ${preview}(input: $input) ${ANSWER} ${isOrder ? '' : trade} ${BESIDE_BOOK} }`;
  const id = isOrder ? {} : { id: body.id };
  return ask<Previewed>(caller, document, { input: body, mode: mode ?? 'PAPER', ...id });
}

async function prepared(
  { name, body }: GivenRequest,
  mode: TradingMode,
  { told, trade, desk }: Previewed,
  caller: McpCaller,
): Promise<Told> {
  const { confirmationToken, expiresAt, ...preview } = told;
  const { username } = caller.principal.user;
  const confirmation = caller.desk.prepared.prepare(
    { username, mode, request: { [name]: body } },
    { confirmationToken, expiresAt: expiresAt === null ? null : new Date(expiresAt) },
  );
  const quote = trade === undefined ? await quoteOf(body, mode, caller) : (trade?.mark ?? null);
  return {
    ...{ mode, simulated: desk.simulated, ageSeconds: quote?.ageSeconds ?? null },
    data: {
      [name]: body,
      preview,
      ...(trade === undefined ? { quote } : { trade }),
      confirmationToken: confirmation.confirmationToken,
      expiresAt: confirmation.expiresAt?.toISOString() ?? null,
    },
  };
}

/** The present price of an order's instrument; null when the market does not answer. */
async function quoteOf(body: OrderBody, mode: TradingMode, caller: McpCaller): Promise<Aged> {
  const document = `query ($symbols: [String!]!, $mode: TradingMode!) {
    quotes(symbols: $symbols, mode: $mode) { symbol bid ask mid last ageSeconds source stale delayed } }`;
  const symbols = [symbolOf(body)];
  try {
    return (await ask<{ quotes: Aged[] }>(caller, document, { symbols, mode })).quotes[0] ?? null;
  } catch (error) {
    if (error instanceof Refused && error.code === 'VENUE_UNAVAILABLE') return null;
    throw error;
  }
}

/** The symbol of an order whose preview succeeded: such an order names one instrument. */
function symbolOf({ option, equity, token }: OrderBody): string {
  if (token) return token.mint;
  if (equity) return equity.symbol;
  const { symbol, underlying, strike, expiration, right } = option!;
  return symbol ?? formatOccSymbol({ underlying, strike: dec(strike), expiration, right });
}
