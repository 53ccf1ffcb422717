#!/usr/bin/env node
// The command `slate`. Plain JavaScript that even an old Node can parse. In the installed package it runs
// what `src/package/build.ts` built, in few files that are soon loaded; in a checkout it runs the TypeScript
// sources, on this Node or, where this one cannot, on the one that npm installed with the project.
import { existsSync, readFileSync } from 'node:fs';
import module from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** What `package.json` says under `engines`: from here on Node runs TypeScript by itself. */
const NEEDED = '22.18';
const isCheckout = existsSync(new URL('../src/cli/main.ts', import.meta.url));

if (isCheckout ? process.features.typescript : isNewEnough(process.versions.node)) {
  // Compiled once, not at every start: that halves the time of a check. Solver threads look for the
  // folder in the environment.
  process.env['NODE_COMPILE_CACHE'] ??= fileURLToPath(
    new URL(isCheckout ? '../node_modules/.cache/slate' : '../.cache', import.meta.url),
  );
  module.enableCompileCache?.();
  await import(isCheckout ? '../src/cli/main.ts' : '../lib/code/command.js');
} else {
  await handOver(isCheckout ? installedNode() : undefined);
}

function isNewEnough(version) {
  const [major, minor] = version.split('.').map(Number);
  const [neededMajor, neededMinor] = NEEDED.split('.').map(Number);
  return major > neededMajor || (major === neededMajor && minor >= neededMinor);
}

/** The Node that the npm package `node` brought along; undefined where there is none. */
function installedNode() {
  // A second hand-over would mean that the installed Node cannot do it either.
  if (process.env['SLATE_HANDED_OVER'] !== undefined) return undefined;
  try {
    const manifest = module.createRequire(import.meta.url).resolve('node/package.json');
    const { bin } = JSON.parse(readFileSync(manifest, 'utf8'));
    const path = join(dirname(manifest), bin.node);
    return [path, `${path}.exe`].find((each) => existsSync(each));
  } catch {
    return undefined;
  }
}

/** Runs the same command on that Node: same terminal, same signals, same exit code. */
async function handOver(node) {
  if (node === undefined) {
    process.stderr.write(
      `Cần Node ${NEEDED} trở lên (đang dùng ${process.version}); hãy cài Node mới hơn${isCheckout ? ', hoặc chạy npm ci trong thư mục dự án' : ''}.\n` +
        `Node ${NEEDED} or later is needed (this is ${process.version}); install a later Node${isCheckout ? ", or run npm ci in the project's folder" : ''}.\n`,
    );
    process.exitCode = 2;
    return;
  }
  const { spawn } = await import('node:child_process');
  const child = spawn(node, [fileURLToPath(import.meta.url), ...process.argv.slice(2)], {
    stdio: 'inherit',
    env: { ...process.env, SLATE_HANDED_OVER: '1' },
  });
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal));
  child.on('error', (error) => {
    process.stderr.write(`${node}: ${error.message}\n`);
    process.exitCode = 2;
  });
  child.on('exit', (code, signal) => {
    if (signal === null) {
      process.exitCode = code ?? 1;
      return;
    }
    process.removeAllListeners(signal);
    process.kill(process.pid, signal);
  });
}
