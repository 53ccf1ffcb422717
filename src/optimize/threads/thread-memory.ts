/**
 * Megabytes of objects that a thread may hold, far from what its work needs (the largest body that a service
 * takes, 255,000 candidates, is proposed from and validated within it): one that grows beyond ends alone, and
 * its question with 503. Bounds this close have V8 collect sooner what nobody needs any more: under load a
 * service takes 1.1 GB with them and 1.7 GB without, and no more time.
 */
export const THREAD_MEMORY = { maxYoungGenerationSizeMb: 12, maxOldGenerationSizeMb: 2_000 } as const;
