import { dec, sum } from '../../../server/domain/decimal.ts';
import type { Answer, Arrived, Route } from '../wire-server.ts';
import type { EmulatedAccount } from './emulated-account.ts';
import { isFinal, multiplier, type EmulatedOrder } from './emulated-order.ts';
import { exchangeTime } from './exchange-time.ts';
import { InvalidParameter, readOrderForm, type OrderForm } from './order-intake.ts';
import { envelope, orderJson } from './order-wire.ts';
import type { EmulatedMarket } from './market.ts';
import type { Quirks } from './quirks.ts';

/** What the routes of an account need from the emulator. */
export interface AccountDesk {
  readonly quirks: Quirks;
  readonly market: EmulatedMarket;
  readonly now: Date;
  account(id: string): EmulatedAccount | undefined;
  accounts(): readonly EmulatedAccount[];
  refusal(account: EmulatedAccount, form: OrderForm): string | null;
  take(account: EmulatedAccount, form: OrderForm): EmulatedOrder;
}

export function accountRoutes(desk: AccountDesk): Route[] {
  const within = (handle: (account: EmulatedAccount, request: Arrived) => Answer) => {
    return (request: Arrived): Answer => {
      const account = desk.account(request.parts.account ?? '');
      return account ? handle(account, request) : unauthorized(request);
    };
  };
  const withOrder = (
    handle: (order: EmulatedOrder, request: Arrived, account: EmulatedAccount) => Answer,
  ) => {
    return within((account, request) => {
      const order = account.find(Number(request.parts.id));
      return order ? handle(order, request, account) : unauthorized(request);
    });
  };

  return [
    { name: 'GET /orders', handle: within((account, request) => list(desk, account, request)) },
    { name: 'POST /orders', handle: within((account, request) => place(desk, account, request)) },
    {
      name: 'GET /orders/:id',
      handle: withOrder((order, { query }) => {
        const json = orderJson(order, desk.quirks, query.includeTags === 'true');
        const spoiled = desk.quirks.spoil('order by id', json);
        return spoiled === undefined ? { status: 500 } : { json: { order: spoiled } };
      }),
    },
    {
      name: 'PUT /orders/:id',
      handle: withOrder((order, { form }) => {
        if (isFinal(order)) {
          return { status: 400, text: `order already in finalized state: ${order.status}` };
        }
        if (order.legs.length > 0 || order.parent) {
          return { status: 400, text: 'Invalid parameter, order: cannot be changed.' };
        }
        if (form.price) order.price = dec(form.price);
        if (form.stop) order.stop = dec(form.stop);
        return { json: { order: { id: order.id, status: 'ok' } } };
      }),
    },
    {
      name: 'DELETE /orders/:id',
      handle: withOrder((order, _, account) => {
        if (isFinal(order)) {
          return { status: 400, text: `order already in finalized state: ${order.status}` };
        }
        account.cancel(order);
        return { json: { order: { id: order.id, status: 'ok' } } };
      }),
    },
    { name: 'GET /user/profile', handle: () => ({ json: profile(desk) }) },
    { name: 'GET /positions', handle: within((account) => ({ json: positions(desk, account) })) },
    { name: 'GET /balances', handle: within((account) => ({ json: balances(desk, account) })) },
    {
      name: 'GET /history',
      handle: within(({ statement }, request) => statement.historyAnswer(request, desk.quirks)),
    },
    {
      name: 'GET /gainloss',
      handle: within(({ statement }, request) => statement.gainLossAnswer(request, desk.quirks)),
    },
  ];
}

function place(desk: AccountDesk, account: EmulatedAccount, request: Arrived): Answer {
  try {
    const form = readOrderForm(request);
    const code = desk.refusal(account, form);
    if (code) {
      const error = ['Backoffice rejected override of the order.', code];
      return { json: { errors: { error } } };
    }
    if (form.preview) return { json: preview(form) };
    const { id } = desk.take(account, form);
    const partner_id = '3a8bbee1-5184-4ffe-8a0c-294fbad1aee9';
    return { json: { order: { id, status: 'ok', partner_id } } };
  } catch (error) {
    if (error instanceof InvalidParameter) return error.answer;
    throw error;
  }
}

function preview({ legs }: OrderForm): object {
  const [leg] = legs;
  const size = leg?.optionSymbol ? 100 : 1;
  const order_cost = leg?.price?.times(leg.quantity).times(size).toNumber() ?? 0;
  const order = { status: 'ok', result: true, commission: 0.35, fees: 0, order_cost };
  return { order: { ...order, cost: dec(order_cost).plus('0.35').toNumber() } };
}

function list(desk: AccountDesk, account: EmulatedAccount, { query }: Arrived): Answer {
  const { quirks } = desk;
  const today = exchangeTime(desk.now).date;
  const listed = [...account.orders.values()].filter(
    (order) => !quirks.listsCurrentDayOnly || exchangeTime(order.createdAt).date === today,
  );
  const limit = Math.min(Number(query.limit ?? 25), 1500);
  const page = Number(query.page ?? 1);
  const rows = listed
    .slice((page - 1) * limit, page * limit)
    .map((order) => orderJson(order, quirks, query.includeTags === 'true'));
  const total_pages = Math.ceil(listed.length / limit);
  const more = quirks.tellsTotalPages ? { page, total_pages, total_orders: listed.length } : {};
  return { json: envelope('orders', 'order', rows, quirks, more) };
}

/** The profile's answer; a single account is a bare object here too. */
function profile(desk: AccountDesk): object {
  const rows = desk.accounts().map(({ id, closed, kind }) => ({
    account_number: id,
    classification: 'individual',
    date_created: '2016-08-01T21:08:55.000Z',
    day_trader: kind === 'pdt',
    option_level: 6,
    status: closed ? 'closed' : 'active',
    type: kind === 'cash' ? 'cash' : 'margin',
    last_update_date: '2016-08-01T21:08:55.000Z',
  }));
  const { account } = (
    envelope('profile', 'account', rows, desk.quirks) as {
      profile: { account: unknown };
    }
  ).profile;
  return { profile: { account, id: 'id-ada', name: 'Ada' } };
}

function positions({ quirks, now }: AccountDesk, account: EmulatedAccount): object {
  const rows = [...account.positions].map(([symbol, held], index) => ({
    cost_basis: held.costBasis.toNumber(),
    date_acquired: now.toISOString(),
    id: 5_299_000 + index,
    quantity: held.quantity.toNumber(),
    symbol,
  }));
  return envelope('positions', 'position', rows, quirks);
}

function balances({ market }: AccountDesk, account: EmulatedAccount): object {
  const values = [...account.positions].map(([symbol, { quantity }]) => {
    const quote = market.shown(symbol);
    const mark = (quantity.greaterThan(0) ? quote?.bid : quote?.ask) ?? dec(0);
    return mark.times(quantity).times(multiplier(symbol));
  });
  const value = sum(values);
  const cash = account.cash.toNumber();
  return {
    balances: {
      total_equity: account.cash.plus(value).toNumber(),
      account_number: account.id,
      account_type: account.kind === 'cash' ? 'cash' : 'margin',
      equity: 0,
      market_value: value.toNumber(),
      total_cash: cash,
      uncleared_funds: 0,
      pending_cash: 0,
      ...moneyOf(account),
    },
  };
}

/** Exactly one of the three groups of balances, by the kind of the account. */
function moneyOf({ kind, cash, unsettled, maintenanceCall }: EmulatedAccount): object {
  const whole = cash.toNumber();
  if (kind === 'cash') {
    const cash_available = cash.minus(unsettled).toNumber();
    return { cash: { cash_available, sweep: 0, unsettled_funds: unsettled.toNumber() } };
  }
  const calls = { fed_call: 0, maintenance_call: maintenanceCall.toNumber() };
  const power = {
    option_buying_power: whole,
    stock_buying_power: whole * (kind === 'pdt' ? 4 : 2),
  };
  return { [kind]: { ...calls, ...power, stock_short_value: 0 } };
}

/** The same answer for a foreign account and for an unknown order. */
function unauthorized({ parts }: Arrived): Answer {
  return { status: 401, text: `Unauthorized Account: ${parts.account}` };
}
