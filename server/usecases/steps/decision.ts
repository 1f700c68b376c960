import { TradeDraft, type OnUnlistedMove } from '../../domain/trade/trade-draft.ts';
import type { TradeAggregate } from '../../domain/trade/trade.ts';
import type { DecisionMade } from '../../ports/decision-made.ts';
import type { Ids } from '../../ports/ids.ts';

/** When something is decided, and by whom. */
export interface DecidedBy {
  readonly at: Date;
  /** `user:NAME`, `desk`, `venue`. */
  readonly actor: string;
}

/**
 * A kind of decision on a trade that exists. `take` is pure: it reads the draft and its input alone, so that the
 * journal's input makes the same events again. What it returns goes to the caller that asked for the decision.
 */
export interface ChangeKind<Input, Told = void> {
  readonly name: string;
  readonly take: (draft: TradeDraft, input: Input, ids: Ids) => Told;
}

/** A kind of decision that makes a new trade, pure in the same way. */
export interface BeginKind<Input> {
  readonly name: string;
  readonly begin: (by: DecidedBy, input: Input, ids: Ids) => TradeDraft;
}

/** A draft with the decision that made it: nothing else is stored. */
export interface Decided<Told = unknown> {
  readonly draft: TradeDraft;
  readonly made: DecisionMade;
  readonly told: Told;
}

export interface Deciding extends DecidedBy {
  readonly onUnlistedMove?: OnUnlistedMove | undefined;
  /** Given when the kind draws ids. */
  readonly ids?: Ids | undefined;
}

export function decide<Input, Told>(
  kind: ChangeKind<Input, Told>,
  stored: TradeAggregate,
  { at, actor, onUnlistedMove, ids = NO_IDS }: Deciding,
  input: Input,
): Decided<Told> {
  const draft = TradeDraft.of(stored, at, actor, onUnlistedMove);
  const drawn = new RememberedIds(ids);
  const told = kind.take(draft, input, drawn);
  return { draft, made: { kind: kind.name, at, actor, input, ids: drawn.all }, told };
}

export function begin<Input>(
  kind: BeginKind<Input>,
  { at, actor, ids = NO_IDS }: Deciding,
  input: Input,
): Decided<void> {
  const drawn = new RememberedIds(ids);
  const draft = kind.begin({ at, actor }, input, drawn);
  return {
    draft,
    made: { kind: kind.name, at, actor, input, ids: drawn.all },
    told: undefined,
  };
}

class RememberedIds implements Ids {
  readonly all: string[] = [];

  constructor(private readonly ids: Ids) {}

  next(): string {
    const id = this.ids.next();
    this.all.push(id);
    return id;
  }
}

/** Gives the ids that were drawn for a decision again, in their order, when the same decision is made again. */
export function idsAgain(drawn: readonly string[]): Ids {
  const left = [...drawn];
  return {
    next: () => {
      const id = left.shift();
      if (id === undefined) throw new Error('The decision draws more ids than it did.');
      return id;
    },
  };
}

const NO_IDS: Ids = {
  next: () => {
    throw new Error('This kind of decision draws no ids.');
  },
};
