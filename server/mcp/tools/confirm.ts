import { Refusal } from '../../domain/refusal.ts';
import type { TradingMode } from '../../domain/mode.ts';
import { VENUES } from '../../domain/venue.ts';
import { ask } from '../ask.ts';
import { Refused } from '../refused.ts';
import { requestProperties } from '../requests.ts';
import { hasScope, type Arguments, type MakeTool, type McpCaller, type McpTool } from '../tool.ts';
import { sendPrepared, type Sent } from './send-prepared.ts';

const TOKEN = {
  type: 'string',
  description: 'The confirmationToken that prepare gave for this request.',
};

const LONG_AGO = new Date(0);

/** Sends a prepared request on PAPER. */
export const confirmPaper: MakeTool = ({ schema }) => ({
  ...confirming('PAPER', requestProperties(schema)),
  name: 'confirm_paper',
  title: 'Send it on PAPER, where no real money is at stake',
  description: describe('PAPER, where no real money is at stake'),
  offered: ({ principal }) => hasScope(principal, 'TRADE_PAPER'),
});

/** Sends a prepared request with real money. It is listed only while REAL is armed. */
export const confirmReal: MakeTool = ({ schema }) => ({
  ...confirming('REAL', requestProperties(schema)),
  name: 'confirm_real',
  title: 'Send it with REAL MONEY',
  description: describe('REAL, WITH REAL MONEY'),
  offered: async (caller) => mayTradeReal(caller) && (await isArmed(caller)),
  allowed: mayTradeReal,
});

function describe(book: string): string {
  return `Sends in ${book}, the request that prepare was given: repeat order, close or bracket word for word, with its confirmationToken, within 60 seconds. Call it only after the person has seen the request and said yes. The answer is the trade; the same call again gives the same trade and no second order.`;
}

function confirming(
  mode: TradingMode,
  requests: Readonly<Record<string, object>>,
): Pick<McpTool, 'inputSchema' | 'annotations' | 'call'> {
  return {
    inputSchema: {
      type: 'object',
      properties: { ...requests, confirmationToken: TOKEN },
      required: ['confirmationToken'],
      additionalProperties: false,
    },
    annotations: { readOnlyHint: false, destructiveHint: true, idempotentHint: true },
    async call(args, caller) {
      const isOpen = mode === 'PAPER' || (await isArmed(caller));
      const { told } = await (isOpen ? sendPrepared(args, mode, caller) : sentBefore(args, caller));
      const { simulated } = VENUES[told.venue];
      return { mode, simulated, ageSeconds: told.mark?.ageSeconds ?? null, data: told };
    },
  };
}

/** While REAL is not armed, a retry only returns what it has already sent. @throws {Refused} FORBIDDEN */
async function sentBefore(args: Arguments, caller: McpCaller): Promise<Sent> {
  try {
    return await sendPrepared(args, 'REAL', caller, LONG_AGO);
  } catch (error) {
    if (!(error instanceof Refused || error instanceof Refusal)) throw error;
    throw new Refused('FORBIDDEN', 'REAL is not armed: a person arms it on the dashboard');
  }
}

function mayTradeReal({ principal }: McpCaller): boolean {
  return hasScope(principal, 'TRADE_REAL');
}

/** A desk without REAL is not armed. @throws every other error */
async function isArmed(caller: McpCaller): Promise<boolean> {
  const document = '{ systemStatus(mode: REAL) { armed } }';
  try {
    const answer = await ask<{ systemStatus: { armed: boolean } }>(caller, document);
    return answer.systemStatus.armed;
  } catch (error) {
    if (error instanceof Refused && error.code === 'REAL_MODE_DISABLED') return false;
    throw error;
  }
}
