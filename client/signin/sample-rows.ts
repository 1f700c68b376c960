export interface SampleRow {
  symbol: string;
  contract: string;
  expiry: string;
  strategy: string;
  quantity: string;
  entry: string;
  mark: string;
  age: string;
  pnl: string;
  percent: string;
  stop: string;
  target: string;
  points: readonly number[];
}

/** Example rows for the sign-in page; they come from no server. */
export const SAMPLE_ROWS: readonly SampleRow[] = [
  {
    symbol: 'SPY',
    contract: '620 C',
    expiry: '18 Dec · 30d',
    strategy: 'Trend follow',
    quantity: '4',
    entry: '12.81',
    mark: '16.88',
    age: '8',
    pnl: '1628.00',
    percent: '31.8',
    stop: '8.97',
    target: '19.22',
    points: [12.8, 12.2, 12.6, 13.4, 13.1, 14.2, 14, 15.1, 15.6, 15.2, 16.4, 16.88],
  },
  {
    symbol: 'AAPL',
    contract: '235 C',
    expiry: '15 Jan · 58d',
    strategy: 'Trend follow',
    quantity: '5',
    entry: '7.40',
    mark: '8.45',
    age: '12',
    pnl: '525.00',
    percent: '14.2',
    stop: '4.80',
    target: '11.85',
    points: [7.4, 7.1, 7.6, 7.3, 7.9, 8.2, 7.8, 8.1, 8.6, 8.3, 8.5, 8.45],
  },
  {
    symbol: 'MSFT',
    contract: '510 C',
    expiry: '18 Dec · 30d',
    strategy: 'Momentum pullback',
    quantity: '2',
    entry: '16.35',
    mark: '15.25',
    age: '12',
    pnl: '-220.00',
    percent: '-6.7',
    stop: '11.45',
    target: '24.50',
    points: [16.3, 16.8, 17.2, 16.9, 17.4, 16.6, 16.1, 15.6, 15.9, 14.9, 15.4, 15.25],
  },
  {
    symbol: 'TSLA',
    contract: '330 P',
    expiry: '27 Nov · 9d',
    strategy: 'Fade the gap',
    quantity: '1',
    entry: '11.55',
    mark: '16.20',
    age: '10',
    pnl: '465.00',
    percent: '40.3',
    stop: '6.95',
    target: '17.35',
    points: [11.5, 11.9, 11.2, 12.4, 12.9, 12.7, 13.6, 14.4, 14.1, 15.2, 15.9, 16.2],
  },
  {
    symbol: 'QQQ',
    contract: '560 C',
    expiry: '18 Dec · 30d',
    strategy: 'Hedge',
    quantity: '2',
    entry: '11.67',
    mark: '10.36',
    age: '9',
    pnl: '-262.00',
    percent: '-11.2',
    stop: '7.59',
    target: '17.50',
    points: [11.6, 12.1, 11.8, 12.4, 11.4, 11.1, 10.6, 10.9, 10.2, 10.5, 10.1, 10.36],
  },
];
