import { OFFICE_THEME, THEME_ORDER } from './colors';
import { XML_HEAD, el } from './xml';

const DRAWING = 'http://schemas.openxmlformats.org/drawingml/2006/main';
const FILE_ORDER = ['dk1', 'lt1', 'dk2', 'lt2', ...THEME_ORDER.slice(4)];

const color = (val: string) => el('a:srgbClr', { val });
const placeholder = el('a:solidFill', {}, el('a:schemeClr', { val: 'phClr' }));
const thrice = (xml: string) => xml.repeat(3);

const font = (tag: string, typeface: string) =>
  el(
    tag,
    {},
    el('a:latin', { typeface }) + el('a:ea', { typeface: '' }) + el('a:cs', { typeface: '' }),
  );

/** Office's standard colours with Calibri, which column widths are measured in. */
export function themeXml(): string {
  const colors = FILE_ORDER.map((key) =>
    el(`a:${key}`, {}, color(OFFICE_THEME[THEME_ORDER.indexOf(key)]!)),
  ).join('');
  const fonts = font('a:majorFont', 'Cambria') + font('a:minorFont', 'Calibri');
  const line = el('a:ln', { w: 9525 }, placeholder);
  const effect = el('a:effectStyle', {}, el('a:effectLst'));
  const formats =
    el('a:fillStyleLst', {}, thrice(placeholder)) +
    el('a:lnStyleLst', {}, thrice(line)) +
    el('a:effectStyleLst', {}, thrice(effect)) +
    el('a:bgFillStyleLst', {}, thrice(placeholder));
  const elements =
    el('a:clrScheme', { name: 'Office' }, colors) +
    el('a:fontScheme', { name: 'Office' }, fonts) +
    el('a:fmtScheme', { name: 'Office' }, formats);
  return (
    XML_HEAD +
    el('a:theme', { 'xmlns:a': DRAWING, name: 'Office Theme' }, el('a:themeElements', {}, elements))
  );
}
