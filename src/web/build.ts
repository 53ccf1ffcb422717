import { build } from 'vite';
import { pageBuild } from './vite.config.ts';

await build(pageBuild);
