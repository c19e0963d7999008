import {
  createDarkTheme,
  createLightTheme,
  teamsHighContrastTheme,
  type BrandVariants,
  type Theme,
} from '@fluentui/react-components';
import { createContext } from 'react';

/** The teal of the workbook's headers, from dark to light. */
const brand: BrandVariants = {
  10: '#01080A',
  20: '#051A1E',
  30: '#072A31',
  40: '#093740',
  50: '#0B4550',
  60: '#0D4F5A',
  70: '#0F5561',
  80: '#12697A',
  90: '#1E7D8C',
  100: '#378D9B',
  110: '#4F9DAA',
  120: '#68ADB8',
  130: '#82BDC6',
  140: '#9DCDD4',
  150: '#B9DDE2',
  160: '#D6EDF0',
};

const light = createLightTheme(brand);
const dark: Theme = {
  ...createDarkTheme(brand),
  colorBrandForeground1: brand[130],
  colorBrandForegroundLink: brand[130],
  colorBrandForegroundLinkHover: brand[140],
  colorBrandForegroundLinkPressed: brand[120],
  // Fluent's own are too faint for small text on a dark pane.
  colorNeutralForeground2BrandHover: brand[130],
  colorNeutralForeground2BrandPressed: brand[120],
  colorNeutralForeground2BrandSelected: brand[130],
  colorStatusDangerForeground1: '#EC8E93',
};

export const themeNames = ['light', 'dark', 'contrast'] as const;
export type ThemeName = (typeof themeNames)[number];

const themes: Record<ThemeName, Theme> = { light, dark, contrast: teamsHighContrastTheme };
export const themeOf = (name: ThemeName): Theme => themes[name];

/** Of the pane: for what opens a window of its own. */
export const ThemeContext = createContext<ThemeName>('light');

/** For a provider: a class would also be put on whatever floats over the page. */
export const fill = (theme: ThemeName) => ({
  minHeight: '100%',
  // What the browser draws itself: the calendar of a date, scroll bars.
  colorScheme: theme === 'light' ? 'light' : 'dark',
});

/** Whether a background such as Office's "#262626" is a dark one. */
export function isDarkColor(color: string): boolean {
  const [red, green, blue] = [1, 3, 5].map((at) => Number.parseInt(color.slice(at, at + 2), 16));
  return 0.299 * (red ?? 255) + 0.587 * (green ?? 255) + 0.114 * (blue ?? 255) < 128;
}
