/**
 * A fault of Slate itself: two ways of reading a rule, or two solvers, came to different ends. Nothing was
 * answered, since one of both would have been wrong.
 */
export class SlateFault extends Error {
  constructor(message: string) {
    super(message);
    this.name = 'SlateFault';
  }
}
