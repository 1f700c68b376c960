import type { Ids } from '../../ports/ids.ts';

/** Our mark on the wire: only letters, digits and hyphens, as the venues require. */
export function newTag(ids: Ids): string {
  return `tb-${ids.next()}`;
}
