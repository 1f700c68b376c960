/** Arguments of node for a server that lives for seconds: less optimising, no threads that collect garbage. */
export const SHORT_LIVED: readonly string[] = ['--interrupt-budget=300000', '--single-threaded-gc'];
