const TLS_REQUEST = 80_877_103;
const PROTOCOL_3 = 196_608;

/** The few messages of Postgres's protocol 3 that a pooler reads. */
export const frames = {
  typeOf: (frame: Buffer): string => String.fromCharCode(frame[0] ?? 0),
  /** ReadyForQuery outside a transaction. */
  isIdle: (frame: Buffer): boolean => frame[0] === 0x5a && frame[5] === 0x49,
  isTlsRequest: (frame: Buffer): boolean =>
    frame.length === 8 && frame.readInt32BE(4) === TLS_REQUEST,
  startupParameters(frame: Buffer): ReadonlyMap<string, string> {
    const words = frame.subarray(8).toString('utf8').split('\0');
    const pairs = new Map<string, string>();
    for (let at = 0; at + 1 < words.length; at += 2)
      if (words[at]) pairs.set(words[at]!, words[at + 1]!);
    return pairs;
  },
  startup(user: string, database: string): Buffer {
    const words = Buffer.from(`user\0${user}\0database\0${database}\0\0`);
    const head = Buffer.alloc(8);
    head.writeInt32BE(8 + words.length, 0);
    head.writeInt32BE(PROTOCOL_3, 4);
    return Buffer.concat([head, words]);
  },
  error(code: string, message: string): Buffer {
    const body = Buffer.from(`SFATAL\0C${code}\0M${message}\0\0`);
    const head = Buffer.alloc(5);
    head.write('E');
    head.writeInt32BE(4 + body.length, 1);
    return Buffer.concat([head, body]);
  },
};

/** Cuts a stream of bytes into messages; a client's first message has no type byte. */
export class FrameReader {
  #rest: Buffer = Buffer.alloc(0);
  #startup: boolean;

  constructor(options: { readonly startup: boolean }) {
    this.#startup = options.startup;
  }

  expectStartup(): void {
    this.#startup = true;
  }

  *push(chunk: Buffer): Generator<Buffer> {
    this.#rest = Buffer.concat([this.#rest, chunk]);
    for (;;) {
      const typed = this.#startup ? 0 : 1;
      if (this.#rest.length < typed + 4) return;
      const length = typed + this.#rest.readInt32BE(typed);
      if (this.#rest.length < length) return;
      const frame = this.#rest.subarray(0, length);
      this.#rest = this.#rest.subarray(length);
      this.#startup = false;
      yield frame;
    }
  }
}
