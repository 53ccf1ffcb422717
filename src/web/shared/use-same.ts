import { useState } from 'react';

/** An object that stays the same one while none of its fields becomes another: whoever is given it need not work anew. */
export function useSame<Made extends object>(made: Made): Made {
  const [kept, setKept] = useState(made);
  if (isSame(kept, made)) return kept;
  setKept(made);
  return made;
}

function isSame<Made extends object>(one: Made, other: Made): boolean {
  const keys = Object.keys(other) as (keyof Made)[];
  return keys.length === Object.keys(one).length && keys.every((key) => Object.is(one[key], other[key]));
}
