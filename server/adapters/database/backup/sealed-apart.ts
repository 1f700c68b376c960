import { canonicalJson } from '../sql/canonical-json.ts';

/** A stored secret of a user's settings, as it is sealed. */
export interface SealedCredential {
  /** Its name in the settings, e.g. `tradierLive`. */
  readonly name: string;
  readonly sealed: string;
  readonly lastFour: string | null;
}

type Document = Record<string, unknown>;
interface Sealable {
  sealed: string | null;
  lastFour: string | null;
}

/** Splits stored settings into a document without secrets and its secrets. `text` is the stored document. */
export function takeApart(text: string): {
  readonly document: string;
  readonly credentials: readonly SealedCredential[];
} {
  const document = JSON.parse(text) as Document;
  const credentials: SealedCredential[] = [];
  // Sorted, so that the order in the document makes no difference.
  for (const name of Object.keys(document).sort()) {
    const part = document[name];
    if (!isSealable(part)) continue;
    const { sealed, lastFour } = part;
    if (sealed !== null) credentials.push({ name, sealed, lastFour });
    document[name] = { ...part, sealed: null, lastFour: null };
  }
  return { document: canonicalJson(document), credentials };
}

/** The document with the credential put back in its place. */
export function putBack(text: string, { name, sealed, lastFour }: SealedCredential): string {
  const document = JSON.parse(text) as Document;
  return canonicalJson({
    ...document,
    [name]: { ...(document[name] as object), sealed, lastFour },
  });
}

function isSealable(part: unknown): part is Sealable {
  return typeof part === 'object' && part !== null && 'sealed' in part;
}
