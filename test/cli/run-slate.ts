import { spawn, type ChildProcessWithoutNullStreams } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished } from 'vitest';
import { COMMAND, ROOT } from './command.ts';

export { COMMAND, ROOT };

/** The reference case. */
export const REFERENCE = ['--pool', 'fixtures/hai-duong/pool.csv', '--rules', 'hai-duong-2020'];

/** How a run ended. */
export interface Ran {
  readonly code: number | null;
  readonly signal: NodeJS.Signals | null;
  readonly stdout: string;
  readonly stderr: string;
}

interface Setting {
  /** What standard input holds; without it there is nothing to read. */
  readonly input?: string;
  readonly env?: NodeJS.ProcessEnv;
  /** Where it runs; absent: in the project. */
  readonly cwd?: string;
  /** Options of Node itself. */
  readonly node?: readonly string[];
}

/** Starts the command; its standard input stays open unless `input` is given. */
export function startSlate(args: readonly string[], setting: Setting = {}): ChildProcessWithoutNullStreams {
  const env = { PATH: process.env['PATH'], LANG: 'vi_VN.UTF-8', ...setting.env };
  const child = spawn(process.execPath, [...(setting.node ?? []), COMMAND, ...args], {
    cwd: setting.cwd ?? ROOT,
    env,
  });
  if (setting.input !== undefined) child.stdin.end(setting.input);
  onTestFinished(() => {
    child.kill('SIGKILL');
  });
  return child;
}

/** Runs the command to its end. */
export function slate(args: readonly string[], setting: Setting = {}): Promise<Ran> {
  return ended(startSlate(args, { input: '', ...setting }));
}

/** Waits until a command ends, and gathers what it wrote. */
export async function ended(child: ChildProcessWithoutNullStreams): Promise<Ran> {
  const stdout: Buffer[] = [];
  const stderr: Buffer[] = [];
  child.stdout.on('data', (chunk: Buffer) => stdout.push(chunk));
  child.stderr.on('data', (chunk: Buffer) => stderr.push(chunk));
  return new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('close', (code, signal) => {
      const text = (chunks: readonly Buffer[]): string => Buffer.concat(chunks).toString('utf8');
      resolve({ code, signal, stdout: text(stdout), stderr: text(stderr) });
    });
  });
}

/** Expects bad input or usage: nothing on stdout, told in words, and no trace of the code. */
export function expectRefused(ran: Ran): void {
  expect(ran.code).toBe(2);
  expect(ran.stdout).toBe('');
  expect(ran.stderr).not.toBe('');
  expect(ran.stderr).not.toMatch(/\n\s+at |\.ts:\d|Error:/);
}

/** Writes files into a folder of their own, which goes with the test; answers their paths. */
export function filesWith<Name extends string>(
  contents: Readonly<Record<Name, string | Buffer>>,
): Readonly<Record<Name, string>> {
  const folder = mkdtempSync(join(tmpdir(), 'slate-cli-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  const paths = (Object.entries(contents) as [Name, string | Buffer][]).map(([name, content]) => {
    const path = join(folder, name);
    writeFileSync(path, content);
    return [name, path] as const;
  });
  return Object.fromEntries(paths) as Record<Name, string>;
}

/** Two of five candidates are women; the rules want `women` of the three members. */
export function smallCase(women: number): Readonly<Record<'pool.csv' | 'rules.yaml', string>> {
  return filesWith({
    'pool.csv': [
      'id,name,gender,merit',
      'A,Lê Thị An,female,1',
      'B,Trần Văn Bình,male,9',
      'C,Đỗ Thị Cúc,female,2',
      'D,Vũ Đức Dũng,male,8',
      'E,Hồ Văn Em,male,7',
      '',
    ].join('\n'),
    'rules.yaml': [
      'id: small',
      'title: { vi: Ví dụ nhỏ, en: Small example }',
      'referenceDate: 2020-06-05',
      'size: 3',
      'facts: { merit: number }',
      'rules:',
      '  - id: women',
      '    title: { vi: Nữ, en: Women }',
      `    count: { where: { fact: gender, operator: equal, value: female }, min: ${women} }`,
      'objective:',
      '  - { fact: merit, weight: 1 }',
      '',
    ].join('\n'),
  });
}
