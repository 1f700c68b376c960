import { isStale } from '../market/mark-rules.ts';
import type { Order } from '../order/order.ts';
import type { Trade, TradeAggregate } from './trade.ts';

/** A question that is not answered. */
export interface Question {
  readonly question: string;
  /** Why the desk cannot answer it. */
  readonly why: string;
  /** What will answer it, or what comes nearest to an answer. */
  readonly instead: string;
}

/** Open questions of a trade at `now` that may still be answered, most urgent first. `orders`: those that count. */
export function openQuestions(aggregate: TradeAggregate, now: Date): readonly Question[] {
  const { trade, orders } = aggregate;
  const all = [
    ...ofReview(trade),
    ...orders.flatMap(ofOrder),
    ...ofProtection(trade),
    ...ofMark(trade, now),
    ...ofDelivery(trade),
    ...ofRecord(trade),
  ];
  // Orders of one submission share their tag, and so their question.
  return [...new Map(all.map((each) => [each.question, each])).values()];
}

function ofReview({ status, reason, doubt }: Trade): readonly Question[] {
  if (status !== 'NEEDS_REVIEW') return [];
  const differs =
    doubt && `The account holds ${doubt.theirs.toFixed()}, the book ${doubt.ours.toFixed()}.`;
  return [
    {
      question: 'What is true of this trade?',
      why: [reason, differs].filter(Boolean).join(' ') || 'The desk could not decide it.',
      instead: 'A person looks at the account and settles it on the trade’s page (reviewTrade).',
    },
  ];
}

function ofOrder({ tag, status, correction, adjustment }: Order): readonly Question[] {
  return [
    ...asked(status === 'UNKNOWN', {
      question: `Did the order with tag ${tag} reach the venue?`,
      why: 'The venue gave no answer, and nothing is sent again.',
      instead: 'One of the next syncs finds it by its tag, or proves that it never arrived.',
    }),
    ...asked(correction?.take === null, {
      question: `At which price did the order with tag ${tag} fill?`,
      why: 'The venue lists other fills than those that it reported before.',
      instead:
        'A person decides on the trade’s page (settleFillCorrection); until then the book stays as it is.',
    }),
    ...asked(adjustment?.choice === null, {
      question: `Whose terms count for the exit with tag ${tag}?`,
      why: 'The venue itself changed them, as for a split or a dividend.',
      instead:
        'A person decides on the trade’s page (settleExitAdjustment); until then nothing is sent.',
    }),
  ];
}

function ofProtection({ phase, unprotectedSince, status }: Trade): readonly Question[] {
  return [
    ...asked(phase === 'OPEN' && unprotectedSince !== null, {
      question: 'Who closes the position at its stop?',
      why: `The wanted stop has not worked since ${unprotectedSince?.toISOString()}.`,
      instead:
        'Its protection shows why, and whether the desk watches meanwhile (protectionDetail).',
    }),
    ...asked(status === 'CLOSING', {
      question: 'At which price will it close?',
      why: 'The close was requested and has not filled.',
      instead: 'Its fill will show it. Until then its mark is the price that closing would bring.',
    }),
  ];
}

function ofMark({ openQuantity, mark }: Trade, now: Date): readonly Question[] {
  const known = mark !== null && mark.price !== null && !isStale(mark, now);
  return asked(!openQuantity.isZero() && !known, {
    question: 'What is it worth now?',
    why: mark?.price ? 'Its last price is too old to trust.' : 'No price of it is known.',
    instead: 'What is wrong with its price is shown next to it (untradable).',
  });
}

function ofDelivery({ settlement }: Trade): readonly Question[] {
  const delivery = settlement?.delivery;
  return asked(delivery === 'AWAITED' || delivery === 'MISSING', {
    question: 'Where are the shares of its exercise or assignment?',
    why: 'The venue has not shown them.',
    instead: 'Its positions on the next exchange day show it, or else a person decides.',
  });
}

function ofRecord(trade: Trade): readonly Question[] {
  const byHand = trade.status === 'MANUAL_CLOSE' && trade.strategyRun === null;
  return [
    ...asked(trade.openedAt !== null && !trade.excursionsComplete, {
      question: 'How far did the price go for it and against it?',
      why: 'Snapshots are missing between entry and exit, so the true excursions may be larger.',
      instead:
        'The foot of each page counts the day’s snapshots; the API lists their gaps with the causes (snapshotCompleteness).',
    }),
    ...asked(byHand && trade.notes === null, {
      question: 'Why was it closed?',
      why: 'The close was requested, and no note gives the reason.',
      instead: 'Whoever closed it can write it down as the trade’s note (annotateTrade).',
    }),
    ...asked(trade.adoptedAt !== null, {
      question: 'What did it really cost?',
      why: 'It was adopted from the wallet: its cost is what a person entered, and no fill proves it.',
      instead: 'The wallet’s own history on chain.',
    }),
  ];
}

function asked(open: boolean, question: Question): readonly Question[] {
  return open ? [question] : [];
}
