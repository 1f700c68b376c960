import type { Username } from '../../domain/ids.ts';
import type { TradingMode } from '../../domain/mode.ts';
import { Refusal } from '../../domain/refusal.ts';
import type { Clock } from '../../ports/clock.ts';
import type { PreparedOrders } from '../../ports/prepared-orders.ts';
import type { Prepared } from '../../ports/trading-system.ts';
import { CONFIRMED_MS, UNCONFIRMED, type Confirmation } from '../steps/confirmation.ts';
import { requestText } from './request-text.ts';

/** What an assistant asks to be sent: an order, a close or new exits, as it was given. */
export interface AssistantRequest {
  readonly username: Username;
  readonly mode: TradingMode;
  /** The one argument that is given, under its name. */
  readonly request: Readonly<Record<string, unknown>>;
}

/** A request that was prepared, and in REAL the confirmation of its preview. */
export interface ConfirmedRequest extends Prepared {
  readonly confirmation: string | null;
}

/**
 * Binds a user's yes to what was shown: to this user, this book and this very request. Nothing is stored. A request
 * is done once by its idempotency key, which is part of it and is stored in the transaction of what it does.
 */
export class PreparedRequests {
  constructor(private readonly deps: { readonly orders: PreparedOrders; readonly clock: Clock }) {}

  /** In REAL it gives no confirmation where the preview gave none. @throws {Refusal} BAD_USER_INPUT */
  prepare(asked: AssistantRequest, preview: Confirmation): Confirmation {
    const { username, mode, request } = asked;
    const body = requestText(request);
    if (body === null) throw new Refusal('BAD_USER_INPUT', 'The request is nested too deeply.');
    const until = expiryOf(mode, preview, this.deps.clock.now());
    if (until === null) return UNCONFIRMED;
    const confirmation = mode === 'REAL' ? preview.confirmationToken : null;
    const token = this.deps.orders.sign({ username, mode, body, until, confirmation });
    return { confirmationToken: token, expiresAt: until };
  }

  /**
   * Checks that exactly this was prepared. Whether its time has run out is judged where it is stored: a request that
   * was done in time gets the same answer however late it is repeated.
   * @throws {Refusal} CONFIRMATION_REQUIRED
   */
  confirmed({ username, mode, request }: AssistantRequest, token: unknown): ConfirmedRequest {
    const body = requestText(request);
    const said =
      typeof token === 'string' && body !== null
        ? this.deps.orders.read(token, { username, mode, body })
        : null;
    if (said) return said;
    throw new Refusal(
      'CONFIRMATION_REQUIRED',
      'This was not prepared: call prepare, show its answer to the user, and give the same request with its confirmationToken, word for word.',
    );
  }
}

function expiryOf(mode: TradingMode, preview: Confirmation, now: Date): Date | null {
  if (mode === 'PAPER') return new Date(now.getTime() + CONFIRMED_MS);
  return preview.confirmationToken === null ? null : preview.expiresAt;
}
