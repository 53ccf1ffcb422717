/**
 * What threads that solve cells are told by memory that they share, at its first place: to go on, to begin no
 * further cell, or to stop at once. At the second place they count the cells that were begun.
 */
export const GO_ON = 0;
/** To stop at once ({@link GO_ON}). */
export const STOP = 1;
/** To end the cells that were begun, and begin no other ({@link GO_ON}). */
export const BEGIN_NONE = 2;

/** Whether a thread may begin a cell, which then counts. One is begun however late it is, so that all come to an end. */
export function mayBegin(stop: Int32Array): boolean {
  const told = Atomics.load(stop, 0);
  if (told === STOP) return false;
  return Atomics.add(stop, 1, 1) === 0 || told === GO_ON;
}

/** Whether a thread should leave the cell that it is at. */
export function isStopped(stop: Int32Array): boolean {
  return Atomics.load(stop, 0) === STOP;
}
