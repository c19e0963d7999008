import { invalidArgument } from '../refusal';

const NAMED: Record<string, string> = {
  black: '#000000',
  white: '#FFFFFF',
  red: '#FF0000',
  green: '#008000',
  blue: '#0000FF',
  yellow: '#FFFF00',
  orange: '#FFA500',
  purple: '#800080',
  gray: '#808080',
  grey: '#808080',
  lightgray: '#D3D3D3',
  lightgrey: '#D3D3D3',
  darkgray: '#A9A9A9',
  silver: '#C0C0C0',
  pink: '#FFC0CB',
  brown: '#A52A2A',
  cyan: '#00FFFF',
  magenta: '#FF00FF',
  navy: '#000080',
  teal: '#008080',
  maroon: '#800000',
  olive: '#808000',
  lime: '#00FF00',
  gold: '#FFD700',
};

/** "#RRGGBB" of an HTML colour. */
export function colorOf(value: unknown): string {
  const text = String(value);
  if (/^#?[0-9a-f]{6}$/i.test(text)) return `#${text.replace('#', '').toUpperCase()}`;
  if (/^#[0-9a-f]{3}$/i.test(text)) {
    return `#${[...text.slice(1)]
      .map((digit) => digit + digit)
      .join('')
      .toUpperCase()}`;
  }
  const named = NAMED[text.toLowerCase()];
  if (!named) throw invalidArgument(`"${text}" is no colour: write #RRGGBB.`);
  return named;
}
