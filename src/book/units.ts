const round = (value: number, digits: number) => Number(value.toFixed(digits));

/** Points of one unit of column width: 7 pixels of Calibri 11 at 96 dpi. */
const POINTS_PER_CHARACTER = 5.25;
const EMU_PER_POINT = 12_700;

export const DEFAULT_COLUMN_WIDTH = 48;
export const DEFAULT_ROW_HEIGHT = 15;

export const charactersOf = (points: number) => round(points / POINTS_PER_CHARACTER, 8);
export const pointsOfCharacters = (characters: number) =>
  round(characters * POINTS_PER_CHARACTER, 4);

export const inchesOf = (points: number) => round(points / 72, 8);
export const pointsOfInches = (inches: number) => round(inches * 72, 4);

export const emuOf = (points: number) => Math.round(points * EMU_PER_POINT);
export const pointsOfEmu = (emu: number) => round(emu / EMU_PER_POINT, 3);
