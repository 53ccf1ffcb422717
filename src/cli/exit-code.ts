/** What the command's exit code says. */
export const EXIT = {
  /** Compliant, or solved. */
  done: 0,
  /** Rules are violated, or no slate exists. */
  violated: 1,
  /** Bad input or usage. */
  badInput: 2,
  /** Time ran out without an answer. */
  outOfTime: 3,
  /** The service that was to answer is away, or has no room now (`EX_UNAVAILABLE` of sysexits). */
  unavailable: 69,
  /** A fault of Slate itself (`EX_SOFTWARE` of sysexits). */
  fault: 70,
  /** Stopped by Ctrl-C, as shells have it. */
  cancelled: 130,
} as const;

/** One of the exit codes. */
export type ExitCode = (typeof EXIT)[keyof typeof EXIT];
