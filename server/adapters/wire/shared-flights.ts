import type { TokenUrgency } from '../../ports/token-market.ts';
import { URGENCIES } from './host-budget.ts';
import { HostFailure } from './host-failure.ts';

interface Flight<Answer> {
  readonly urgency: TokenUrgency;
  readonly left: boolean;
  readonly answer: Promise<Answer>;
}

/**
 * Questions under way, each asked once. No caller waits in the queue behind a less urgent one: a more urgent
 * caller joins only a question that has already left.
 */
export class SharedFlights<Answer> {
  readonly #flights = new Map<string, Flight<Answer>>();

  /** Calls `ask` when the same question is not under way; `ask` calls `leaves` when the question is sent. */
  async join(
    question: string,
    urgency: TokenUrgency,
    ask: (leaves: () => void) => Promise<Answer>,
  ): Promise<Answer> {
    const known = this.#flights.get(question);
    const asUrgent = known !== undefined && rank(known.urgency) <= rank(urgency);
    if (!known || !(asUrgent || known.left)) return this.#start(question, urgency, ask);
    try {
      return await known.answer;
    } catch (error) {
      if (asUrgent || !(error instanceof HostFailure) || !error.isPutOff) throw error;
      return this.#start(question, urgency, ask);
    }
  }

  #start(
    question: string,
    urgency: TokenUrgency,
    ask: (leaves: () => void) => Promise<Answer>,
  ): Promise<Answer> {
    let left = false;
    const answer = ask(() => {
      left = true;
    });
    const flight = {
      ...{ urgency, answer },
      get left() {
        return left;
      },
    };
    this.#flights.set(question, flight);
    const land = () => {
      if (this.#flights.get(question) === flight) this.#flights.delete(question);
    };
    answer.then(land, land);
    return answer;
  }
}

function rank(urgency: TokenUrgency): number {
  return URGENCIES.indexOf(urgency);
}
