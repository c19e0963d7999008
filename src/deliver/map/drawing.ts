/** One line of text in a drawing; what draws it may set it in a font or as outlines. */
export interface Label {
  text: string;
  x: number;
  /** Of the baseline. */
  y: number;
  size: number;
  anchor: 'start' | 'middle' | 'end';
  bold: boolean;
  /** "#12697A" */
  color: string;
}

/** A picture in two layers: shapes as SVG elements, and the lines of text upon them. */
export interface Picture {
  title: string;
  width: number;
  height: number;
  font: string;
  shapes: string[];
  labels: Label[];
}
