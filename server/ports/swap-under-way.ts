/**
 * Another swap of the same mint from the same wallet is prepared, sent or without an answer, here or on another
 * server: nothing was stored, and until its fate is known none may follow.
 */
export class SwapUnderWay extends Error {
  override readonly name = 'SwapUnderWay';
}
