import type { Username, VenueOrderId } from '../../domain/ids.ts';
import type { VenueName } from '../../domain/venue.ts';
import type { VenueAccount } from '../../domain/trade/venue-account.ts';
import type { AccountGate } from '../../ports/account-gate.ts';
import {
  BrokerBusy,
  type Broker,
  type Brokers,
  type OrderPrices,
  type Submission,
} from '../../ports/broker.ts';
import type { UserAccount } from '../../ports/turns.ts';

/** Brokers behind the gate: nothing is sent to an account that has not been read yet. */
export class GatedBrokers implements Brokers {
  constructor(
    private readonly brokers: Brokers,
    private readonly gate: AccountGate,
  ) {}

  async of(username: Username, place: VenueAccount): Promise<Broker | null> {
    return this.#gated(username, await this.brokers.of(username, place));
  }

  async forEntries(username: Username, venue: VenueName): Promise<Broker | null> {
    return this.#gated(username, await this.brokers.forEntries(username, venue));
  }

  whyNone(username: Username, place: VenueAccount): Promise<string> {
    return this.brokers.whyNone(username, place);
  }

  #gated(username: Username, broker: Broker | null): Broker | null {
    if (!broker) return null;
    const { venue, account } = broker;
    return new GatedBroker(broker, this.gate, { username, venue, account });
  }
}

class GatedBroker implements Broker {
  readonly venue: Broker['venue'];
  readonly account: string;
  readonly expired?: NonNullable<Broker['expired']>;
  readonly prepare?: NonNullable<Broker['prepare']>;
  readonly fateOf?: NonNullable<Broker['fateOf']>;

  constructor(
    private readonly broker: Broker,
    private readonly gate: AccountGate,
    private readonly of: UserAccount,
  ) {
    this.venue = broker.venue;
    this.account = broker.account;
    if (broker.expired) this.expired = (symbol) => broker.expired!(symbol);
    if (broker.fateOf) this.fateOf = (submission) => broker.fateOf!(submission);
    if (broker.prepare)
      this.prepare = async (submission) => {
        this.#check();
        return broker.prepare!(submission);
      };
  }

  get rules(): Broker['rules'] {
    return this.broker.rules;
  }

  async place(submission: Submission): Promise<string> {
    this.#check();
    return this.broker.place(submission);
  }

  async change(venueOrderId: VenueOrderId, prices: OrderPrices): Promise<void> {
    this.#check();
    await this.broker.change(venueOrderId, prices);
  }

  async cancel(venueOrderId: VenueOrderId): Promise<void> {
    this.#check();
    await this.broker.cancel(venueOrderId);
  }

  preview(submission: Submission) {
    return this.broker.preview(submission);
  }

  order(venueOrderId: VenueOrderId, urgent?: boolean) {
    return this.broker.order(venueOrderId, urgent);
  }

  async orders() {
    const orders = await this.broker.orders();
    this.gate.noteRead(this.of, 'ORDERS');
    return orders;
  }

  async positions() {
    const positions = await this.broker.positions();
    this.gate.noteRead(this.of, 'POSITIONS');
    return positions;
  }

  balances() {
    return this.broker.balances();
  }

  accountHistory(from: string, symbol?: string) {
    return this.broker.accountHistory(from, symbol);
  }

  closedPositions(from: string, symbol?: string) {
    return this.broker.closedPositions(from, symbol);
  }

  #check(): void {
    if (this.gate.isOpen(this.of)) return;
    throw new BrokerBusy('the account has not been read since the desk started');
  }
}
