import { folded, wordsOf, type Folded } from './fold';
import type { Kind } from './kinds';
import {
  chinesePlaces,
  isCommon,
  isOrdinary,
  legalForms,
  legalWords,
  sectors,
  sectorWords,
  surnames,
  titles,
  titleSource,
  type Vocabulary,
} from './lexicon';
import { standsAlone } from './edges';

/** Part of a text that tells whose it is; what is not sure is only marked. */
export interface Found {
  from: number;
  to: number;
  kind: Kind;
  sure: boolean;
}

export type Recogniser = (text: Folded) => Found[];

/** A name that an engagement knows. */
export interface Name {
  kind: Kind;
  name: string;
}

interface Form {
  text: string;
  kind: Kind;
  /** Of Latin letters: in any case, as a name with its capital, or in capitals alone. */
  as: 'any' | 'name' | 'capitals';
  /** A word that means something else as well. */
  ordinary: boolean;
}

const isHan = (text: string) => /^[\p{Script=Han}·]+$/u.test(text);
const latinWords = (text: string) =>
  text.match(/[\p{Script=Latin}\d]+(?:['&.-][\p{Script=Latin}\d]+)*/gu) ?? [];
/** What stands before a family name and is nobody's by itself. */
const particle =
  /^(?:van|von|der|den|ter|ten|de|del|della|di|da|do|dos|la|le|el|al|bin|ibn|ben|st|zu|af|av)$/i;
const escaped = (text: string) => text.replaceAll(/[.*+?^${}()|[\]\\/-]/g, String.raw`\$&`);

/** Finds every form of the names. */
export function namesRecogniser(names: readonly Name[], vocabulary: Vocabulary): Recogniser {
  const forms = new Map<string, Form>();
  for (const { kind, name } of names)
    for (const form of formsOf(kind, folded(name).trim(), vocabulary)) {
      const key = `${form.as} ${form.text.toLowerCase()}`;
      if (!forms.has(key)) forms.set(key, form);
    }
  const matchers = [...forms.values()].map((form) => matcher(form));
  return (text) => matchers.flatMap((match) => match(text));
}

function formsOf(kind: Kind, name: string, vocabulary: Vocabulary): Form[] {
  const texts: [string, Form['as']][] =
    kind === 'person'
      ? personForms(name)
      : kind === 'project'
        ? projectForms(name)
        : kind === 'product' || kind === 'place'
          ? [[name, 'any']]
          : firmForms(name);
  return texts.flatMap(([text, as], i): Form[] => {
    const latin = latinWords(text);
    if (text.length < 2) return [];
    const ordinary = isHan(text)
      ? isCommon(vocabulary, text)
      : latin.length === 1 && isOrdinary(vocabulary, latin[0] as string);
    // What was made shorter until it is a word of everybody's is no longer a name.
    if (ordinary && i > 0 && (isHan(text) || as === 'capitals')) return [];
    return [{ text, kind, as: ordinary && as === 'any' ? 'name' : as, ordinary }];
  });
}

/** A firm by its whole name, without legal form, region and trade, by its first word and its initials. */
function firmForms(name: string): [string, Form['as']][] {
  const whole = name.replaceAll(/[()]/g, '');
  const bare = name.replaceAll(/\([^)]*\)/g, '').trim();
  const forms: [string, Form['as']][] = [...new Set([name, whole, bare])].map((one) => [
    one,
    'any',
  ]);
  for (const part of bare.match(/[\p{Script=Han}·]+|[^\p{Script=Han}·]+/gu) ?? [])
    forms.push(...(isHan(part) ? chineseFirm(part) : latinFirm(part.trim())));
  return forms;
}

function chineseFirm(name: string): [string, Form['as']][] {
  const forms: [string, Form['as']][] = [];
  const parts: string[] = [];
  let core = name;
  const cut = (endings: readonly string[]) => {
    const end = endings.find((one) => core.endsWith(one) && core.length - one.length >= 2);
    if (end === undefined) return false;
    core = core.slice(0, -end.length);
    forms.push([core, 'any']);
    return end;
  };
  while (cut(legalForms));
  const bare = core;
  for (let end = cut(sectors); end !== false; end = cut(sectors)) parts.unshift(end);
  const region =
    /^(?:中国|中华)/u.exec(core)?.[0] ?? chinesePlaces.find((one) => core.startsWith(one));
  if (region !== undefined && core.length - region.length >= 2) {
    const rest = core.slice(region.length).replace(/^[省市县区](?=..)/u, '');
    for (const [form] of [...forms])
      if (form.startsWith(region)) forms.push([rest + form.slice(core.length), 'any']);
    core = rest;
    forms.push([core, 'any']);
    if (parts.length > 0) forms.push([initials([region, core, ...parts]), 'any']);
  }
  if (parts.length > 1) forms.push([initials([core, ...parts]), 'any']);
  for (const part of telling(core)) forms.push([part, 'any']);
  for (const part of telling(bare)) forms.push([part, 'any']);
  return forms.filter(([form]) => isHan(form));
}

/**
 * Whatever of a name people may say and mean it: its words in a row, as long as the one is among them that
 * no dictionary has (禾曜 in 屏东禾曜太阳能); of a name of ordinary words those from its first on.
 */
function telling(name: string): string[] {
  const words = wordsOf(name).map(({ word }) => word);
  const parts: string[] = [];
  for (const [i, word] of words.entries()) {
    const joins = word.length === 1 && i > 0 && words[i - 1]?.length === 1;
    if (joins) parts[parts.length - 1] += word;
    else parts.push(word);
  }
  const own = parts.findIndex((part) => wordsOf(part).length > 1);
  const from = own < 0 ? 0 : own;
  const found: string[] = [];
  for (let start = 0; start <= from; start += 1)
    for (let end = from + 1; end <= parts.length; end += 1)
      found.push(parts.slice(start, end).join(''));
  // 澜川云谷 is 澜川 to those who work there.
  if (name.length >= 4) found.push(name.slice(0, 2));
  const [first = ''] = own < 0 ? [] : [parts[own]];
  if (first.length >= 4) found.push(first.slice(0, 2));
  return found;
}

const initials = (parts: readonly string[]) => parts.map((part) => part.charAt(0)).join('');

function latinFirm(name: string): [string, Form['as']][] {
  const words = latinWords(name).filter((word, i) => i > 0 || word.toLowerCase() !== 'the');
  const core = [...words];
  const forms: [string, Form['as']][] = [];
  const drop = (known: ReadonlySet<string>) => {
    while (
      core.length > 1 &&
      known.has((core.at(-1) as string).toLowerCase().replaceAll('.', ''))
    ) {
      core.pop();
      forms.push([core.join(' '), core.length > 1 ? 'any' : 'name']);
    }
  };
  drop(legalWords);
  const named = [...core];
  drop(sectorWords);
  const ownAt = core.findIndex((word) => !particle.test(word));
  const first = core.slice(0, ownAt + 1).join(' ');
  if (words.length > 1 && first.length >= 3) forms.push([first, 'name']);
  if (named.length > 2) forms.push([named.slice(0, 2).join(' '), 'any']);
  const capital = /^\p{Lu}{2,}$/u.test(first) && first.length < 6;
  if (capital) forms.push([first, 'capitals']);
  for (const from of [named, core, words])
    if (from.length > 1)
      forms.push([from.map((word) => word.charAt(0).toUpperCase()).join(''), 'capitals']);
  return forms;
}

/** A person by whole name in either order, by given name, by initials, by surname and title. */
function personForms(name: string): [string, Form['as']][] {
  const chinese = name.replaceAll(/\s+/g, '');
  if (isHan(chinese)) {
    const surname = surnames.has(chinese.slice(0, 2)) && chinese.length > 2 ? 2 : 1;
    const [family, given] = [chinese.slice(0, surname), chinese.slice(surname)];
    const called = [
      ...titles.map((title) => family + title),
      ...[`小${family}`, `老${family}`, `阿${family}`],
    ];
    return [
      [chinese, 'any'],
      ...(given.length >= 2 ? [[given, 'any'] as [string, 'any']] : []),
      ...called.map((one): [string, 'any'] => [one, 'any']),
    ];
  }
  const words = latinWords(name.replace(/^(?:mr|mrs|ms|miss|dr|prof)\.?\s+/i, ''));
  const [first = ''] = words;
  const last = words.at(-1) ?? '';
  if (words.length < 2) return [[name, 'name']];
  const letters = words.map((word) => word.charAt(0).toUpperCase());
  return [
    [words.join(' '), 'any'],
    [[last, ...words.slice(0, -1)].join(' '), 'any'],
    [`${first} ${last}`, 'any'],
    [`${letters[0]} ${last}`, 'any'],
    ...words
      .filter((word) => word.length > 1 && !particle.test(word))
      .map((word): [string, 'name'] => [word, 'name']),
    [letters.join(''), 'capitals'],
  ];
}

function projectForms(name: string): [string, Form['as']][] {
  const short = name
    .replace(/(?:[一二三四五六]期)?(?:项目|专案|计划|计画|工程|方案)?(?:[一二三四五六]期)?$/u, '')
    .replace(/^(?:project|programme|program|operation)\s+|\s+(?:project|programme|program)$/giu, '')
    .trim();
  return [...new Set([name, short])].map((one) => [one, 'any']);
}

/** Letters run together, apart, or with hyphens; signs of a Chinese name with room between them. */
function source({ text }: Form): string {
  if (isHan(text)) return [...text].map(escaped).join(String.raw`[\s·•]{0,2}`);
  return text
    .split(/[\s_-]+/)
    .map((word) => (/^\p{Lu}$/u.test(word) ? `${word}\\.?` : escaped(word)))
    .join(String.raw`[\s,_-]{0,2}(?:(?:&|\+|and|und|et|y)\s?)?`);
}

function matcher(form: Form): Recogniser {
  const { kind, as, ordinary, text: whole } = form;
  const latinStart = /^[\p{Script=Latin}\d]/u.test(whole);
  const latinEnd = /[\p{Script=Latin}\d]$/u.test(whole);
  const ending = isHan(whole) ? (/[工总生]$/u.exec(whole)?.[0] ?? '') : '';
  const letters = as === 'capitals' ? [...whole].map(escaped).join(String.raw`\.?`) : source(form);
  const pattern = new RegExp(
    (latinStart ? String.raw`(?<![\p{Script=Latin}\d])` : '') +
      letters +
      titleSource(ending).slice(1) +
      (latinEnd ? String.raw`(?![\p{Script=Latin}])` : ''),
    as === 'capitals' ? 'gu' : 'giu',
  );
  return (text) =>
    [...text.text.matchAll(pattern)].flatMap((match): Found[] => {
      const [from, to] = [match.index, match.index + match[0].length];
      if (isHan(whole)) {
        if (whole.length < 3 && !standsAlone(text, from, to)) return [];
        return [{ from, to, kind, sure: !ordinary }];
      }
      if (as === 'name' && ordinary) {
        // "go-to" and "the bright side" are nobody's.
        if (!/^\p{Lu}/u.test(match[0])) return [];
        if (/^-\p{Ll}/u.test(text.text.slice(to))) return [];
        return [{ from, to, kind, sure: !beginsSentence(text.text, from) }];
      }
      return [{ from, to, kind, sure: true }];
    });
}

/** Where a capital says nothing. */
export const beginsSentence = (text: string, at: number): boolean =>
  /(?:^|[.!?:;。！？：；\n•\-–—"“‘(（])\s*$/u.test(text.slice(0, at));
