import type { PreviewPartsFragment } from '../gql/graphql.ts';
import type { DeskError } from '../lib/errors.ts';

/** A preview whose confirmation can be sent with the very input that it was given for. */
export interface Confirmable {
  readonly confirmationToken?: string | null;
  readonly expiresAt?: string | null;
  readonly riskChecks?: PreviewPartsFragment['riskChecks'];
}
/** The preview of an order, with its confirmation. */
export type Confirmation = PreviewPartsFragment & Confirmable;

export interface Previewed<Preview extends Confirmable = Confirmation> {
  readonly preview: Preview | null;
  readonly error: DeskError | null;
}

/** The two requests of an act with real money. */
export interface RealWay<Input extends object, Preview extends Confirmable = Confirmation> {
  preview(input: Input): Promise<Previewed<Preview>>;
  /** Returns why the request failed; null when it is stored. */
  send(input: Input & { confirmationToken: string }): Promise<DeskError | null>;
}

/**
 * One order on its way to real money: it is shown as it would be sent, confirmed for a minute, and sent as
 * shown. After any refusal it needs a new confirmation.
 */
export class RealSending<Input extends object, Preview extends Confirmable = Confirmation> {
  /** What is shown and would be sent, key included; null while nothing is to be confirmed. */
  input: Input | null = $state.raw(null);
  preview: Preview | null = $state.raw(null);
  failed: DeskError | null = $state.raw(null);
  asking = $state(false);
  sending = $state(false);
  #turn = 0;

  constructor(private readonly way: RealWay<Input, Preview>) {}

  /** Shows the order and asks for its confirmation. */
  async open(input: Input): Promise<void> {
    this.input = input;
    this.failed = null;
    await this.ask();
  }

  /** Asks for a new confirmation. */
  async ask(): Promise<void> {
    const { input } = this;
    if (!input) return;
    const turn = ++this.#turn;
    this.preview = null;
    this.asking = true;
    const { preview, error } = await this.way.preview(input);
    if (turn !== this.#turn) return;
    this.asking = false;
    this.preview = preview;
    if (error) this.failed = error;
  }

  /** Seconds for which the confirmation is still good; null without one. */
  secondsLeft(now: number): number | null {
    const { confirmationToken, expiresAt } = this.preview ?? {};
    if (!confirmationToken || !expiresAt) return null;
    return Math.max(0, (Date.parse(expiresAt) - now) / 1000);
  }

  async send(): Promise<void> {
    const { input, preview } = this;
    const confirmationToken = preview?.confirmationToken;
    if (!input || !confirmationToken || this.sending) return;
    this.sending = true;
    const failed = await this.way.send({ ...input, confirmationToken });
    this.sending = false;
    this.failed = failed;
    this.preview = null;
    if (!failed) this.close();
  }

  close(): void {
    this.#turn += 1;
    this.input = null;
    this.preview = null;
    this.asking = false;
  }
}
