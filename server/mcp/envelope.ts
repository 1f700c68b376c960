import type { CallToolResult } from '@modelcontextprotocol/sdk/types.js';
import type { Refused } from './refused.ts';
import type { TradingMode } from '../domain/mode.ts';
import type { Told } from './tool.ts';

/** The schema of every result, refusals included. It is short, because each listed tool carries it. */
export const OUTPUT_SCHEMA = {
  type: 'object',
  properties: {
    mode: { enum: ['PAPER', 'REAL', null] },
    asOf: { type: 'string', format: 'date-time' },
    ageSeconds: { type: ['number', 'null'] },
    simulated: { type: 'boolean' },
    data: {},
    more: { type: 'object' },
    code: { type: 'string' },
    message: { type: 'string' },
    field: { type: 'string' },
  },
  required: ['mode', 'asOf', 'ageSeconds', 'simulated', 'data'],
} as const;

export interface Envelope extends Told {
  /** The desk's time, ISO 8601. */
  readonly asOf: string;
}

export function envelopeOf(told: Told, now: Date): Envelope {
  const { mode, ageSeconds, simulated, data, more } = told;
  const asOf = now.toISOString();
  return { mode, asOf, ageSeconds, simulated, data, ...(more && { more }) };
}

export function resultOf(told: Told, now: Date): CallToolResult {
  return { ...contentOf(envelopeOf(told, now)) };
}

/** A refusal as a result. `data` has its details: failed checks, the current object, a venue's words. */
export function refusalOf(refused: Refused, mode: TradingMode | null, now: Date): CallToolResult {
  const { code, field } = refused;
  const { message, detail } = inOurWords(refused);
  const data = Object.keys(detail).length > 0 ? detail : null;
  const envelope = envelopeOf({ mode, ageSeconds: null, simulated: false, data }, now);
  const said = { code, message, ...(field !== undefined && { field }) };
  return { ...contentOf({ ...envelope, ...said }), isError: true };
}

/** Codes whose message may be a venue's or a market's own words, each with the message to show instead. */
const OF_VENUES: Readonly<Record<string, string>> = {
  VENUE_REJECTED: 'The venue refused it; data.reason has its words',
  VENUE_UNAVAILABLE: 'The venue or its market does not answer; data.reason says more',
};

/** Puts a venue's words into `data`: they are text of others, which is allowed nowhere else. */
export function inOurWords({
  code,
  message,
  detail,
}: Refused): Pick<Refused, 'message' | 'detail'> {
  const words = OF_VENUES[code];
  return words === undefined
    ? { message, detail }
    : { message: words, detail: { reason: message, ...detail } };
}

function contentOf(content: object) {
  return {
    structuredContent: content as Record<string, unknown>,
    content: [{ type: 'text' as const, text: JSON.stringify(content) }],
  };
}
