import { classTicker } from '../../domain/instrument/share-class.ts';
import { isOption, type Instrument, type Listed } from '../../domain/instrument/instrument.ts';
import type { Order, OrderSide } from '../../domain/order/order.ts';
import { BrokerRejected, type Submission } from '../../ports/broker.ts';

const OPTION_SIDE: Partial<Record<OrderSide, string>> = {
  BUY_TO_OPEN: 'buy_to_open',
  SELL_TO_OPEN: 'sell_to_open',
  BUY_TO_CLOSE: 'buy_to_close',
  SELL_TO_CLOSE: 'sell_to_close',
};

const EQUITY_SIDE: Record<OrderSide, string> = {
  BUY: 'buy',
  SELL: 'sell',
  BUY_TO_OPEN: 'buy',
  SELL_TO_CLOSE: 'sell',
  SELL_TO_OPEN: 'sell_short',
  BUY_TO_CLOSE: 'buy_to_cover',
};

const SIDES: Record<Listed['assetClass'], Partial<Record<OrderSide, string>>> = {
  OPTION: OPTION_SIDE,
  EQUITY: EQUITY_SIDE,
};

const CLASS_WORD: Record<Listed['assetClass'], string> = { OPTION: 'option', EQUITY: 'equity' };

/**
 * The form of `POST /accounts/{id}/orders`. A leg's index comes last: `type[1]`. It has one `duration`, or
 * one per leg when they differ, never both.
 */
export function orderForm(submission: Submission): Record<string, string> {
  const { shape, orders, instrument, tag } = submission;
  const asset = CLASS_WORD[listed(instrument).assetClass];
  const form: Record<string, string> = {
    class: shape === 'SINGLE' ? asset : shape.toLowerCase(),
    tag,
  };
  const durations = new Set(orders.map((order) => order.timeInForce));
  const perLeg = durations.size > 1;
  if (!perLeg) form.duration = lower(orders[0]?.timeInForce);
  orders.forEach((order, index) => {
    for (const [name, value] of Object.entries(legFields(order, submission))) {
      form[shape === 'SINGLE' ? name : `${name}[${index}]`] = value;
    }
    if (perLeg) form[`duration[${index}]`] = lower(order.timeInForce);
  });
  return form;
}

function legFields(order: Order, { instrument }: Submission): Record<string, string> {
  if (!order.quantity.isInteger()) {
    throw new BrokerRejected(
      `Not sent: the venue trades whole units, not ${order.quantity.toFixed()}`,
    );
  }
  return {
    symbol: classTicker(instrument.underlying),
    ...(isOption(instrument) && { option_symbol: instrument.symbol }),
    side: sideOf(order, listed(instrument).assetClass),
    quantity: order.quantity.toFixed(),
    type: lower(order.type),
    ...(order.limitPrice && { price: order.limitPrice.toString() }),
    ...(order.stopPrice && { stop: order.stopPrice.toString() }),
  };
}

function sideOf({ side }: Order, assetClass: Listed['assetClass']): string {
  const word = SIDES[assetClass][side];
  if (!word) throw new BrokerRejected(`Not sent: an option order must open or close, not ${side}`);
  return word;
}

function lower(word = ''): string {
  return word.toLowerCase();
}

/** @throws {BrokerRejected} for what Tradier does not trade. */
function listed(instrument: Instrument): Listed {
  switch (instrument.assetClass) {
    case 'OPTION':
    case 'EQUITY':
      return instrument;
    case 'TOKEN':
      throw new BrokerRejected('Not sent: the venue trades no tokens');
  }
}
