import { problem, type Problem } from '../words/problem.ts';

/**
 * Why a file cannot be opened or read, as a problem of that file; `undefined` if the error is of
 * another kind, and to be thrown again.
 */
export function cannotRead(error: unknown, file: string): Problem | undefined {
  const reason = reasonOf(error);
  return reason === undefined ? undefined : problem('pool.cannot-read', { reason }, { file });
}

/** Whether there is no file, of all that keeps one from being read. */
export function isAbsent(error: unknown): boolean {
  return reasonOf(error) === 'missing';
}

function reasonOf(error: unknown): 'missing' | 'folder' | 'forbidden' | 'other' | undefined {
  if (!(error instanceof Error) || !('code' in error)) return undefined;
  switch (error.code) {
    case 'ENOENT':
    case 'ENOTDIR':
    // A name with a character that no name has: no file is called so.
    case 'ERR_INVALID_ARG_VALUE':
      return 'missing';
    case 'EISDIR':
      return 'folder';
    case 'EACCES':
    case 'EPERM':
      return 'forbidden';
    default:
      return typeof error.code === 'string' && error.code.startsWith('E') && 'syscall' in error
        ? 'other'
        : undefined;
  }
}

/** Whether an error says that there is no such file or folder, rather than one that cannot be read. */
export function isAbsence(error: unknown): boolean {
  return reasonOf(error) === 'missing';
}
