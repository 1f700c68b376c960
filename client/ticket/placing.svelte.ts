import type { Desk } from '../desk/desk.svelte.ts';
import { measureEnd } from '../figures/bracket.ts';
import { RealSending } from '../desk/real-sending.svelte.ts';
import { PlaceTradeDocument, type PlaceTradeInput } from '../gql/graphql.ts';
import { deskError, type DeskError } from '../lib/errors.ts';
import { exact } from '../lib/exact.ts';
import { IdempotencyKey } from '../lib/idempotency.ts';
import { route } from '../lib/route.svelte.ts';
import { previewTrade, Previewed } from './previewed.svelte.ts';
import { fieldErrors, refusal } from './refusal.ts';
import type { Ticket } from './ticket.svelte.ts';

/** Takes a written order to the desk: previews it, says what speaks against it, and places it. */
export class Placing {
  storing = $state(false);
  /** Why the order was not placed; null until placing is tried, and after a change. */
  failed: DeskError | null = $state.raw(null);
  readonly previewed = new Previewed();
  /** In REAL: the order as it would be sent, until a person confirms it. */
  readonly real = new RealSending<PlaceTradeInput>({
    preview: (input) => previewTrade(this.desk.client, input),
    send: (input) => this.#send(input),
  });
  readonly #key = new IdempotencyKey();
  #round = $state(0);

  constructor(
    private readonly desk: Desk,
    readonly ticket: Ticket,
  ) {}

  readonly #order = $derived.by(() => JSON.stringify(this.ticket.input(this.desk.mode)));
  /** It is another only when it says something else: most quotes change nothing in it. */
  readonly order = $derived.by((): ReturnType<Ticket['input']> => JSON.parse(this.#order));
  readonly checks = $derived.by(() => {
    const { failed, previewed } = this;
    if (failed?.checks.length) return failed.checks;
    return previewed.answer?.riskChecks ?? previewed.error?.checks ?? [];
  });
  readonly errors = $derived.by(() =>
    fieldErrors(this.ticket, this.failed ?? this.previewed.error),
  );
  /** Why the order cannot be placed now, in words; null when it can. */
  readonly refused = $derived.by(() =>
    refusal(this.ticket, this.previewed, this.errors, {
      mode: this.desk.shownMode,
      armed: this.desk.status.current?.systemStatus.armed ?? false,
    }),
  );
  readonly atStop = $derived.by(() => {
    const { stop, entry, size, multiplier, direction } = this.ticket;
    if (!stop || !entry || !size) return null;
    const feesToOpen = exact(this.previewed.answer?.fees);
    const of = { quantity: size, multiplier, feesToOpen };
    return measureEnd(stop, entry, direction, stop, of).dollars;
  });
  /** Cost in dollars with fees; negative when money is received. */
  readonly cost = $derived.by(() => {
    const { answer } = this.previewed;
    return exact(answer?.cost)?.plus(answer?.fees ?? 0) ?? null;
  });

  /** Previews each changed order while the calling effect is active. */
  follow(): () => void {
    const { order } = this;
    void this.#round;
    this.failed = null;
    const input = order ? { ...order, idempotencyKey: this.#key.for(order) } : null;
    return this.previewed.ask(this.desk.client, input);
  }

  /** Previews the same order again. */
  refresh(): void {
    this.#round += 1;
  }

  /** Opens the trade's page once it is stored. With real money a person confirms it first. */
  async place(): Promise<void> {
    const { order } = this;
    if (!order || this.refused !== null || this.storing) return;
    const input = { ...order, idempotencyKey: this.#key.for(order) };
    if (this.desk.mode === 'REAL') return this.real.open(input);
    this.storing = true;
    this.failed = await this.#send(input);
    this.storing = false;
  }

  async #send(input: PlaceTradeInput): Promise<DeskError | null> {
    const { data, error } = await this.desk.client
      .mutation(PlaceTradeDocument, { input })
      .toPromise();
    if (error) return deskError(error);
    if (!data) return null;
    this.#key.spent();
    route.go(`/trades/${data.placeTrade.id}`);
    return null;
  }
}
