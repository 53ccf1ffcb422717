import { config } from 'zod/v4/core';

// What is read once is read sooner as it stands than by a parser made for it. A service, which reads for
// long, reads in threads of its own.
config({ jitless: true });
const { runInTerminal } = await import('./terminal.ts');

await runInTerminal(process.argv.slice(2));
