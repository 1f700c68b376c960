/** Arguments of node. A server of a test lives for seconds: what V8 spends on code that might get hot is a fifth of its start. */
export const SHORT_LIVED: readonly string[] = [
  '--interrupt-budget=1000000',
  '--single-threaded-gc',
];
