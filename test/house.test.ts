import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { phraseCodes } from '../src/words/catalogue.ts';
import { pageEn } from '../src/words/page.ts';

/** Conventions that no compiler checks. What they protect stands beside each. */
const ROOT = fileURLToPath(new URL('..', import.meta.url));

/** A folder imports only from itself and from the folders before it. */
const ORDER = [
  'words',
  'tables',
  'rules',
  'pool',
  'assemblies',
  'proofs',
  'check',
  'optimize',
  'slate',
  'explain',
  'papers',
  'scenarios',
  'placements',
  'opening',
  'rule-tests',
  'questions',
  'records',
  'batch',
  'rounds',
  'library',
  'store',
  'jobs',
  'index.ts',
  'service',
  'cli',
  'package',
  'web',
];

/** Of a rule there are readings that know nothing of each other, so that no fault is agreed on by two. */
const STRANGERS: readonly (readonly [string, string])[] = [
  ['check', 'optimize'],
  ['proofs', 'optimize'],
];

/** The same inside a folder that has folders of its own; its own files are the first of all. */
const ORDER_IN: Readonly<Record<string, readonly string[]>> = {
  optimize: ['model', 'presolve', 'highs', 'proving', 'threads'],
};

/** One idea a file. */
const MOST_LINES = 300;

const NOT_OURS = new Set([
  'node_modules',
  'dist',
  'lib',
  '.cache',
  'coverage',
  'artefacts',
  '.git',
  '.slate',
]);

function filesIn(folder: string): readonly string[] {
  return readdirSync(join(ROOT, folder), { withFileTypes: true }).flatMap((entry) => {
    if (NOT_OURS.has(entry.name)) return [];
    const path = join(folder, entry.name);
    return entry.isDirectory() ? filesIn(path) : [path];
  });
}

function textOf(path: string): string {
  return readFileSync(join(ROOT, path), 'utf8');
}

const SOURCES = filesIn('src').filter((path) => /\.(?:tsx?|js)$/.test(path));

interface Locked {
  readonly resolved?: string;
  readonly optionalDependencies?: Readonly<Record<string, string>>;
}

/** What the lock file holds, by path. */
const LOCK = (
  JSON.parse(textOf('package-lock.json')) as { readonly packages: Readonly<Record<string, Locked>> }
).packages;

interface Import {
  readonly specifier: string;
  /** Erased before anything runs. */
  readonly isType: boolean;
}

/** Static, re-exporting and dynamic imports, and files started as threads by their URL. */
function importsIn(source: string): readonly Import[] {
  const text = source.replaceAll(/^\s*(?:\/\/|\/?\*).*$/gm, '');
  const pattern =
    /(?:^|\n)\s*(import|export)\s+(type\s+)?(?:[\w*{}\s,$]+?\s+from\s+)?'([^']+)'|import\(\s*'([^']+)'\s*\)|threadFile\(\s*'([^']+\.tsx?)'/g;
  return [...text.matchAll(pattern)].map((found) => ({
    specifier: found[3] ?? found[4] ?? found[5]!,
    isType: found[2] !== undefined,
  }));
}

function importsOf(path: string): readonly Import[] {
  return importsIn(textOf(path));
}

/** The file of this project that an import names; `undefined` for packages and Node's own modules. */
function targetOf(path: string, { specifier }: Import): string | undefined {
  if (/^\.{1,2}\//.test(specifier)) return join(dirname(path), specifier);
  return /^[\w-]+\.tsx?$/.test(specifier) ? join(dirname(path), specifier) : undefined;
}

function folderOf(path: string): string {
  return relative('src', path).split('/')[0]!;
}

describe('imports', () => {
  test('are found, of every kind', () => {
    const source = [
      "import './a.ts';",
      "import type { B } from './b.ts';",
      'import {',
      '  type C,',
      '  d,',
      "} from './c.ts';",
      "export { e } from './e.ts';",
      "export * from './f.ts';",
      "// import './comment.ts';",
      "const g = () => import('./g.ts');",
      "const h = threadFile('h.ts', import.meta.url);",
      "import i, { j } from 'package';",
    ].join('\n');
    expect(importsIn(source)).toEqual([
      { specifier: './a.ts', isType: false },
      { specifier: './b.ts', isType: true },
      { specifier: './c.ts', isType: false },
      { specifier: './e.ts', isType: false },
      { specifier: './f.ts', isType: false },
      { specifier: './g.ts', isType: false },
      { specifier: 'h.ts', isType: false },
      { specifier: 'package', isType: false },
    ]);
    expect(SOURCES.flatMap(importsOf).length).toBeGreaterThan(SOURCES.length);
  });

  test('lead to folders that the house knows', () => {
    expect(SOURCES.map(folderOf).filter((folder) => !ORDER.includes(folder))).toEqual([]);
  });

  test('go one way', () => {
    const upward = SOURCES.flatMap((path) =>
      importsOf(path).flatMap((each) => {
        const target = targetOf(path, each);
        if (target === undefined || !target.startsWith('src/')) return [];
        const rises = ORDER.indexOf(folderOf(target)) > ORDER.indexOf(folderOf(path));
        return rises ? [`${path} imports ${target}`] : [];
      }),
    );
    expect(upward).toEqual([]);
  });

  test.each(STRANGERS)('of %s/ lead to nothing of %s/, by no way round', (folder, stranger) => {
    const own = SOURCES.filter((path) => folderOf(path) === folder);
    expect(own.length).toBeGreaterThan(0);
    const reached = new Set(own);
    for (const path of reached) {
      const targets = importsOf(path).map((each) => targetOf(path, each));
      for (const target of targets) if (target?.startsWith('src/') === true) reached.add(target);
    }
    expect([...reached].filter((path) => folderOf(path) === stranger)).toEqual([]);
  });

  test('go one way inside a folder that has folders of its own', () => {
    const upward = Object.entries(ORDER_IN).flatMap(([folder, order]) => {
      const floorOf = (path: string): number => {
        const [first = '', ...deeper] = relative(join('src', folder), path).split('/');
        return deeper.length === 0 ? -1 : order.indexOf(first);
      };
      const mine = SOURCES.filter((path) => folderOf(path) === folder);
      expect(new Set(mine.map(floorOf))).toEqual(new Set([-1, ...order.keys()]));
      return mine.flatMap((path) =>
        importsOf(path).flatMap((each) => {
          const target = targetOf(path, each);
          if (target === undefined || folderOf(target) !== folder) return [];
          return floorOf(target) > floorOf(path) ? [`${path} imports ${target}`] : [];
        }),
      );
    });
    expect(upward).toEqual([]);
  });

  test('never lead from the page to what only Node has', () => {
    const page = SOURCES.filter((path) => folderOf(path) === 'web' && !runsOnNode(path));
    const reached = new Set(page);
    const nodeOnly: string[] = [];
    for (const path of reached) {
      for (const each of importsOf(path)) {
        if (each.isType) continue;
        const target = targetOf(path, each);
        if (target?.startsWith('src/') === true && SOURCES.includes(target)) reached.add(target);
        if (each.specifier.startsWith('node:')) nodeOnly.push(`${path} imports ${each.specifier}`);
      }
    }
    expect(nodeOnly).toEqual([]);
  });
});

/** Files of the page's folder that build it, and are no part of it. */
function runsOnNode(path: string): boolean {
  return path === 'src/web/build.ts' || path === 'src/web/vite.config.ts';
}

describe('files', () => {
  test('hold one idea', () => {
    const long = SOURCES.filter((path) => textOf(path).trimEnd().split('\n').length > MOST_LINES);
    expect(long).toEqual([]);
  });

  test('make no formatter when they are loaded: the first takes longer than the help of the command', () => {
    const atOnce = SOURCES.filter((path) => !path.startsWith('src/web/')).filter((path) =>
      /^(?:export )?const .* = new Intl\./m.test(textOf(path)),
    );
    expect(atOnce).toEqual([]);
  });

  /** The words of the two languages have each other's names, and every command is configured by its `configure`. */
  const NAMED_ALIKE = /^src\/(?:words\/(?:en|vi)|cli\/commands)\//;
  /** The page has names of its own: what it shows is often called like what was answered. */
  const HALVES = Object.values(
    Object.groupBy(
      SOURCES.filter((path) => !NAMED_ALIKE.test(path)),
      (path) => String(path.startsWith('src/web/')),
    ),
  ).map((paths) => paths ?? []);

  /** What several files export under one name, with these files; a face that calls what it is named like is none. */
  function sharedNames(paths: readonly string[], declared: RegExp): readonly string[] {
    const named = paths.flatMap((path) =>
      [...new Set(Array.from(textOf(path).matchAll(declared), ([, name]) => name!))].map((name) => ({
        name,
        path,
      })),
    );
    expect(named.length).toBeGreaterThan(100);
    const calls = (path: string, other: string): boolean =>
      importsOf(path).some((each) => targetOf(path, each) === other);
    return [...Map.groupBy(named, ({ name }) => name)].flatMap(([name, all]) => {
      const [one, ...others] = all.map(({ path }) => path);
      const isFace = others.every((other) => calls(one!, other) || calls(other, one!));
      return isFace ? [] : [`${name}: ${[one, ...others].join(', ')}`];
    });
  }

  test('call no two types by one name', () => {
    const types = /^export (?:abstract )?(?:class|interface|type) ([A-Z]\w*)/gm;
    expect(HALVES.flatMap((paths) => sharedNames(paths, types))).toEqual([]);
  });

  test('call no two functions by one name', () => {
    const functions = /^export (?:async )?function\*? (\w+)/gm;
    expect(HALVES.flatMap((paths) => sharedNames(paths, functions))).toEqual([]);
  });

  test('name no machine', () => {
    const ours = filesIn('.').filter((path) => !/\.(?:png|xlsx|docx|woff2|ico)$/.test(path));
    const paths = /(?<![\w.:/-])\/(?:work|home|root|Users)\/[\w.]/;
    expect(ours.filter((path) => paths.test(textOf(path)))).toEqual([]);
  });

  test('of the lock name no host of a registry', () => {
    const named = Object.entries(LOCK).filter(([, { resolved }]) => resolved?.includes('://') === true);
    expect(named.map(([name]) => name)).toEqual([]);
  });

  // npm writes a lock without the builds for other platforms that it could not fetch, and `npm ci`
  // then refuses it.
  test('of the lock hold every build of every platform', () => {
    const held = new Set(Object.keys(LOCK).map((path) => path.slice(path.lastIndexOf('node_modules/'))));
    const wanted = Object.values(LOCK).flatMap(({ optionalDependencies = {} }) =>
      Object.keys(optionalDependencies),
    );
    expect(wanted.length).toBeGreaterThan(0);
    expect(wanted.filter((name) => !held.has(`node_modules/${name}`))).toEqual([]);
  });
});

describe('words', () => {
  const areas = readdirSync(join(ROOT, 'src/words/en'));

  test('are in both languages, area by area', async () => {
    expect(readdirSync(join(ROOT, 'src/words/vi'))).toEqual(areas);
    const [en, vi] = await Promise.all([phrasesOf('en', areas), phrasesOf('vi', areas)]);
    expect([...vi.keys()].toSorted()).toEqual([...en.keys()].toSorted());
    expect([...en.keys()].toSorted()).toEqual([...phraseCodes(), ...Object.keys(pageEn)].toSorted());
  });

  test('are translated, not copied', async () => {
    const [en, vi] = await Promise.all([phrasesOf('en', areas), phrasesOf('vi', areas)]);
    const copied = [...en].filter(([code, say]) => {
      const source = say.toString();
      const words =
        source.replaceAll(/\$\{[^}]*\}/g, '').match(/(['"`])(?:(?!\1).)*[a-z]{3}(?:(?!\1).)*\1/) !== null;
      return words && vi.get(code)!.toString() === source;
    });
    expect(copied.map(([code]) => code)).toEqual([]);
  });

  test('of problems have no capital, no straight quotes and no full stop: a place may stand before them', async () => {
    const phrases = [await phrasesOf('en', areas), await phrasesOf('vi', areas)];
    const codes = problemCodes();
    expect(codes.length).toBeGreaterThan(100);
    const wrong = codes.flatMap((code) =>
      phrases.flatMap((each) => {
        const source = each.get(code)!.toString();
        const [, first = ''] = /=>\s*(?:\(\{[^}]*\}\)\s*)?['"`]([^$])/.exec(source) ?? [];
        return /\p{Lu}/u.test(first) || /"\$\{|\.['"`]$/.test(source) ? [source] : [];
      }),
    );
    expect(wrong).toEqual([]);
  });
});

/** The codes of all that a reader finds wrong with an input. */
function problemCodes(): readonly string[] {
  const files = readdirSync(join(ROOT, 'src'), { recursive: true, encoding: 'utf8' });
  const sources = files
    .filter((file) => file.endsWith('.ts'))
    .map((file) => readFileSync(join(ROOT, 'src', file), 'utf8'));
  const codes = sources.flatMap((source) => [...source.matchAll(/\bproblem\(\s*'([a-z-]+\.[a-z0-9-]+)'/g)]);
  return [...new Set(codes.map(([, code = '']) => code))].toSorted();
}

describe('the maps', () => {
  /** What a map names: paths in code marks, below the folder that it is of, from the root or in a pool, and targets of links. */
  const lostIn = (map: string): readonly string[] => {
    const text = textOf(map);
    const marked = [...text.matchAll(/`([A-Za-z.][\w.-]*\/[\w./-]*)`/g)].map(([, path]) => path!);
    const linked = [...text.matchAll(/\]\(([^)#:]+)(?:#[^)]*)?\)/g)].map(([, path]) => path!);
    expect(marked.length + linked.length).toBeGreaterThan(0);
    const places = [dirname(map), '.', 'fixtures'].map((base) => join(ROOT, base));
    return [...marked, ...linked].filter((path) => !places.some((place) => existsSync(join(place, path))));
  };

  test.each(['README.md', 'rules/README.md', 'rules/SOURCES.md', 'src/README.md', 'test/README.md'])(
    '%s names files that exist',
    (map) => {
      expect(lostIn(map)).toEqual([]);
    },
  );

  test('have every folder of the house', () => {
    const folders = ORDER.filter((name) => !name.includes('.') && existsSync(join(ROOT, 'src', name)));
    const map = textOf('src/README.md');
    expect(folders.filter((name) => !map.includes(`| \`${name}/\` |`))).toEqual([]);
  });
});

type Phrase = (parameters: never) => string;

/** All phrases of one language by their codes. */
async function phrasesOf(language: string, areas: readonly string[]): Promise<ReadonlyMap<string, Phrase>> {
  const modules = await Promise.all(
    areas.map(
      async (area) =>
        (await import(/* @vite-ignore */ `../src/words/${language}/${area}`)) as Record<string, unknown>,
    ),
  );
  const tables = modules.flatMap((module) => Object.values(module)).filter((each) => isTable(each));
  return new Map(tables.flatMap((table) => Object.entries(table)));
}

function isTable(value: unknown): value is Record<string, Phrase> {
  return (
    typeof value === 'object' &&
    value !== null &&
    Object.entries(value).every(([code, say]) => code.includes('.') && typeof say === 'function')
  );
}
