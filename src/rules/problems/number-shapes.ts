import { z } from 'zod';

/** Numbers as rule files write them. Those that somebody goes through one by one are bounded. */

/** A whole number from 0 up. */
export const whole = z.int().min(0);
/** Seats that are shared out or held; no body that is elected has as many. */
export const MOST_SEATS = 10_000;
export const seatNumber = whole.min(1).max(MOST_SEATS);
/** Places of a list: no ballot paper is as long. */
export const placeNumber = whole.min(1).max(1_000);
/** Members of a slate. */
export const sizeNumber = whole.min(1).max(100_000);

/** Beyond this, solvers no longer tell 1 from 0. */
export const MOST_WEIGHT = 1_000_000_000;
/** What is finer would be counted as nothing, or as another number. */
export const FINEST_WEIGHT = 1e-7;
const isCounted = (value: number): boolean => value === 0 || Math.abs(value) >= FINEST_WEIGHT;
/** What a member is worth. */
export const weight = z.number().min(-MOST_WEIGHT).max(MOST_WEIGHT).refine(isCounted, { error: 'too-fine' });
/** What one member too few or too many costs. */
export const price = z.number().max(MOST_WEIGHT).refine(isCounted, { error: 'too-fine' });
