/** Arguments of node for a server that lives for seconds: no threads that collect garbage. */
export const SHORT_LIVED: readonly string[] = ['--single-threaded-gc'];
