/** One accent, the teal of the workbook's headers, and the greys of calm print. */
export const palette = {
  accent: '12697A',
  accentDark: '0D4F5A',
  accentMid: '4F9DAA',
  accentSoft: 'B9DDE2',
  accentPale: 'E8F4F6',
  ink: '1F2A30',
  muted: '66757C',
  line: 'D5DCE0',
  paper: 'FFFFFF',
  band: 'F5F8F9',
  warn: 'B5532A',
  warnPale: 'FBEDE6',
} as const;
