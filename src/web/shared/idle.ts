/** How a button says that there is nothing for it to do, and keeps the focus of whoever has just pressed it. */
export function idleUnless(hasWork: boolean): { 'data-disabled'?: true; 'aria-disabled'?: true } {
  return hasWork ? {} : { 'data-disabled': true, 'aria-disabled': true };
}
