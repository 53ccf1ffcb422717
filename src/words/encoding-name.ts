import type { Language } from './language.ts';

const NAMES: ReadonlyMap<string, Readonly<Record<Language, string>>> = new Map([
  ['utf-8', { en: 'UTF-8', vi: 'UTF-8' }],
  ['utf-16le', { en: 'UTF-16', vi: 'UTF-16' }],
  ['utf-16be', { en: 'UTF-16', vi: 'UTF-16' }],
  ['windows-1258', { en: 'Windows-1258 (Vietnamese)', vi: 'Windows-1258 (tiếng Việt)' }],
  ['tcvn3', { en: 'TCVN3 (old Vietnamese fonts)', vi: 'TCVN3 (phông chữ cũ)' }],
  ['vni', { en: 'VNI (old Vietnamese fonts)', vi: 'VNI (phông chữ cũ)' }],
  ['windows-1252', { en: 'Windows-1252 (Western European)', vi: 'Windows-1252 (Tây Âu)' }],
]);

/** What people call an encoding; other names stand for themselves. */
export function encodingName(encoding: string, language: Language): string {
  return NAMES.get(encoding)?.[language] ?? encoding;
}
