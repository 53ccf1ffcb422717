import { htmlDocument } from '../papers/html.ts';
import type { Language } from '../words/language.ts';

const STYLE = `
:root { color-scheme: light dark; font: 16px/1.5 system-ui, sans-serif; }
body { max-width: 60rem; margin: 2rem auto; padding: 0 1rem; }
code, pre { font: 13px/1.45 ui-monospace, monospace; }
pre { overflow-x: auto; padding: .75rem; border: 1px solid #8884; border-radius: .4rem; }
summary { cursor: pointer; }
section { border-top: 1px solid #8884; padding: .5rem 0; }
h3 code { font-size: 15px; }
.method { display: inline-block; min-width: 4.5rem; font-weight: 600; }
`;

/** A page of the service's own, without scripts and without anything from outside. `body` is HTML. */
export function htmlPage(page: {
  readonly language: Language;
  readonly title: string;
  readonly nonce: string;
  readonly body: string;
}): string {
  return htmlDocument({ ...page, style: STYLE });
}
