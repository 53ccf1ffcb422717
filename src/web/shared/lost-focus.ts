/**
 * Gives the focus to what comes next, where it fell away with what had it: a button that is gone, a cell that is
 * mended. Whoever has gone on to something else by then keeps it.
 */
export function takeLostFocus(element: HTMLElement | null | undefined): void {
  const { activeElement, body } = document;
  if (activeElement === null || activeElement === body) element?.focus();
}
