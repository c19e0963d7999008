export { outlineOf, type Outline } from './outline';
export {
  applyEdits,
  drawPages,
  editsOf,
  mapFormats,
  mapOf,
  mergeMaps,
  misfitOf,
  readMap,
  saidBy,
  svgOf,
  type Agreed,
  type Label,
  type MapEdits,
  type MapMerge,
  type MapNode,
  type Picture,
} from './map';
export { audiences, slidesOf, slideTitles, type Audience, type Brand } from './slides';
export { annexOf } from './papers/annex';
export { interviewOf, requestsOf } from './papers/interview';
export { statementOf } from './papers/statement';
export { docxOf } from './papers/docx';
export type { Paper, PaperBlock } from './papers/paper';
export type { PaperFonts } from './papers/pdf';
