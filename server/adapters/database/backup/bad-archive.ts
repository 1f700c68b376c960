/** Why a file is no backup that can be restored: cut, altered, of a newer program, or something else. */
export class BadArchive extends Error {
  override readonly name = 'BadArchive';
}

export const altered = (what: string): BadArchive =>
  new BadArchive(`The file was altered or damaged: ${what}.`);
