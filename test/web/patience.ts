/**
 * Milliseconds that a test waits for what it looks at: it ends what hangs, and says nothing of how fast the
 * page is. A machine that does twenty other things at once stays far below it.
 */
export const PATIENCE = 150_000;
