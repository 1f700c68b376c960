/** The most answers kept for one object; each may hold a thousand segments. */
const MOST = 16;

/** The last answers that were reckoned from an object. They leave memory with it. */
export class KeptAnswers<T> {
  readonly #byObject = new WeakMap<object, Map<string, T>>();

  find(from: object, question: string): T | undefined {
    return this.#byObject.get(from)?.get(question);
  }

  keep(from: object, question: string, answer: T): T {
    const answers = this.#byObject.get(from) ?? new Map<string, T>();
    this.#byObject.set(from, answers);
    answers.set(question, answer);
    for (const oldest of answers.keys()) {
      if (answers.size <= MOST) break;
      answers.delete(oldest);
    }
    return answer;
  }
}
