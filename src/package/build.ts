import { join } from 'node:path';
import { build } from 'vite';
import { code, ROOT } from './code.ts';
import { writeDeclarations } from './declarations.ts';
import { writePreparedRules } from './prepared-rules.ts';

await build(code);
await writeDeclarations();
await writePreparedRules(join(ROOT, 'lib/prepared'));
