import { build } from 'vite';
import { code } from './code.ts';
import { writeDeclarations } from './declarations.ts';

await build(code);
await writeDeclarations();
