import { useEffect } from 'react';

/**
 * Opens a link that is put into the address of a page that is open already: else it would stand above another slate
 * than its own. A link is opened as the page loads, so the page is loaded anew; what is in hand is kept as it is left.
 */
export function useFollowedLinks(): void {
  useEffect(() => {
    const opened = carriedBy(location.hash);
    const follow = (): void => {
      const carried = carriedBy(location.hash);
      // Back to the link that the page was opened with is back to what is in hand.
      if (carried !== '' && carried !== opened) location.reload();
    };
    addEventListener('hashchange', follow);
    return () => removeEventListener('hashchange', follow);
  }, []);
}

/** What a link carries besides its view; empty for the addresses of views, which the page itself goes to. */
function carriedBy(hash: string): string {
  return hash.split('?')[1] ?? '';
}
