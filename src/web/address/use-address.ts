import { useMemo, useSyncExternalStore } from 'react';
import { type Address, addressIn, type Focus, hashOf, type View } from './address.ts';

function subscribe(onChange: () => void): () => void {
  addEventListener('hashchange', onChange);
  return () => removeEventListener('hashchange', onChange);
}

/** Where the page is; follows links and the buttons of the browser. */
export function useAddress(): Address {
  const hash = useSyncExternalStore(subscribe, () => location.hash);
  return useMemo(() => addressIn(hash), [hash]);
}

/** Goes to a view. */
export function goTo(view: View, focus?: Focus): void {
  location.hash = hashOf({ view, focus });
}

/** Opens or closes what stands beside the present view. */
export function focusOn(focus: Focus | undefined): void {
  location.hash = hashOf({ ...addressIn(location.hash), focus });
}
