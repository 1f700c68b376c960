import type { TradingMode } from '../../domain/mode.ts';
import { Refusal } from '../../domain/refusal.ts';
import type { VenueName } from '../../domain/venue.ts';
import type { ConfirmedRequest } from '../../usecases/assistants/prepared-requests.ts';
import { ask } from '../ask.ts';
import { Refused } from '../refused.ts';
import { inItsWords, REQUEST_KINDS, requestIn, type GivenRequest } from '../requests.ts';
import type { Aged } from '../told.ts';
import type { Arguments, McpCaller } from '../tool.ts';
import { TRADE } from './fields.ts';

/** The trade in its present state. */
export interface Sent {
  readonly told: { readonly venue: VenueName; readonly mark: Aged };
}

const SENT = `{ ${TRADE} orders { id role side type status quantity filledQuantity averagePrice limitPrice stopPrice
  placedAt reason } }`;

/**
 * Sends a prepared request. `until`: replaces the time at which the confirmation ends.
 * @throws {Refusal} CONFIRMATION_REQUIRED for a request that was not prepared
 * @throws {Refused} what the API refuses
 */
export async function sendPrepared(
  args: Arguments,
  mode: TradingMode,
  caller: McpCaller,
  until?: Date,
): Promise<Sent> {
  const { given, confirmed } = confirmedIn(args, mode, caller);
  return send(given, { ...confirmed, ...(until && { until }) }, caller);
}

/** Checks that exactly this was prepared, before anything is read. @throws {Refusal} CONFIRMATION_REQUIRED */
function confirmedIn(args: Arguments, mode: TradingMode, { desk, principal }: McpCaller) {
  const given = asked(args);
  if (given.mode !== mode)
    throw new Refusal('CONFIRMATION_REQUIRED', `This sends in ${mode} alone: prepare it there.`);
  const { username } = principal.user;
  const request = { username, mode, request: { [given.name]: given.body } };
  return { given, confirmed: desk.prepared.confirmed(request, args.confirmationToken) };
}

function asked(args: Arguments): GivenRequest {
  try {
    return requestIn(args);
  } catch (error) {
    if (!(error instanceof Refused)) throw error;
    const { message, field } = error;
    throw new Refused('CONFIRMATION_REQUIRED', message, field === undefined ? {} : { field });
  }
}

function send(
  { name, body }: GivenRequest,
  { until, confirmation }: ConfirmedRequest,
  caller: McpCaller,
): Promise<Sent> {
  const { input, send: mutation } = REQUEST_KINDS[name];
  const document = `mutation ($input: ${input}!) { told: ${mutation}(input: $input) ${SENT} }`;
  const variables = { input: { ...body, confirmationToken: confirmation } };
  return inItsWords(name, ask<Sent>({ ...caller, prepared: { until } }, document, variables));
}
