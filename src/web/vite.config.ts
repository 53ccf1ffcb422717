import { fileURLToPath } from 'node:url';
import react from '@vitejs/plugin-react';
import type { InlineConfig } from 'vite';
import { NONCE_PLACEHOLDER, PAGE_FOLDER } from '../service/page-files.ts';

/**
 * How the page is built: into the folder that the service serves, with a place for the nonce of its
 * content security policy, and with nothing inlined, for `data:` fonts and inline scripts are refused.
 */
export const pageBuild: InlineConfig = {
  configFile: false,
  root: fileURLToPath(new URL('.', import.meta.url)),
  base: '/',
  plugins: [react()],
  html: { cspNonce: NONCE_PLACEHOLDER },
  logLevel: 'warn',
  build: {
    outDir: PAGE_FOLDER,
    emptyOutDir: true,
    license: { fileName: 'THIRD-PARTY-NOTICES.md' },
    target: 'es2023',
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    chunkSizeWarningLimit: 1_200,
  },
};
