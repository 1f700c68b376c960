/** Arguments of node. A server of a test lives for seconds: it spends less on code that might get hot, and has no threads that collect. */
export const SHORT_LIVED: readonly string[] = ['--interrupt-budget=300000', '--single-threaded-gc'];
