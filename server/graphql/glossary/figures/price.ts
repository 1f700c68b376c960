import type { Figures } from '../term.ts';

/** What things cost now, and how old that is. */
export const PRICE: Figures = {
  price: {
    title: 'Mark',
    fields: ['Mark.price', 'Snapshot.price'],
    unit: 'dollars per share or unit',
    formula: 'bid of a long position, ask of a short one',
    saysNot: 'A fair value: mid is shown with it.',
    related: ['mid', 'ageSeconds', 'stale'],
    aliases: ['mark', 'exit side'],
  },
  bid: {
    title: 'Bid',
    fields: ['Mark.bid', 'Quote.bid'],
    unit: 'dollars per share or unit',
    saysNot: 'For how many: sizes are not read.',
    related: ['ask', 'spread', 'price'],
  },
  ask: {
    title: 'Ask',
    fields: ['Mark.ask', 'Quote.ask'],
    unit: 'dollars per share or unit',
    saysNot: 'For how many: sizes are not read.',
    related: ['bid', 'spread', 'price'],
  },
  underlyingPrice: {
    title: 'Underlying',
    fields: ['Mark.underlyingPrice', 'OptionChain.underlyingPrice'],
    unit: 'dollars',
    related: ['delta'],
  },
  mid: {
    title: 'Mid',
    fields: ['Mark.mid', 'Quote.mid'],
    unit: 'dollars per share or unit',
    formula: '(bid + ask) ÷ 2',
    saysNot: 'A price at which trades happen.',
    related: ['price', 'spread'],
  },
  ageSeconds: {
    title: 'Age',
    fields: ['Mark.ageSeconds', 'Quote.ageSeconds', 'Snapshot.ageSeconds'],
    unit: 'seconds',
    formula: 'now − the source’s time, or − the time of receipt where the source names none',
    related: ['stale', 'delayed', 'dataAgeSeconds'],
    aliases: ['price age', 'mark age'],
  },
  stale: {
    title: 'Stale',
    fields: ['Mark.stale', 'Quote.stale'],
    unit: 'yes or no',
    formula:
      'received more than 60 s ago or unchanged for 15 minutes; for a delayed source 6 and 30 minutes',
    related: ['ageSeconds', 'untradable'],
  },
  delayed: {
    title: 'Delayed',
    fields: ['Mark.delayed', 'Quote.delayed'],
    unit: 'yes or no',
    related: ['ageSeconds'],
  },
  untradable: {
    title: 'Untradable',
    fields: ['Trade.untradable'],
    unit: 'words',
    related: ['stale', 'price'],
  },
};
