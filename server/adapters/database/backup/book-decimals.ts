/** The exact numbers of a trade. */
export const TRADE_DECIMALS: readonly string[] = [
  ...['quantity', 'strike', 'limit_price', 'stop_price'],
  ...[
    'filled_quantity',
    'open_quantity',
    'exited_quantity',
    'exit_filled',
    'close_missing',
    'close_confirmed_price',
  ],
  ...['entry_cost', 'open_cost', 'exit_proceeds', 'realized_pnl', 'fees', 'cash_flow'],
  ...['stop_loss', 'take_profit', 'stop_limit'],
  ...['wanted_stop_loss', 'wanted_take_profit', 'wanted_stop_limit'],
  ...['close_quantity', 'close_limit_price', 'entry_underlying_price'],
  ...['max_favorable_excursion', 'max_adverse_excursion'],
  ...['pct', 'start', 'best', 'beyond', 'asked'].map((name) => `trailing_${name}`),
  ...['reviewed_exit_price', 'reviewed_quantity'],
  ...['doubt_ours', 'doubt_theirs', 'doubt_new_shares', 'doubt_old_shares'],
  ...['split_new_shares', 'split_old_shares'],
];

/** The exact numbers of an order. */
export const ORDER_DECIMALS: readonly string[] = [
  ...['quantity', 'filled_quantity', 'filled_value'],
  ...['limit_price', 'stop_price', 'average_price'],
  ...['average_price', 'filled_quantity', 'booked_price'].map((name) => `corrected_${name}`),
  ...['quantity', 'stop_price', 'limit_price'].map((name) => `adjusted_${name}`),
  ...['asked_stop_price', 'asked_limit_price', 'named_fees', 'slippage_pct', 'pays'],
  ...['token_before', 'settled_before', 'sol_price', 'usdc_moved', 'sol_moved'].map(
    (name) => `swap_${name}`,
  ),
];
