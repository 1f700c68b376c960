/** One flat object with its values as text: a number keeps the digits that were sent, and null stays null. */
export type OnObject = (values: ReadonlyMap<string, string | null>, place: number) => void;

/** The text is no array of flat objects. */
export class BadJson extends Error {
  override readonly name = 'BadJson';
  constructor(readonly place: number) {
    super('Not an array of objects with texts and numbers.');
  }
}

/** An object up to its end. Valid objects hold no objects or arrays. */
const OBJECT = /\{[^{}"]*(?:"(?:[^"\\]|\\.)*"[^{}"]*)*\}/y;
const MEMBER =
  /\s*("(?:[^"\\]|\\.)*")\s*:\s*(?:("(?:[^"\\]|\\.)*")|(-?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?)|(null))\s*(,|$)/y;
const LONGEST_OBJECT = 10_000;

/**
 * Reads objects of a JSON array from pieces of text. Numbers stay text, because doubles would lose decimals.
 * @throws {BadJson}
 */
export class JsonRows {
  #rest = '';
  #place = 0;
  #state: 'before' | 'object' | 'comma' | 'after' = 'before';

  constructor(private readonly onObject: OnObject) {}

  add(piece: string): void {
    const text = this.#rest + piece;
    let at = 0;
    for (;;) {
      while (at < text.length && ' \t\r\n'.includes(text[at]!)) at += 1;
      if (at === text.length) break;
      const end = this.#step(text, at);
      if (end < 0) break;
      at = end;
    }
    this.#rest = text.slice(at);
    if (this.#rest.length > LONGEST_OBJECT) throw new BadJson(this.#place + 1);
  }

  end(): void {
    if (this.#state !== 'after' || this.#rest.trim() !== '') throw new BadJson(this.#place + 1);
  }

  /** Where the token at `at` ends; negative while its end has not arrived. */
  #step(text: string, at: number): number {
    const letter = text[at];
    if (this.#state === 'before' && letter === '[') return this.#now('object', at + 1);
    if (this.#state === 'object' && letter === ']' && this.#place === 0)
      return this.#now('after', at + 1);
    if (this.#state === 'comma' && letter === ',') return this.#now('object', at + 1);
    if (this.#state === 'comma' && letter === ']') return this.#now('after', at + 1);
    if (this.#state !== 'object' || letter !== '{') throw new BadJson(this.#place + 1);
    OBJECT.lastIndex = at;
    const [object] = OBJECT.exec(text) ?? [];
    if (object === undefined) return -1;
    this.#place += 1;
    this.onObject(membersOf(object.slice(1, -1), this.#place), this.#place);
    return this.#now('comma', at + object.length);
  }

  #now(state: 'object' | 'comma' | 'after', at: number): number {
    this.#state = state;
    return at;
  }
}

function membersOf(text: string, place: number): ReadonlyMap<string, string | null> {
  const members = new Map<string, string | null>();
  if (text.trim() === '') return members;
  let more = true;
  let at = 0;
  while (more) {
    MEMBER.lastIndex = at;
    const found = MEMBER.exec(text);
    if (!found) throw new BadJson(place);
    const [whole, name, quoted, number, , comma] = found;
    members.set(
      textIn(name!, place),
      quoted === undefined ? (number ?? null) : textIn(quoted, place),
    );
    at += whole.length;
    more = comma === ',';
  }
  return members;
}

function textIn(json: string, place: number): string {
  try {
    return JSON.parse(json) as string;
  } catch (error) {
    if (error instanceof SyntaxError) throw new BadJson(place);
    throw error;
  }
}
